import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { attempt } from "../protocol/index.ts";
import { currentTeamKey, share, teamKey, verifyTeamKey } from "../protocol/letters/index.ts";
import type { TeamKeysView, TeamName } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import {
  insertShare,
  insertTeamKey,
  ownerOfKey,
  replaceStatement,
  shares,
  sweepKeys,
  teamKeys,
  type ShareRow,
} from "./keys-store.server.ts";
import { rotation, TEAMS } from "./policy.ts";
import type { Asker } from "./team.server.ts";

type Refused = "not-in-team" | "key-refused" | "changed-meanwhile" | "trust-missing";
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The team that a statement names; undefined where it names none of ours. */
async function teamOf(statement: Uint8Array): Promise<TeamName | undefined> {
  const peeked = await attempt(() => teamKey.peek(statement).team);
  return peeked.ok ? TEAMS.find((team) => team === peeked.value) : undefined;
}

/** The teams' keys: public statements and sealed shares. The server makes none and opens none. */
export class TeamKeys {
  readonly #deps: LetterDeps;
  readonly #shared = new Set<JourId>();
  constructor(deps: LetterDeps) {
    this.#deps = deps;
  }

  /** The demonstration shares the keys of this jour by itself, within seconds: none of them is nobody's. */
  leaveToDemo(jour: JourId): void {
    this.#shared.add(jour);
  }

  async view({ jour, member }: Asker, name: TeamName): Promise<TeamKeysView> {
    const { database, members, now } = this.#deps;
    const team = (await members(jour)).filter(({ teams }) => teams.includes(name));
    const [keys, all] = await database.tenant(jour, async (tx) => [
      await teamKeys(tx, name),
      await shares(tx),
    ]);
    const of = (id: Buffer): ShareRow[] => all.filter(({ key_id }) => key_id.equals(id));
    const isIn = (id: string): boolean => team.some((one) => one.id === id);
    const [newest] = keys;
    const hasLeft =
      newest !== undefined &&
      (newest.departed || of(newest.key_id).some((one) => !isIn(one.member_id)));
    const isOrphan =
      newest !== undefined &&
      team.length > 0 &&
      !this.#shared.has(jour) &&
      !of(newest.key_id).some((one) => isIn(one.member_id));
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
      rotate: rotation(at === undefined ? undefined : { at }, { hasLeft, isOrphan }, now()),
    };
  }

  /** A new key, with the shares of the team; or a known one for which another delegate vouches now. */
  async publish(
    { jour }: Asker,
    statement: Uint8Array,
    given: readonly Uint8Array[],
  ): Promise<Result<undefined, Refused>> {
    const { suite, trust, now, database, members } = this.#deps;
    const trusted = await trust(jour);
    if (!trusted) return fail("trust-missing");
    const team = await teamOf(statement);
    if (!team) return fail("key-refused");
    const checks = { jour: uuidBytes(jour), team, now: now() };
    const known = await verifyTeamKey(suite, statement, trusted, checks);
    if (!known.ok || known.value.withdrawn) return fail("key-refused");
    const { id, number, until } = known.value;
    const isNew = await database.tenant(jour, async (tx) => {
      const there = (await teamKeys(tx, team)).some(({ key_id }) => key_id.equals(id));
      if (there) await replaceStatement(tx, id, statement);
      return !there;
    });
    if (!isNew) return ok();
    const current = await currentTeamKey(suite, statement, trusted, checks);
    if (!current.ok) return fail("key-refused");
    const everybody = await members(jour);
    return database.tenant(jour, async (tx): Promise<Result<undefined, Refused>> => {
      const [newest] = await teamKeys(tx, team);
      const key = { team, number, id, statement, until: new Date(until) };
      const isNext = number === (newest?.number ?? 0) + 1;
      if (!isNext || !(await insertTeamKey(tx, key))) return fail("changed-meanwhile");
      for (const one of await readable(tx, everybody, given))
        if (same(one.key, id)) await insertShare(tx, id, one.member, one.bytes);
      return ok();
    });
  }

  /** From a member who holds the key, for those who lack it. */
  async share(
    { jour, member }: Asker,
    given: readonly Uint8Array[],
  ): Promise<Result<undefined, Refused>> {
    const { database, members } = this.#deps;
    const everybody = await members(jour);
    const own = everybody.find(({ id }) => id === member)?.teams ?? [];
    if (!TEAMS.some((team) => own.includes(team))) return fail("not-in-team");
    return database.tenant<Result<undefined, Refused>>(jour, async (tx) => {
      const sound = await readable(tx, everybody, given);
      if (!sound.every(({ team }) => own.includes(team))) return fail("not-in-team");
      for (const one of sound) await insertShare(tx, one.key, one.member, one.bytes);
      return ok();
    });
  }

  /** Whether somebody who is in the team now can open what is sealed to its newest key. */
  async isRead(jour: JourId, name: TeamName): Promise<boolean> {
    const { database, members, now } = this.#deps;
    const everybody = await members(jour);
    const isIn = (member: string): boolean =>
      everybody.some(({ id, teams }) => id === member && teams.includes(name));
    return database.tenant(jour, async (tx) => {
      const [newest] = await teamKeys(tx, name);
      if (!newest || newest.until.getTime() <= now()) return false;
      const held = (await shares(tx)).filter(({ key_id }) => key_id.equals(newest.key_id));
      return held.some(({ member_id }) => isIn(member_id));
    });
  }

  async sweep(jour: JourId): Promise<void> {
    const { database, now } = this.#deps;
    await database.tenant(jour, (tx) => sweepKeys(tx, new Date(now())));
  }
}

type Members = Awaited<ReturnType<LetterDeps["members"]>>;

/** Shares that are shares of a key that is here, for members of its team. */
async function readable(tx: TenantTx, members: Members, given: readonly Uint8Array[]) {
  const owners = new Map<string, TeamName | undefined>();
  const read: { key: Uint8Array; member: string; bytes: Uint8Array; team: TeamName }[] = [];
  for (const bytes of given) {
    const one = await attempt(() => share.decode(bytes));
    if (!one.ok) continue;
    const name = text(one.value.key);
    if (!owners.has(name)) owners.set(name, (await ownerOfKey(tx, one.value.key))?.team);
    const team = owners.get(name);
    const to = members.find(({ id }) => same(uuidBytes(id), one.value.member));
    if (team && to?.teams.includes(team))
      read.push({ key: one.value.key, member: to.id, bytes, team });
  }
  return read;
}
