export { type PatternDraft, planningPaths } from "./contract.ts";
