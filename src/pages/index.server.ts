export { furnishMoved, importFolder } from "./moving/folder.server.ts";
export { federationVoice, frontLeads } from "./leads.server.ts";
export { leadOn } from "./former/service.server.ts";
export { pagesDoors } from "./routes.server.ts";
export { layPages } from "./laying-store.server.ts";
export { default as articleCss } from "./text/article.css?inline";
export { drawn } from "./text/drawn.tsx";
export { slugOf } from "./text/parse.ts";
