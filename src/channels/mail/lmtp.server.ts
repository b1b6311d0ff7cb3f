import { callbackify } from "node:util";
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataResult,
  type SMTPServerDataStream,
  type SMTPServerEnvelope,
} from "smtp-server";
import { errorFields, log } from "../../platform/log.ts";
import type { Accounts, JourMail } from "./accounts.server.ts";
import { MAX_MAIL, receive, type ReceivingParts } from "./receiving.server.ts";

/** At once; a mail server in front waits and comes back. */
const MOST_CLIENTS = 8;

const answer = (text: string, responseCode: number): Error =>
  Object.assign(new Error(text), { responseCode });

const LATER = (): Error => answer("Try again later", 451);

/** What goes wrong with us is no reason to send a mail back. */
const orLater =
  <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
  async (...given: A): Promise<T> => {
    try {
      return await work(...given);
    } catch (error) {
      throw error instanceof Error && "responseCode" in error ? error : LATER();
    }
  };

async function mayCome(accounts: Accounts, address: string): Promise<void> {
  if (!(await accounts.at(address))) throw answer("No such address here", 550);
}

/** What is said for each address. */
async function takeFor(
  parts: ReceivingParts,
  accounts: Accounts,
  stream: SMTPServerDataStream,
  { mailFrom, rcptTo }: SMTPServerEnvelope,
): Promise<SMTPServerDataResult[]> {
  const raw = await takeIn(stream);
  if (!raw) throw answer("The mail is too large", 552);
  const hasNoSender = mailFrom === false || mailFrom.address === "";
  const said: SMTPServerDataResult[] = [];
  for (const to of rcptTo) said.push(await forOne(parts, accounts, to, raw, hasNoSender));
  return said;
}

/**
 * Takes mail from the mail server in front, over LMTP: "250" is said when a mail is sealed and durable,
 * and for each address by itself. Anything else makes the server in front keep it and come again.
 */
export function openLmtp(
  parts: ReceivingParts,
  accounts: Accounts,
  at: { readonly host: string; readonly port: number },
): Promise<{ close(): Promise<void> }> {
  const ask = callbackify(orLater((address: string) => mayCome(accounts, address)));
  const take = callbackify(
    orLater((stream: SMTPServerDataStream, envelope: SMTPServerEnvelope) =>
      takeFor(parts, accounts, stream, envelope),
    ),
  );
  const server = new SMTPServer({
    ...{ lmtp: true, logger: false, banner: "lykta", size: MAX_MAIL, maxClients: MOST_CLIENTS },
    ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], disableReverseLookup: true },
    onRcptTo: ({ address }, _session, callback) => ask(address, (refused) => callback(refused)),
    onData: (stream, { envelope }, callback) =>
      take(stream, envelope, (refused, said) => callback(refused, said)),
  });
  // Of one connection; the next one is none the worse.
  server.on("error", (error) => log.warn("lmtp-trouble", { error: errorFields(error) }));
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(at.port, at.host, () =>
      resolve({ close: () => new Promise((closed) => server.close(() => closed())) }),
    );
  });
}

async function forOne(
  parts: ReceivingParts,
  accounts: Accounts,
  { address }: SMTPServerAddress,
  raw: Uint8Array,
  hasNoSender: boolean,
): Promise<string | Error> {
  try {
    const account: JourMail | undefined = await accounts.at(address);
    if (!account) return answer("No such address here", 550);
    const kept = await receive(parts, account, raw, hasNoSender);
    return kept.ok ? "Kept" : answer("Letters are closed, try again later", 451);
  } catch (error) {
    log.warn("mail-not-taken", { error: errorFields(error) });
    return LATER();
  }
}

/** Undefined when it is too large; read to its end all the same, as the protocol wants. */
async function takeIn(stream: SMTPServerDataStream): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= MAX_MAIL) pieces.push(piece);
  }
  return size > MAX_MAIL || stream.sizeExceeded ? undefined : Buffer.concat(pieces);
}
