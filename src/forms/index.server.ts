export { formDoors } from "./routes.server.ts";
export { answerInWords } from "./answered.tsx";
export { PlainFields } from "./plain-fields.tsx";
export { findVersion, newestVersions, offeredForms, publishForm } from "./service.server.ts";
