export { carePaths } from "./contract.ts";
