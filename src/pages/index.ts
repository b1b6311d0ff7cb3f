export { pagePaths, type PageText } from "./contract.ts";
export type { Kind, TextLanguage } from "./kinds.ts";
