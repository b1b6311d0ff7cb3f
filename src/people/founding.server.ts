import { randomUUID } from "node:crypto";
import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type DirectoryMember, encodeInvitation, invitationKeys } from "../protocol/index.ts";
import { hashOf } from "./challenge.server.ts";
import type { MemberRole } from "./contract.ts";
import { uuidBytes } from "../platform/ids.ts";
import { sameBytes } from "./bytes.ts";
import type { Deps } from "./deps.server.ts";
import { invite } from "./members.server.ts";
import { deletePrinted, forgetTrust } from "./jours-store.server.ts";
import { draftPublication, isFresh } from "./publication.ts";
import { readLog } from "../protocol/trust/log.ts";
import { publish, storedTrust } from "./trust.server.ts";

/** An invitation as its fragment: the only thing that is ever printed. */
async function printInvitation(
  deps: Deps,
  jour: JourId,
  role: MemberRole,
  trust: { readonly fingerprint: Uint8Array; readonly delegateSeed?: Uint8Array },
): Promise<string> {
  const id = randomUUID();
  const secret = deps.suite.random(32);
  const { token } = await invitationKeys(deps.suite, secret);
  await invite(deps, jour, { id, token, role }, null);
  const whom = { jour: uuidBytes(jour), id: uuidBytes(id), secret };
  return encodeInvitation({ ...whom, ...trust });
}

/**
 * The first invitation of a new jour. There is no root yet: the founding coordinator's own browser makes
 * it, so that no key of the jour was ever here or in a link. All zeros stand for "not yet".
 */
export async function foundingInvitation(
  deps: Deps,
  jour: JourId,
): Promise<Result<string, "already-founded">> {
  const stored = await storedTrust(deps, jour);
  if (stored.log.length > 0) return fail("already-founded");
  await deps.database.tenant(jour, deletePrinted);
  return ok(await printInvitation(deps, jour, "coordinator", { fingerprint: new Uint8Array(32) }));
}

/**
 * Where too few custodians are left, nothing that the root signs can be signed any more. Everybody is taken
 * out with the old chain, and the first one comes in anew: another root, another fingerprint.
 */
export async function foundAnew(deps: Deps, jour: JourId): Promise<string> {
  await deps.database.tenant(jour, forgetTrust);
  return printInvitation(deps, jour, "coordinator", { fingerprint: new Uint8Array(32) });
}

/** The demo's own keys. They lie in its data directory, which is why production refuses demo data. */
export interface DemoKeys {
  readonly root: Uint8Array;
  readonly delegate: Uint8Array;
}

/** Not any more where custodians have made the demo's root theirs: then the house only renews the directory. */
export async function speaksAlone(
  { suite }: Deps,
  jour: JourId,
  log: readonly Uint8Array[],
  keys: DemoKeys,
): Promise<boolean> {
  const entries = log.map((entry) => new Uint8Array(entry));
  const { root } = await readLog(suite, entries, uuidBytes(jour));
  const own = await suite.ed25519.publicKey(keys.root);
  return root === undefined || (root.m === 1 && root.keys.some((key) => sameBytes(key, own)));
}

/**
 * Makes or renews the demo's delegate and directory; leaves alone what still has days to live. Without
 * it a demo that nobody tends would close after a week.
 */
export async function renewDemo(deps: Deps, jour: JourId, keys: DemoKeys): Promise<void> {
  const { suite } = deps;
  const trust = await storedTrust(deps, jour);
  const now = deps.now();
  const id = uuidBytes(jour);
  const current = {
    log: trust.log.map((entry) => new Uint8Array(entry)),
    directory: trust.directory ? new Uint8Array(trust.directory.document) : null,
  };
  const { directory } = current;
  if (
    directory &&
    (await isFresh(suite, { log: current.log, directory }, { jour: id, now, holdsRoot: false }))
  )
    return;
  const isAlone = await speaksAlone(deps, jour, trust.log, keys);
  const wish = {
    jour: id,
    now,
    signer: isAlone ? keys : { delegate: keys.delegate },
    current,
    members: (before: DirectoryMember[]) => before,
  };
  const done = await publish(deps, jour, await draftPublication(suite, wish), { kind: "house" });
  // A coordinator who signed at the same moment has renewed it too.
  if (!done.ok && done.code !== "changed-meanwhile")
    throw new Error(`the demo cannot renew its directory: ${done.code}`);
}

/** Fragments, as they follow `/desk/#i=`. */
export interface DemoInvitations {
  readonly coordinator: string;
  readonly volunteers: readonly string[];
}

/**
 * One-time invitations that countersign themselves: one for a coordinator, which holds a key of the
 * root, and two for volunteers. Those of the start before end.
 */
export async function demoInvitations(
  deps: Deps,
  jour: JourId,
  keys: DemoKeys,
): Promise<DemoInvitations> {
  const { log } = await storedTrust(deps, jour);
  const [first] = log;
  if (!first) throw new Error("the demo has no root yet");
  await deps.database.tenant(jour, deletePrinted);
  const fingerprint = hashOf(first);
  const volunteer = (): Promise<string> =>
    printInvitation(deps, jour, "volunteer", { fingerprint, delegateSeed: keys.delegate });
  const delegateSeed = (await speaksAlone(deps, jour, log, keys)) ? keys.root : keys.delegate;
  const coordinator = { fingerprint, delegateSeed };
  return {
    coordinator: await printInvitation(deps, jour, "coordinator", coordinator),
    volunteers: [await volunteer(), await volunteer()],
  };
}
