import { hkdfSync, randomBytes } from "node:crypto";
import { uuidBytes } from "../platform/ids.ts";
import type { TenantTx } from "../platform/database/index.server.ts";
import { type ShredKey, unwrap, wrap } from "../platform/shred/index.server.ts";
import { formatDate, formatTime } from "../ui/languages.ts";
import { filledOf, type NeutralMail, type PlanningDeps } from "./deps.server.ts";
import { calledIn } from "./rules.ts";
import { peopleOf, type ShiftRow, wishesOf } from "./store.server.ts";

const PURPOSE = "place free";
/** Without a configured secret there is one process, and it may forget its key when it ends. */
const ownRoot = randomBytes(32);
/** The longest address, so that none is told by its length. */
const PADDED = 254;

const keyOf = (secret: string | undefined): ShredKey =>
  Buffer.from(
    hkdfSync("sha256", secret ?? ownRoot, "", "lykta planning mail", 32),
  ) as unknown as ShredKey;

export function sealAddress(
  secret: string | undefined,
  member: string,
  address: string,
): Uint8Array {
  const text = Buffer.alloc(PADDED, " ");
  text.write(address);
  return wrap(keyOf(secret), uuidBytes(member), text);
}

/** Undefined when it was sealed under another secret. */
export function openAddress(
  secret: string | undefined,
  member: string,
  sealed: Uint8Array,
): string | undefined {
  const text = unwrap(keyOf(secret), uuidBytes(member), sealed);
  return text && Buffer.from(text).toString("utf8").trim();
}

/**
 * A place has become free shortly before the shift: those who can come are told by mail, and whoever
 * is first has it. The mail says no more than a time, for others may read it too.
 */
export async function callIn(
  deps: PlanningDeps,
  tx: TenantTx,
  shift: ShiftRow,
  leaver: string | null,
  says: (shift: ShiftRow) => Omit<NeutralMail, "to"> = freePlace,
): Promise<number> {
  const from = await deps.mail.from(tx.jour);
  if (from === undefined) return 0;
  let told = 0;
  const wishes = await wishesOf(tx, [shift.id]);
  const called = new Set(calledIn((await filledOf(tx, shift)).places, wishes));
  for (const { member, mail_sealed } of await peopleOf(tx)) {
    if (mail_sealed === null || member === leaver || !called.has(member)) continue;
    const to = openAddress(deps.secret, member, mail_sealed);
    if (to === undefined) continue;
    await deps.mail.queue(tx, from, { to, ...says(shift) });
    told++;
  }
  return told;
}

/** Who is on call would like more to come, now. */
export const neededNow = ({ ends_at }: Pick<ShiftRow, "ends_at">) => ({
  subject: "Kan du komma nu?",
  text: [
    "Hej!",
    "",
    `Någon behövs nu, till ${formatTime(ends_at.getTime(), "sv")}.`,
    "Logga in som vanligt om du kan.",
  ].join("\n"),
  ...({ purpose: "needed now", automatic: true } as const),
});

/** Somebody on the shift would like whoever is on call to look in. */
export async function callSupervisor(
  deps: PlanningDeps,
  tx: TenantTx,
  onCall: readonly { readonly member: string; readonly mail_sealed: Buffer | null }[],
): Promise<void> {
  const from = await deps.mail.from(tx.jour);
  if (from === undefined) return;
  for (const { member, mail_sealed } of onCall) {
    const to = mail_sealed && openAddress(deps.secret, member, mail_sealed);
    if (to) await deps.mail.queue(tx, from, { to, ...LOOK_IN });
  }
}

/** Something waits for these by a day; what, is said at the desk. */
export async function remindBy(
  deps: PlanningDeps,
  tx: TenantTx,
  members: readonly string[],
  at: number,
): Promise<void> {
  const from = await deps.mail.from(tx.jour);
  if (from === undefined) return;
  for (const { member, mail_sealed } of await peopleOf(tx)) {
    if (mail_sealed === null || !members.includes(member)) continue;
    const to = openAddress(deps.secret, member, mail_sealed);
    if (to !== undefined) await deps.mail.queue(tx, from, { to, ...waitsUntil(at) });
  }
}

const waitsUntil = (at: number) => ({
  subject: "Logga in när du kan",
  text: [
    "Hej!",
    "",
    `Något väntar på dig, senast ${formatDate(at, "sv")}.`,
    "Logga in som vanligt när du kan.",
  ].join("\n"),
  ...({ purpose: "waits for you", automatic: true } as const),
});

const LOOK_IN = {
  subject: "Kan du titta in?",
  text: "Hej!\n\nNågon undrar om du kan titta in. Logga in som vanligt när du kan.",
  ...{ purpose: "look in", automatic: true },
} as const;

export function freePlace({ starts_at, ends_at }: Pick<ShiftRow, "starts_at" | "ends_at">) {
  const [from, until] = [starts_at.getTime(), ends_at.getTime()];
  const when = `${formatDate(from, "sv")} ${formatTime(from, "sv")}–${formatTime(until, "sv")}`;
  const text = [
    "Hej!",
    "",
    `En tid har blivit ledig: ${when}.`,
    "Logga in som vanligt om du kan. Den som är först får den.",
  ].join("\n");
  return { subject: "En tid har blivit ledig", text, purpose: PURPOSE, automatic: true };
}
