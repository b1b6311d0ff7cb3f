export { trainingPaths } from "./contract.ts";
