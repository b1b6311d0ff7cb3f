export { importFolder } from "./moving/folder.server.ts";
export { federationVoice, frontLeads } from "./leads.server.ts";
export { pagesDoors } from "./routes.server.ts";
export { makePage, publishIn, saveIn } from "./service.server.ts";
