export { formerPaths } from "./former/contract.ts";
export { movingPaths } from "./moving/contract.ts";
export { leftInWords } from "./messages.moving.ts";
export { pagePaths, type PageText, type Referral } from "./contract.ts";
export type { Kind, TextLanguage } from "./kinds.ts";
