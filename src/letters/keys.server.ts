import type { JourId } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { attempt, LETTERS } from "../protocol/index.ts";
import { currentTeamKey, share, teamKey, verifyTeamKey } from "../protocol/letters/index.ts";
import type { TeamKeysView } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import {
  insertShare,
  insertTeamKey,
  replaceStatement,
  shares,
  sweepKeys,
  teamKeys,
  type ShareRow,
} from "./keys-store.server.ts";
import { rotation } from "./policy.ts";
import type { Asker } from "./team.server.ts";

type Refused = "not-in-team" | "key-refused" | "changed-meanwhile" | "trust-missing";
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The team's keys: public statements and sealed shares. The server makes none and opens none. */
export class TeamKeys {
  readonly #deps: LetterDeps;
  constructor(deps: LetterDeps) {
    this.#deps = deps;
  }

  async view({ jour, member }: Asker): Promise<TeamKeysView> {
    const { database, members, now } = this.#deps;
    const team = (await members(jour)).filter(({ teams }) => teams.includes(LETTERS));
    const [keys, all] = await database.tenant(jour, async (tx) => [
      await teamKeys(tx),
      await shares(tx),
    ]);
    const of = (id: Buffer): ShareRow[] => all.filter(({ key_id }) => key_id.equals(id));
    const isIn = (id: string): boolean => team.some((one) => one.id === id);
    const [newest] = keys;
    const strangers = newest ? of(newest.key_id).filter((one) => !isIn(one.member_id)).length : 0;
    const at = newest && teamKey.peek(newest.statement).at;
    return {
      team: team.map(({ id, sealKey }) => ({ member: id, sealKey: text(sealKey) })),
      keys: keys.map((key) => ({
        statement: text(key.statement),
        id: text(key.key_id),
        share: ((own) => (own ? text(own.share) : null))(
          of(key.key_id).find((one) => one.member_id === member),
        ),
        missing: team
          .filter(({ id }) => !of(key.key_id).some((one) => one.member_id === id))
          .map(({ id, sealKey }) => ({ member: id, sealKey: text(sealKey) })),
      })),
      rotate: rotation(at === undefined ? undefined : { at }, strangers, now()),
    };
  }

  /** A new key, with the shares of the team; or a known one for which another delegate vouches now. */
  async publish(
    { jour }: Asker,
    statement: Uint8Array,
    given: readonly Uint8Array[],
  ): Promise<Result<undefined, Refused>> {
    const { suite, trust, now, database } = this.#deps;
    const trusted = await trust(jour);
    if (!trusted) return fail("trust-missing");
    const checks = { jour: uuidBytes(jour), team: LETTERS, now: now() };
    const known = await verifyTeamKey(suite, statement, trusted, checks);
    if (!known.ok || known.value.withdrawn) return fail("key-refused");
    const { id, number, until } = known.value;
    const isNew = await database.tenant(jour, async (tx) => {
      const there = (await teamKeys(tx)).some(({ key_id }) => key_id.equals(id));
      if (there) await replaceStatement(tx, id, statement);
      return !there;
    });
    if (!isNew) return ok();
    const current = await currentTeamKey(suite, statement, trusted, checks);
    if (!current.ok) return fail("key-refused");
    return database.tenant(jour, async (tx): Promise<Result<undefined, Refused>> => {
      const [newest] = await teamKeys(tx);
      const key = { number, id, statement, until: new Date(until) };
      const isNext = number === (newest?.number ?? 0) + 1;
      if (!isNext || !(await insertTeamKey(tx, key))) return fail("changed-meanwhile");
      for (const one of await this.#readable(jour, given, id))
        await insertShare(tx, id, one.member, one.bytes);
      return ok();
    });
  }

  /** From a member who holds the key, for those who lack it. */
  async share(
    { jour, member }: Asker,
    given: readonly Uint8Array[],
  ): Promise<Result<undefined, Refused>> {
    const { database, members } = this.#deps;
    const isIn = (await members(jour)).some(
      ({ id, teams }) => id === member && teams.includes(LETTERS),
    );
    if (!isIn) return fail("not-in-team");
    const readable = await this.#readable(jour, given);
    await database.tenant(jour, async (tx) => {
      for (const one of readable) await insertShare(tx, one.key, one.member, one.bytes);
    });
    return ok();
  }

  /** Shares that are shares, for members of the team. */
  async #readable(jour: JourId, given: readonly Uint8Array[], key?: Uint8Array) {
    const team = (await this.#deps.members(jour)).filter(({ teams }) => teams.includes(LETTERS));
    const read: { key: Uint8Array; member: string; bytes: Uint8Array }[] = [];
    for (const bytes of given) {
      const one = await attempt(() => share.decode(bytes));
      if (!one.ok || (key && !same(one.value.key, key))) continue;
      const to = team.find(({ id }) => same(uuidBytes(id), one.value.member));
      if (to) read.push({ key: one.value.key, member: to.id, bytes });
    }
    return read;
  }

  async sweep(jour: JourId): Promise<void> {
    const { database, now } = this.#deps;
    await database.tenant(jour, (tx) => sweepKeys(tx, new Date(now())));
  }
}
