import type { Aside } from "../../letters/index.server.ts";
import type { TenantTx } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { attempt, type Suite } from "../../protocol/index.ts";
import { brief } from "../../protocol/supporters/index.ts";
import type { Asker } from "../board.server.ts";
import { briefsTo, putBrief } from "./store.server.ts";

/** To one member about one visit: beyond this it is a flood. */
const MOST = 50;
const ZERO = Buffer.alloc(32);
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Why one is not kept. */
export type BriefRefused =
  | "letter-refused"
  | "changed-meanwhile"
  | "limit-reached"
  | "mailbox-unknown";

/** A row opens only in its own place. */
const placeOf = (member: string, n: number): Buffer => {
  const number = Buffer.alloc(4);
  number.writeInt32BE(n);
  return Buffer.concat([uuidBytes(member), number]);
};

export interface BriefTo {
  readonly mailbox: Uint8Array;
  readonly member: string;
  /** This time that she is asked; null where a first brief says it. */
  readonly ask: Uint8Array | null;
}

export interface BriefDeps {
  readonly aside: Aside;
  readonly suite: Suite;
}

/** In their order, as the browsers sealed them. */
export async function openBriefs(
  tx: TenantTx,
  { aside }: BriefDeps,
  { mailbox, member }: BriefTo,
): Promise<Uint8Array[]> {
  const opened: Uint8Array[] = [];
  for (const { n, sealed } of await briefsTo(tx, mailbox, member)) {
    const bytes = await aside.open(mailbox, placeOf(member, n), sealed);
    if (bytes) opened.push(bytes);
  }
  return opened;
}

/** That the bytes are what they say. Who signed them, and for whom they open, the browsers check. */
export async function checkBrief(
  { jour, member: author }: Asker,
  to: BriefTo,
  bytes: Uint8Array,
): Promise<Result<{ ask: Uint8Array; number: number; previous: Uint8Array }, "letter-refused">> {
  const read = await attempt(() => brief.peek(bytes).header);
  if (!read.ok) return fail("letter-refused");
  const { ask, number, previous, ...header } = read.value;
  const fits =
    same(header.jour, uuidBytes(jour)) &&
    same(header.mailbox, to.mailbox) &&
    same(header.to, uuidBytes(to.member)) &&
    same(header.author, uuidBytes(author)) &&
    (to.ask === null ? number === 1 : same(ask, to.ask));
  return fits ? ok({ ask, number, previous }) : fail("letter-refused");
}

/** The second of two who write at once is told, and reads first what the other wrote. */
export async function keepBrief(
  tx: TenantTx,
  deps: BriefDeps,
  to: BriefTo,
  bytes: Uint8Array,
): Promise<Result<undefined, "changed-meanwhile" | "limit-reached" | "mailbox-unknown">> {
  const { number, previous, author } = brief.peek(bytes).header;
  const before = await openBriefs(tx, deps, to);
  const last = before.at(-1);
  const hash = last ? await deps.suite.sha256(last) : ZERO;
  if (number !== before.length + 1 || !same(previous, hash)) return fail("changed-meanwhile");
  if (number > MOST) return fail("limit-reached");
  const sealed = await deps.aside.close(to.mailbox, placeOf(to.member, number), bytes);
  if (!sealed) return fail("mailbox-unknown");
  const byHer = same(author, uuidBytes(to.member));
  await putBrief(tx, to.mailbox, to.member, { n: number, sealed, byHer });
  return ok();
}
