export { dayAfter, mailFaults, type MailFault } from "./policy.ts";
