import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import {
  draftDelegate,
  draftRevocation,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
} from "../trust/make.ts";
import { CONVERSATIONS } from "../trust/objects.ts";
import type { DutyStatement } from "../trust/objects.ts";
import type { DirectoryMember, TrustBundle } from "../trust/types.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Sixteen or thirty-two bytes that are the same in every run. */
export const bytes = (fill: number, length = 32): Uint8Array => new Uint8Array(length).fill(fill);

export type Name = "anna" | "bea" | "cleo";
const SEEDS = { anna: 0x31, bea: 0x32, cleo: 0x33 } as const;

/** A jour with three custodians (two must sign), one delegate and three volunteers. */
export interface World {
  suite: Suite;
  jour: Uint8Array;
  face: Uint8Array;
  now: number;
  custodians: Uint8Array[];
  delegate: Uint8Array;
  log: Uint8Array[];
  trust: TrustBundle;
  head(): Promise<Uint8Array>;
  revoke(key: Uint8Array): Promise<void>;
  publish(
    change?: Partial<{ version: number; at: number; expires: number; members: DirectoryMember[] }>,
  ): Promise<void>;
  member(name: Name): Promise<DirectoryMember>;
  duty(
    name: Name,
    change?: Partial<DutyStatement> & { signer?: Uint8Array; seed?: Uint8Array },
  ): Promise<Duty>;
}

export interface Duty {
  bytes: Uint8Array;
  seed: Uint8Array;
}

export async function createWorld(
  options: { suite?: Suite; jour?: number | Uint8Array; salt?: number; now?: number } = {},
): Promise<World> {
  const suite = options.suite ?? (await createSuite());
  const salt = options.salt ?? 0;
  const custodians = [0x11, 0x12, 0x13].map((fill) => bytes(fill + salt));
  const log: Uint8Array[] = [];
  const world: World = {
    suite,
    jour: typeof options.jour === "object" ? options.jour : bytes(options.jour ?? 0xa1, 16),
    face: bytes(0xb1, 16),
    now: options.now ?? 1_800_000_000_000,
    custodians,
    delegate: bytes(0x21 + salt),
    log,
    trust: { log, directory: new Uint8Array(0) },
    head: () => suite.sha256(log.at(-1) ?? new Uint8Array(0)),
    revoke: (key) => revoke(world, key),
    publish: (change) => publish(world, change),
    member: (name) => member(world, bytes(SEEDS[name] + salt)),
    duty: (name, change) => duty(world, bytes(SEEDS[name] + salt), change),
  };
  await found(world);
  await world.publish();
  return world;
}

async function found({ suite, jour, now, custodians, delegate, log }: World): Promise<void> {
  const keys = await Promise.all(custodians.map(suite.ed25519.publicKey));
  const root = draftRoot({ jour, previous: bytes(0), at: now - DAY, version: 1, m: 2, keys });
  log.push(await makeEntry(suite, "root", root, custodians.slice(0, 2)));
  const named = draftDelegate({
    jour,
    previous: await suite.sha256(log[0] ?? bytes(0)),
    at: now - DAY,
    key: await suite.ed25519.publicKey(delegate),
    until: now + 80 * DAY,
  });
  log.push(await makeEntry(suite, "delegate", named, custodians.slice(1)));
}

async function revoke(world: World, key: Uint8Array): Promise<void> {
  const { suite, jour, now, custodians, log } = world;
  const draft = draftRevocation({ jour, previous: await world.head(), at: now, key });
  log.push(await makeEntry(suite, "revocation", draft, custodians.slice(0, 2)));
}

async function publish(world: World, change: Parameters<World["publish"]>[0] = {}): Promise<void> {
  const { suite, jour, now, delegate, log } = world;
  const names: Name[] = ["anna", "bea", "cleo"];
  const directory = await makeDirectory(suite, delegate, {
    jour,
    version: 7,
    previous: bytes(0),
    head: await world.head(),
    at: now - HOUR,
    expires: now + 3 * DAY,
    members: await Promise.all(names.map(world.member)),
    ...change,
  });
  world.trust = { log, directory };
}

async function member({ suite, now }: World, seed: Uint8Array): Promise<DirectoryMember> {
  return {
    id: seed.slice(0, 16),
    role: "volunteer",
    teams: [CONVERSATIONS],
    identity: await suite.ed25519.publicKey(seed),
    sealKeyHash: await suite.sha256(seed),
    validFrom: now - 30 * DAY,
    validUntil: now + 300 * DAY,
  };
}

async function duty(
  world: World,
  identity: Uint8Array,
  change: Partial<DutyStatement> & { signer?: Uint8Array; seed?: Uint8Array } = {},
): Promise<Duty> {
  const { suite, jour, face, now } = world;
  const { signer = identity, seed = bytes((identity[0] ?? 0) + 0x40), ...fields } = change;
  const statement = await makeDuty(suite, signer, {
    jour,
    face,
    member: identity.slice(0, 16),
    key: await suite.ed25519.publicKey(seed),
    alias: { 0x31: "Anna", 0x32: "Bea", 0x33: "Cleo" }[identity[0] ?? 0] ?? "Någon",
    from: now - HOUR,
    until: now + 6 * HOUR,
    head: await world.head(),
    ...fields,
  });
  return { bytes: statement, seed };
}
