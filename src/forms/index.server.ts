export { formDoors } from "./routes.server.ts";
export { offeredForms, publishForm } from "./service.server.ts";
