export { type PatternDraft, planningPaths } from "./contract.ts";
export { rosterPaths } from "./roster/contract.ts";
