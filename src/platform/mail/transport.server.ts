import { createTransport } from "nodemailer";
import { fail, ok, type Result } from "../result.ts";
import type { MailServer, Sender } from "./accounts.ts";
import type { MailFault } from "./policy.ts";

/** What goes to one address, as plain text. */
export interface Outgoing {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets; the same at each try, so that what arrives twice can be told. */
  readonly messageId: string;
  /** Written by a program, so that no other program answers. */
  readonly automatic: boolean;
  /** An appointment beside the text, as iCalendar. */
  readonly calendar?: string | undefined;
}

const LONGEST_MS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

const transportTo = ({ host, port, security, user, password }: MailServer, name: string) =>
  createTransport({
    ...{ host, port, name, ...LONGEST_MS },
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
    // Nothing that stands in a mail of ours is a file or an address to fetch.
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
  });

/** Names the domain and not this machine. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);
export const newMessageId = (random: Uint8Array, address: string): string =>
  `${Buffer.from(random).toString("hex")}@${domainOf(address)}`;

const appointment = (calendar: string) => ({
  ...{ filename: "tid.ics", content: calendar },
  contentType: "text/calendar; charset=utf-8",
});

/** Resolves when the next server has taken it over. */
export async function send(
  { server, address, name }: Sender,
  { to, subject, text, messageId, automatic, calendar }: Outgoing,
): Promise<Result<undefined, MailFault>> {
  const transport = transportTo(server, domainOf(address));
  let isHandedOver = false;
  transport.use("stream", (mail, done) => {
    mail.message.processFunc((input) => input.once("end", () => (isHandedOver = true)));
    done();
  });
  try {
    await transport.sendMail({
      ...{ from: { name, address }, to: { name: "", address: to }, subject, text },
      ...{ envelope: { from: address, to: [to] }, messageId: `<${messageId}>`, xMailer: false },
      ...(automatic ? { headers: { "Auto-Submitted": "auto-generated" } } : {}),
      ...(calendar === undefined ? {} : { attachments: [appointment(calendar)] }),
    });
    return ok();
  } catch (error) {
    const fault = faultOf(error);
    return fail(isHandedOver && fault === "unreachable" ? "unanswered" : fault);
  } finally {
    transport.close();
  }
}

/** Whether the server lets us in. */
export async function tryServer(sender: Sender): Promise<Result<undefined, MailFault>> {
  const transport = transportTo(sender.server, domainOf(sender.address));
  try {
    await transport.verify();
    return ok();
  } catch (error) {
    return fail(faultOf(error));
  } finally {
    transport.close();
  }
}

/** Only code and number are looked at: what the other server says may quote an address. */
export function faultOf(error: unknown): MailFault {
  if (!(error instanceof Error)) return "unreachable";
  const code = "code" in error ? String(error.code) : "";
  const answer = "responseCode" in error ? Number(error.responseCode) : 0;
  if (code === "EAUTH") return answer >= 400 && answer < 500 ? "busy" : "login-refused";
  if (code === "ETLS" || /CERT|SSL|TLS/.test(code)) return "not-secure";
  if (answer >= 500) return "refused";
  return answer >= 400 ? "busy" : "unreachable";
}
