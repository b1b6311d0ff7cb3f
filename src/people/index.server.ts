import type { Config } from "../platform/config.server.ts";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Actor, Door, HostView } from "../platform/http/index.server.ts";
import type { Result } from "../platform/result.ts";
import { createSuite, type TrustBundle, type VerifiedTrust } from "../protocol/index.ts";
import { createChallenges } from "./challenge.server.ts";
import { type MemberId, type MemberRole, REKEYED_DAYS } from "./contract.ts";
import { remindOfLapse } from "./custody/reminder.server.ts";
import { custodyDoors } from "./custody/routes.server.ts";
import { sweepProposals } from "./custody/store.server.ts";
import { dayOf, type Deps } from "./deps.server.ts";
import {
  type DemoInvitations,
  type DemoKeys,
  demoInvitations,
  foundAnew,
  foundingInvitation,
  renewDemo,
} from "./founding.server.ts";
import { inventColleagues } from "./demo-colleagues.server.ts";
import { foundingDoors } from "./founding/routes.server.ts";
import type { MakeJour } from "./founding/service.server.ts";
import { everythingOf } from "./members.server.ts";
import { allMembers, findMember, sweepMembers } from "./members-store.server.ts";
import { sweepRecoveries } from "./recovery/store.server.ts";
import { enrolDoors, entranceDoors, sessionDoors, signInDoors } from "./routes.server.ts";
import { actorOf } from "./sessions.server.ts";
import { isLiving, sweepSessions } from "./sessions-store.server.ts";
import { coordinatorDoors, mineDoors } from "./staff-routes.server.ts";
import { publish, trustOf, verifiedTrustOf } from "./trust.server.ts";
import { FAILURE_WINDOW_MS } from "./policy.ts";

export type { DemoInvitations, DemoKeys } from "./founding.server.ts";
export {
  addFederationHost,
  createFederation,
  createJour,
  isHostKnown,
  type JourDraft,
  listJours,
  removeJour,
} from "./jours.server.ts";
export type { MakeJour } from "./founding/service.server.ts";
export type { MemberId, MemberRole } from "./contract.ts";

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly role: MemberRole;
  readonly teams: readonly string[];
  /** X-Wing, 1216 bytes: what is sealed to her. */
  readonly sealKey: Uint8Array;
}

export interface People {
  readonly doors: Door[];
  /** Who asks, for the router. */
  actorOf(request: Request, host: HostView): Promise<Actor>;
  /** Whether a session still stands: asked for desks whose live connection is open. */
  isSignedIn(jour: JourId, session: string): Promise<boolean>;
  /** What clients are given to check a volunteer against; undefined before the jour is founded. */
  trust(jour: JourId): Promise<TrustBundle | undefined>;
  /** The same, checked now: undefined also when it has expired. */
  verifiedTrust(jour: JourId): Promise<VerifiedTrust | undefined>;
  /** A countersigned member. */
  member(jour: JourId, id: string): Promise<Member | undefined>;
  members(jour: JourId): Promise<Member[]>;
  /** All that is kept about a member here, as her own page shows it; for her to take along. */
  everythingOf(jour: JourId, member: string): Promise<unknown>;
  /** Called after a member has left: her shift ends, her connections close. */
  onLeaving(hear: (jour: JourId, member: MemberId) => Promise<void>): void;
  /** Called after a member was taken out of the conversations: she stays, and her shift ends. */
  onSilenced(hear: (jour: JourId, member: MemberId) => Promise<void>): void;
  /** Called when a session has ended because somebody ended it. */
  onSignedOut(hear: (jour: JourId, session: string) => void): void;
  /** The doors of the federation's desk for this, which only the whole house can furnish: `makeJour` puts a new one together. */
  foundingDoors(makeJour: MakeJour): Door[];
  /** The fragment of a new jour's first invitation. */
  found(jour: JourId): Promise<Result<string, "already-founded">>;
  /** The same for a jour whose root is lost: all members go, and the chain with them. */
  foundAnew(jour: JourId): Promise<string>;
  /** Tells those who hold a key of the root, thrice, before somebody's right to sign lapses. Ask every hour. */
  remindOfLapse(
    jour: JourId,
    tell: (tx: TenantTx, members: readonly string[], at: number) => Promise<void>,
  ): Promise<void>;
  renewDemo(jour: JourId, keys: DemoKeys): Promise<void>;
  demoInvitations(jour: JourId, keys: DemoKeys): Promise<DemoInvitations>;
  /** Members with these names whose keys nobody has; their numbers, in the same order. */
  inventColleagues(jour: JourId, keys: DemoKeys, names: readonly string[]): Promise<string[]>;
  /** Deletes what has ended: sessions, invitations, enrolments. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
}

export interface PeopleOptions {
  readonly database: Database;
  readonly config: Pick<Config, "mode" | "secret">;
  readonly now?: () => number;
}

export async function createPeople(options: PeopleOptions): Promise<People> {
  const { database, config, now = Date.now } = options;
  const ended: ((jour: JourId, session: string) => void)[] = [];
  const deps: Deps = {
    database,
    suite: await createSuite(),
    challenges: createChallenges(config.secret, now),
    now,
    secure: config.mode === "production",
    signedOut: (jour, session) => ended.forEach((hear) => hear(jour, session)),
  };
  const listeners: Listeners = { leaving: [], silenced: [] };
  return {
    doors: doorsOf(deps, listeners),
    actorOf: (request, host) => actorOf(deps, request, host),
    isSignedIn: (jour, session) =>
      database.tenant(jour, (tx) => isLiving(tx, session, new Date(now()))),
    trust: (jour) => trustOf(deps, jour),
    verifiedTrust: (jour) => verifiedTrustOf(deps, jour),
    ...membersOf(database),
    everythingOf: (jour, member) => everythingOf(deps, jour, member),
    onLeaving: (hear) => void listeners.leaving.push(hear),
    onSilenced: (hear) => void listeners.silenced.push(hear),
    onSignedOut: (hear) => void ended.push(hear),
    foundingDoors: (makeJour) => foundingDoors({ ...deps, makeJour }),
    found: (jour) => foundingInvitation(deps, jour),
    foundAnew: (jour) => foundAnew(deps, jour),
    remindOfLapse: (jour, tell) => remindOfLapse(deps, jour, tell),
    renewDemo: (jour, keys) => renewDemo(deps, jour, keys),
    demoInvitations: (jour, keys) => demoInvitations(deps, jour, keys),
    inventColleagues: (jour, keys, names) => inventColleagues(deps, jour, keys, names),
    sweep: (jour) =>
      database.tenant(jour, async (tx) => {
        await sweepMembers(tx, new Date(now()));
        await sweepProposals(tx, new Date(now()));
        await sweepRecoveries(tx, new Date(now()), dayOf(now() - REKEYED_DAYS * 86_400_000));
        await sweepSessions(tx, new Date(now()), new Date(now() - FAILURE_WINDOW_MS));
      }),
  };
}

const membersOf = (database: Database): Pick<People, "member" | "members"> => ({
  async member(jour, id) {
    const row = await database.tenant(jour, (tx) => findMember(tx, id));
    return row?.status === "active" ? toMember(row) : undefined;
  },
  async members(jour) {
    const rows = await database.tenant(jour, (tx) => allMembers(tx));
    return rows.filter((row) => row.status === "active").map(toMember);
  },
});

type Hear = (jour: JourId, member: MemberId) => Promise<void>;
interface Listeners {
  readonly leaving: Hear[];
  readonly silenced: Hear[];
}

function doorsOf(deps: Deps, listeners: Listeners): Door[] {
  const publishAsCoordinator: Parameters<typeof coordinatorDoors>[1] = async (
    jour,
    publication,
  ) => {
    const done = await publish(deps, jour, publication, { kind: "coordinator" });
    if (!done.ok) return done;
    const tell = async (whom: readonly string[], hears: readonly Hear[]): Promise<void> => {
      for (const one of whom) await Promise.all(hears.map((hear) => hear(jour, one as MemberId)));
    };
    await tell(done.value.left, listeners.leaving);
    await tell(done.value.silenced, listeners.silenced);
    return done;
  };
  return [
    ...entranceDoors(deps),
    ...enrolDoors(deps),
    ...signInDoors(deps),
    ...sessionDoors(deps),
    ...mineDoors(deps),
    ...coordinatorDoors(deps, publishAsCoordinator),
    ...custodyDoors(deps),
  ];
}

const toMember = (row: {
  id: string;
  name: string;
  role: MemberRole;
  teams: string[];
  seal_key: Uint8Array;
}): Member => ({
  id: row.id as MemberId,
  name: row.name,
  role: row.role,
  teams: row.teams,
  sealKey: row.seal_key,
});
