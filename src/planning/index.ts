export { planningPaths } from "./contract.ts";
