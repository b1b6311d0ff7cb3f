export * from "./contract.ts";
export { type MailKind, type MailText, writeMailText } from "./mail-text.ts";
export { answerTimeInWords } from "./answer-time.ts";
