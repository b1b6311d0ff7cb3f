export * from "./contract.ts";
export { answerTimeInWords } from "./answer-time.ts";
