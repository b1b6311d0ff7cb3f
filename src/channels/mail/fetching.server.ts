import { ImapFlow } from "imapflow";
import type { JourId } from "../../platform/database/index.server.ts";
import { errorFields, log } from "../../platform/log.ts";
import type { MailServer } from "../../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { JourMail } from "./accounts.server.ts";
import { MAX_MAIL, receive, type ReceivingParts } from "./receiving.server.ts";
import {
  fetched,
  type FetchFault,
  keepFetching,
  notFetched,
  takeFetching,
} from "./store.server.ts";

/**
 * A process that dies while it fetches holds the others back no longer than this. Two that fetch at once
 * do no harm: each mail is kept once.
 */
const LEASE_MS = 30_000;
/** In one go; the rest comes with the next. */
const AT_ONCE = 100;

const LONGEST_MS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

const clientOf = ({ host, port, security, user = "", password = "" }: MailServer): ImapFlow =>
  new ImapFlow({
    ...{ host, port, secure: security === "tls", auth: { user, pass: password } },
    ...(security === "tls" ? {} : { doSTARTTLS: security === "starttls" }),
    ...{ ...LONGEST_MS, logger: false, disableAutoIdle: true },
    // Who asks is the jour; with what program is nobody's business.
    clientInfo: {},
  });

/** Takes what is there: sealed and durable here first, then removed there. */
export async function fetchMail(
  parts: ReceivingParts,
  jour: JourId,
  accounts: readonly JourMail[],
): Promise<void> {
  if (accounts.every(({ imap }) => imap === undefined)) return;
  const { database, now } = parts;
  const lease = (): Date => new Date(now() + LEASE_MS);
  const isOurs = await database.tenant(jour, (tx) => takeFetching(tx, new Date(now()), lease()));
  if (!isOurs) return;
  const stillHere = (): Promise<void> => database.tenant(jour, (tx) => keepFetching(tx, lease()));
  const done = await fetchAll(parts, accounts, stillHere);
  if (!done.ok) log.warn("mail-not-fetched", { code: done.code });
  await database.tenant(jour, (tx) =>
    done.ok ? fetched(tx, new Date(now()), done.value) : notFetched(tx, done.code),
  );
}

/** How many were too large to take. */
type Done = Result<number, FetchFault>;

/** One face's server that is away keeps no other face's mail waiting. */
async function fetchAll(
  parts: ReceivingParts,
  accounts: readonly JourMail[],
  stillHere: () => Promise<void>,
): Promise<Done> {
  let leftBehind = 0;
  let trouble: FetchFault | undefined;
  for (const account of accounts) {
    if (!account.imap) continue;
    const done = await fetchFrom(parts, account, account.imap, stillHere);
    if (done.ok) leftBehind += done.value;
    else trouble ??= done.code;
  }
  return trouble === undefined ? ok(leftBehind) : fail(trouble);
}

async function fetchFrom(
  parts: ReceivingParts,
  account: JourMail,
  imap: NonNullable<JourMail["imap"]>,
  stillHere: () => Promise<void>,
): Promise<Done> {
  const client = clientOf(imap);
  // Told beside the command that fails; unheard, it would end the process.
  client.on("error", () => undefined);
  const entered = await enter(client, imap.folder);
  if (!entered.ok) return entered;
  try {
    return await takeAll(client, parts, account, stillHere);
  } catch (error) {
    log.warn("mail-not-taken", { error: errorFields(error) });
    return fail(client.usable ? "refused" : "unreachable");
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function enter(client: ImapFlow, folder: string): Promise<Result<undefined, FetchFault>> {
  try {
    await client.connect();
  } catch (error) {
    client.close();
    return fail(faultOf(error));
  }
  try {
    await client.mailboxOpen(folder);
    return ok();
  } catch {
    client.close();
    return fail("no-folder");
  }
}

/** A mail that makes trouble stands in no other's way. */
async function takeAll(
  client: ImapFlow,
  parts: ReceivingParts,
  account: JourMail,
  stillHere: () => Promise<void>,
): Promise<Done> {
  let trouble: FetchFault | undefined;
  const listed = await listOf(client);
  const small = listed.filter(({ size }) => size <= MAX_MAIL);
  for (const { uid } of small.slice(0, AT_ONCE)) {
    await stillHere();
    const taken = await takeOne(client, parts, account, uid);
    if (taken.ok) continue;
    trouble = taken.code;
    if (!client.usable || trouble === "letters-closed") break;
  }
  return trouble === undefined ? ok(listed.length - small.length) : fail(trouble);
}

async function listOf(client: ImapFlow): Promise<{ uid: number; size: number }[]> {
  const listed: { uid: number; size: number }[] = [];
  // To ask for all of none is a fault to some servers (Dovecot).
  if (!client.mailbox || client.mailbox.exists === 0) return listed;
  for await (const { uid, size = 0 } of client.fetch("1:*", { uid: true, size: true }))
    listed.push({ uid, size });
  return listed;
}

async function takeOne(
  client: ImapFlow,
  parts: ReceivingParts,
  account: JourMail,
  uid: number,
): Promise<Result<undefined, FetchFault>> {
  try {
    const found = await client.fetchOne(String(uid), { source: true }, { uid: true });
    // Somebody else has taken it away meanwhile.
    if (!found || !found.source) return ok();
    const kept = await receive(parts, account, found.source, false);
    if (!kept.ok) return kept;
    const removed = await client.messageDelete(String(uid), { uid: true });
    return removed ? ok() : fail("refused");
  } catch (error) {
    log.warn("mail-not-taken", { error: errorFields(error) });
    return fail(client.usable ? "unreadable" : "unreachable");
  }
}

/** Whether the server lets us in, for the command line. */
export async function tryFetching(
  imap: NonNullable<JourMail["imap"]>,
): Promise<Result<undefined, FetchFault>> {
  const client = clientOf(imap);
  client.on("error", () => undefined);
  const entered = await enter(client, imap.folder);
  if (entered.ok) await client.logout().catch(() => client.close());
  return entered;
}

function faultOf(error: unknown): FetchFault {
  if (!(error instanceof Error)) return "unreachable";
  if ("authenticationFailed" in error && error.authenticationFailed === true)
    return "login-refused";
  const code = "code" in error ? String(error.code) : "";
  const isTls = /CERT|SSL|TLS|SIGNED/.test(code) || "tlsFailed" in error;
  return isTls ? "not-secure" : "unreachable";
}
