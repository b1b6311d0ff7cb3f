export { pagePaths, type PageText } from "./contract.ts";
export { movingPaths } from "./moving/contract.ts";
export { leftInWords } from "./messages.moving.ts";
export type { Kind, TextLanguage } from "./kinds.ts";
