export type { DemoAssociation } from "./demo-content.ts";
export { associationPages, associationPaths } from "./contract.ts";
export { feePaths } from "./fees/contract.ts";
export { intakePaths } from "./intake/contract.ts";
export { meetingPaths } from "./meeting-contract.ts";
