import type { MailFile } from "../../src/channels/mail/index.server.ts";

export const ADDRESS = "jouren@mira.example";

/** Handed over on `lmtp`, sent through a relay. */
export const handedOverOn =
  (lmtp: number) =>
  (smtp: number): MailFile => {
    const here = {
      host: "127.0.0.1",
      security: "none",
      user: undefined,
      password: undefined,
    } as const;
    const sender = { server: { ...here, port: smtp }, address: ADDRESS, name: "" };
    const account = {
      ...{ host: "mira.localhost", address: ADDRESS, imap: undefined, sender },
      subject: "Svar",
    };
    return { lmtp: { host: "127.0.0.1", port: lmtp }, fetchSeconds: 60, accounts: [account] };
  };
