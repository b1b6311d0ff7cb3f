export { isAddress, type MailServer, type Sender } from "./accounts.ts";
export { Outbox, type Standing, type ToSend } from "./outbox.server.ts";
export { tryServer } from "./transport.server.ts";
