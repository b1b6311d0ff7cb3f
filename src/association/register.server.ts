import { randomUUID } from "node:crypto";
import { dayOf, plusDays } from "../calendar/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type AssociationSettings, CONSENT_VERSION, type Person } from "./contract.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { welcomeMail } from "./mails.ts";
import { ASKED_DAYS, FLOOD, MOST_MEMBERS, withFee } from "./policy.ts";
import { pageOf } from "./present.server.ts";
import { closePart, hashOf, newKey, openPart, type SealedMember } from "./sealed.server.ts";
import {
  countAsked,
  countMembers,
  deleteMember,
  insertMember,
  memberOf,
  type MemberRow,
  oneAfterTheOther,
  overAt,
  saveSettings,
  settingsOf,
  updateMember,
} from "./store.server.ts";

/** Somebody asks to become a member. Nothing is mailed: anybody can write anybody's address. */
export function ask(
  { database, seal, now }: AssociationDeps,
  jour: JourId,
  person: Person,
): Promise<Result<undefined, "limit-reached" | "closed">> {
  const [id, today] = [randomUUID(), dayOf(now())];
  const deleteOn = plusDays(today, ASKED_DAYS);
  const consent = { version: CONSENT_VERSION, on: today, how: "page" as const };
  const part: SealedMember = { person, since: today, consent, fees: [], key: "" };
  return database.tenant<Result<undefined, "limit-reached" | "closed">>(jour, async (tx) => {
    if (!(await settingsOf(tx)).isOpen) return fail("closed");
    await oneAfterTheOther(tx);
    if ((await countAsked(tx, deleteOn)) >= FLOOD.perDay) return fail("limit-reached");
    const sealed = closePart(seal, jour, id, part);
    await insertMember(tx, { id, stage: "asked", sealed, keyHash: null, deleteOn });
    return ok();
  });
}

type Changed = Result<undefined, "not-found" | "changed-meanwhile" | "gone">;
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What changes one member: found, not changed meanwhile, and readable. */
export function change(
  { database, seal }: Pick<AssociationDeps, "database" | "seal">,
  jour: JourId,
  { id, version }: Versioned,
  next: (tx: TenantTx, row: MemberRow, part: SealedMember) => Promise<SealedMember> | SealedMember,
): Promise<Changed> {
  return database.tenant<Changed>(jour, async (tx) => {
    const row = await memberOf(tx, id);
    if (!row) return fail("not-found");
    if (row.version !== version) return fail("changed-meanwhile");
    const part = openPart<SealedMember>(seal, jour, row);
    if (!part) return fail("gone");
    await keepPart({ seal }, tx, row, await next(tx, row, part));
    return ok();
  });
}

/** Whoever has a key is a member, and of a member nothing ends by itself. */
export const keepPart = (
  { seal }: Pick<AssociationDeps, "seal">,
  tx: TenantTx,
  row: MemberRow,
  part: SealedMember,
): Promise<void> =>
  updateMember(tx, {
    ...{ id: row.id, sealed: closePart(seal, tx.jour, row.id, part) },
    ...(part.key === ""
      ? { stage: "asked", keyHash: null, deleteOn: row.deleteOn }
      : {
          ...{ stage: "member", keyHash: hashOf(part.key) },
          deleteOn: row.stage === "asked" ? null : row.deleteOn,
        }),
  });

/** She is a member from today; told by mail, with the link to her page, where there is mail on both sides. */
export async function admit(
  deps: AssociationDeps,
  { jour }: Asker,
  wished: Versioned,
): Promise<Changed> {
  const { mail, now } = deps;
  const words = { from: await mail.from(jour), jour: await deps.nameOf(jour) };
  const origin = await deps.originOf(jour);
  return change(deps, jour, wished, async (tx, row, part) => {
    if (row.stage === "member") return part;
    const key = newKey();
    const { person } = part;
    if (words.from !== undefined && person.mail !== "") {
      const link = `${origin}${pageOf(key, person.language)}`;
      const { kronor, words: said } = await settingsOf(tx);
      const how = said[person.language] || said.sv;
      await mail.queue(tx, words.from, {
        ...{ to: person.mail, ...welcomeMail({ person, jour: words.jour, link, kronor, how }) },
        ...{ automatic: false, purpose: "association", about: uuidBytes(row.id) },
      });
    }
    return { ...part, since: dayOf(now()), key };
  });
}

export interface KeptPerson extends Versioned {
  readonly person: Person;
  readonly since: string;
}

/** Corrected; with version 0 entered by hand, when she has agreed to it otherwise than by the page. */
export function keepPerson(
  deps: AssociationDeps,
  { jour }: Asker,
  wished: KeptPerson,
): Promise<Result<undefined, "not-found" | "changed-meanwhile" | "gone" | "limit-reached">> {
  const { person, since } = wished;
  if (wished.version > 0)
    return change(deps, jour, wished, (_, __, part) => ({ ...part, person, since }));
  return deps.database.tenant(jour, (tx) => enter(deps, tx, wished));
}

export async function enter(
  { seal, now }: Pick<AssociationDeps, "seal" | "now">,
  tx: TenantTx,
  { id, person, since }: Omit<KeptPerson, "version">,
): Promise<Result<undefined, "changed-meanwhile" | "limit-reached">> {
  await oneAfterTheOther(tx);
  if ((await countMembers(tx)) >= MOST_MEMBERS) return fail("limit-reached");
  const consent = { version: CONSENT_VERSION, on: dayOf(now()), how: "paper" as const };
  const part: SealedMember = { person, since, consent, fees: [], key: newKey() };
  const sealed = closePart(seal, tx.jour, id, part);
  const row = { id, sealed, keyHash: hashOf(part.key), deleteOn: null };
  return (await insertMember(tx, { ...row, stage: "member" })) ? ok() : fail("changed-meanwhile");
}

/** What she has paid for a year; `null` takes it back. */
export const noteFee = (
  deps: AssociationDeps,
  { jour }: Asker,
  {
    year,
    kronor,
    ...wished
  }: Versioned & { readonly year: number; readonly kronor: number | null },
): Promise<Changed> =>
  change(deps, jour, wished, (_, __, part) => {
    const noted = kronor === null ? null : { kronor, on: dayOf(deps.now()) };
    return { ...part, fees: withFee(part.fees, year, noted) };
  });

/** All of her, at once. */
export async function remove(
  deps: AssociationDeps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "not-found">> {
  const isGone = await deps.database.tenant(jour, (tx) => forgetMember(deps, tx, id));
  return isGone ? ok() : fail("not-found");
}

/** With what waits to be sent to her. False when she is not there. */
export async function forgetMember(
  { mail }: Pick<AssociationDeps, "mail">,
  tx: TenantTx,
  id: string,
): Promise<boolean> {
  const isGone = await deleteMember(tx, id);
  await mail.forget(tx, uuidBytes(id));
  return isGone;
}

/** Those whose day has come. */
export async function forgetOver(
  deps: Pick<AssociationDeps, "mail" | "now">,
  tx: TenantTx,
): Promise<void> {
  for (const id of await overAt(tx, dayOf(deps.now()))) await forgetMember(deps, tx, id);
}

export async function keepSettings(
  { database, changed }: AssociationDeps,
  { jour }: Asker,
  settings: AssociationSettings,
): Promise<Result<undefined, never>> {
  await database.tenant(jour, (tx) => saveSettings(tx, settings));
  changed();
  return ok();
}
