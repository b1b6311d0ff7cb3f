// What one who is asked to come along is told, and what she answers: sealed in the one browser to her own key and to
// the team's, opened in the other.

import { type InboxApp } from "../../letters/index.browser.ts";
import { type Staff, teamTrust } from "../../people/index.browser.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  attempt,
  fromBase64url,
  INTAKE,
  toBase64url,
  type VerifiedTrust,
} from "../../protocol/index.ts";
import { currentTeamKey } from "../../protocol/letters/index.ts";
import {
  type BriefReader,
  readBriefs,
  type ReadBriefs,
  writeBrief,
} from "../../protocol/supporters/index.ts";
import type { Told } from "../contract.ts";

type Ring = NonNullable<InboxApp["ring"]["value"]>;
const nothing = new Uint8Array();
export const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;

/** What the team tells her. */
export interface Words {
  readonly visit: string;
  readonly town: string;
  readonly date: string;
  readonly text: string;
}

export interface ToWhom {
  readonly mailbox: string;
  readonly member: string;
  readonly sealKey: string;
}

/** A fresh question, or one that goes on after what was read. */
export type After = { readonly ask: string; readonly last: ReadBriefs["last"] } | null;
const FIRST: ReadBriefs["last"] = { number: 0, hash: new Uint8Array(32) };

interface Answer {
  /** The statement of the team's newest key, as the server names it. */
  readonly teamKey: string | null;
  readonly mailbox: string;
  readonly ask: string;
  /** Null where all before it goes: with a no. */
  readonly last: ReadBriefs["last"] | null;
}

/** Hers, to the team and to herself. */
export async function sealAnswer(
  staff: Staff,
  { teamKey, mailbox, ask, last }: Answer,
  text: string,
): Promise<Result<string>> {
  if (teamKey === null) return fail("keys-missing");
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  const { suite, jour, identity } = staff;
  const { trust } = trusted.value;
  const checks = { jour, team: INTAKE, now: Date.now() };
  const team = await currentTeamKey(suite, bytesOf(teamKey), trust, checks);
  if (!team.ok) return fail(team.code);
  const id = uuidBytes(staff.me.value?.member ?? "");
  const { number, hash } = last ?? FIRST;
  const [seal, line] = [await suite.xwing.publicKey(identity.seal), lineOf(trust, id)];
  if (!line) return fail("member-not-in-directory");
  const sealed = await attempt(() =>
    writeBrief(suite, identity.sign, {
      header: {
        ...{ jour, mailbox: bytesOf(mailbox), ask: bytesOf(ask), to: id, author: id },
        ...{ number: number + 1, previous: hash, teamKey: team.value.id },
      },
      content: { at: Date.now(), visit: "", town: "", date: "", text },
      to: { seal, sealKeyHash: line.sealKeyHash },
      team: team.value.seal,
    }),
  );
  return sealed.ok ? ok(toBase64url(sealed.value)) : fail(sealed.code);
}

const lineOf = ({ members }: Pick<VerifiedTrust, "members">, id: Uint8Array) =>
  members.find((one) => one.id.join() === id.join());

/** To the key that the signed directory vouches for, never to one that the server merely names. */
export async function sealBrief(
  staff: Staff,
  ring: Ring | null,
  to: ToWhom,
  after: After,
  words: Words,
): Promise<Result<string>> {
  const current = ring?.current;
  if (!current) return fail("keys-missing");
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  const id = uuidBytes(to.member);
  const line = lineOf(trusted.value.trust, id);
  if (!line) return fail("member-not-in-directory");
  const { number, hash } = after?.last ?? FIRST;
  const sealed = await attempt(() =>
    writeBrief(staff.suite, staff.identity.sign, {
      header: {
        ...{ jour: staff.jour, mailbox: bytesOf(to.mailbox), to: id, teamKey: current.id },
        ...{ author: uuidBytes(staff.me.value?.member ?? ""), number: number + 1, previous: hash },
        ask: after ? bytesOf(after.ask) : staff.suite.random(16),
      },
      content: { at: Date.now(), ...words },
      to: { seal: bytesOf(to.sealKey), sealKeyHash: line.sealKeyHash },
      team: current.seal,
    }),
  );
  return sealed.ok ? ok(toBase64url(sealed.value)) : fail(sealed.code);
}

/** Held to the signed directory: only one of the intake team, or she who is asked, can have written them. */
export async function openTold(
  staff: Staff,
  of: { readonly mailbox: string; readonly member: string },
  told: Told,
  reader: BriefReader,
): Promise<Result<ReadBriefs>> {
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  return ok(
    await readBriefs(staff.suite, {
      ...{ jour: staff.jour, mailbox: bytesOf(of.mailbox), ask: bytesOf(told.ask ?? "") },
      ...{ to: uuidBytes(of.member), trust: trusted.value.trust, now: Date.now(), reader },
      briefs: told.briefs.map(bytesOf),
    }),
  );
}
