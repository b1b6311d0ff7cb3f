export { dayAfter, type MailFault } from "./policy.ts";
