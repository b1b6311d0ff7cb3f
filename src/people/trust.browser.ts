import { fail, ok, type Result } from "../platform/result.ts";
import {
  attempt,
  type DirectoryMember,
  heldTo,
  pinsOf,
  toBase64url,
  type VerifiedTrust,
  verifyTrust,
} from "../protocol/index.ts";
import { readLog } from "../protocol/trust/log.ts";
import { directory as signedDirectory } from "../protocol/trust/objects.ts";
import { uuidBytes } from "../platform/ids.ts";
import { bytesOf, sameBytes } from "./bytes.ts";
import { peoplePaths as paths, type TrustView } from "./contract.ts";
import {
  draftPublication,
  isFresh,
  type Known,
  type Signer,
  strangers,
  type Wish,
} from "./publication.ts";
import type { Staff } from "./staff.browser.ts";

export interface CurrentTrust {
  readonly log: Uint8Array[];
  readonly directory: Uint8Array | null;
}

export async function fetchTrust(staff: Staff): Promise<Result<CurrentTrust>> {
  const answer = await staff.api.get<TrustView>(paths.trust);
  if (!answer.ok) return answer;
  return attempt(() => ({
    log: answer.value.log.map(bytesOf),
    directory: answer.value.directory === null ? null : bytesOf(answer.value.directory),
  }));
}

/** The register that this desk has seen last: the server cannot show another of the same number. */
const seen = new WeakMap<Staff, Uint8Array>();

/** What this desk, or a desk of hers before it, has seen: the server cannot go back behind it. */
function knownOf(staff: Staff): Known {
  const { pins } = staff;
  const directory = seen.get(staff);
  return {
    ...(staff.fingerprint && { fingerprint: staff.fingerprint }),
    ...(pins && pins.entries > 0 && { knownHead: pins.head, knownVersion: pins.version }),
    ...(directory && { knownDirectory: directory }),
  };
}

/** The jour's chain and directory, checked as a seeker's browser checks them. */
export async function checkTrust(staff: Staff): Promise<Result<VerifiedTrust>> {
  const checked = await seenTrust(staff, {});
  return checked.ok ? ok(checked.value.trust) : checked;
}

export interface SeenTrust {
  readonly log: Uint8Array[];
  readonly trust: VerifiedTrust;
}

/** The same with the log itself. `evenExpired`: a directory counts as of its last moment. */
export async function seenTrust(
  staff: Staff,
  { evenExpired = false }: { readonly evenExpired?: boolean },
): Promise<Result<SeenTrust>> {
  // As of before the question: another answer that overtakes this one is no lie of the server's.
  const { pins } = staff;
  const { knownHead: _, ...known } = knownOf(staff);
  const current = await fetchTrust(staff);
  if (!current.ok) return current;
  const { log, directory } = current.value;
  if (!directory) return fail("not-founded");
  // What cannot be read is refused below, by its own name.
  const last = await attempt(() => signedDirectory.peek(directory).expires);
  const now = evenExpired && last.ok ? Math.min(Date.now(), last.value) : Date.now();
  const checks = { jour: staff.jour, now, ...known };
  const verified = await verifyTrust(staff.suite, { log, directory }, checks);
  if (!verified.ok) return verified;
  const trust = verified.value;
  const held = pins ? await heldTo(pins, trust) : ok(true);
  if (!held.ok) return held;
  keepInMind(staff, trust);
  return ok({ log, trust });
}

function keepInMind(staff: Staff, trust: VerifiedTrust): void {
  staff.fingerprint ??= trust.fingerprint;
  const { entries, version } = staff.pins ?? { entries: 0, version: 0 };
  if (trust.heads.length < entries || trust.version < version) return;
  staff.pins = pinsOf(trust);
  seen.set(staff, trust.directoryHash);
}

/** Which of the jour's keys she holds: her identity may be a delegate, the whole of the root, or neither. */
export async function signerOf(staff: Staff, current: CurrentTrust): Promise<Signer | undefined> {
  const own = await staff.suite.ed25519.publicKey(staff.identity.sign);
  const state = await readLog(staff.suite, current.log, staff.jour);
  const seed = staff.identity.sign;
  const isAlone = state.root?.m === 1;
  if (isAlone && state.root?.keys.some((key) => sameBytes(key, own)))
    return { delegate: seed, root: seed };
  const isDelegate = state.delegates.some(
    (one) => sameBytes(one.key, own) && one.until > Date.now(),
  );
  const isRevoked = state.revoked.some((key) => sameBytes(key, own));
  return isDelegate && !isRevoked ? { delegate: seed } : undefined;
}

/** The trust that stands, and her own seed if she may sign for the jour: what the teams' keys hang on. */
export async function teamTrust(
  staff: Staff,
): Promise<Result<{ readonly trust: VerifiedTrust; readonly delegate: Uint8Array | undefined }>> {
  const trust = await checkTrust(staff);
  if (!trust.ok) return trust;
  const own = await staff.suite.ed25519.publicKey(staff.identity.sign);
  const isDelegate = trust.value.delegates.some((key) => sameBytes(key, own));
  return ok({ trust: trust.value, delegate: isDelegate ? staff.identity.sign : undefined });
}

export type Amend = (
  signer: Signer,
  current: CurrentTrust,
) => Promise<Pick<Wish, "members" | "revoke" | "entry">> | Pick<Wish, "members" | "revoke">;

type Own = Pick<Wish, "members" | "signer" | "custodian" | "first">;

const ATTEMPTS = 3;

/** Signs a new directory upon the newest, and again upon a newer one when a colleague was faster. */
export async function amend(
  staff: Staff,
  how: Amend,
  /** A key that what is signed here makes a delegate. */
  named?: Uint8Array,
): Promise<Result<unknown>> {
  return repeatedly(async () => {
    const known = knownOf(staff);
    const current = await fetchTrust(staff);
    if (!current.ok) return current;
    const signer = (await signerOf(staff, current.value)) ?? (await signerNamed(staff, named));
    if (!signer) return fail("not-delegate");
    const wish = await how(signer, current.value);
    return send(staff, { ...wish, signer, known }, current.value, paths.publish, {});
  });
}

async function signerNamed(
  { suite, identity }: Staff,
  named: Uint8Array | undefined,
): Promise<Signer | undefined> {
  if (!named || !sameBytes(named, await suite.ed25519.publicKey(identity.sign))) return undefined;
  return { delegate: identity.sign };
}

/** The invited browser adds itself; the seed came with the invitation, or she founds the jour. */
export function countersignSelf(
  staff: Staff,
  token: Uint8Array,
  wish: (current: CurrentTrust) => Promise<Own>,
): Promise<Result<unknown>> {
  return repeatedly(async () => {
    const known = knownOf(staff);
    const current = await fetchTrust(staff);
    if (!current.ok) return current;
    const wanted = { ...(await wish(current.value)), known };
    const extra = { token: toBase64url(token) };
    return send(staff, wanted, current.value, paths.countersign, extra);
  });
}

async function repeatedly(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  for (let left = ATTEMPTS; ; left--) {
    const outcome = await attempt(work);
    const done: Result<unknown> = outcome.ok ? outcome.value : outcome;
    if (done.ok || done.code !== "changed-meanwhile" || left === 1) return done;
  }
}

async function send(
  staff: Staff,
  wish: Own & Pick<Wish, "revoke" | "entry" | "known">,
  current: CurrentTrust,
  path: string,
  extra: object,
): Promise<Result<unknown>> {
  const whole: Wish = { ...wish, jour: staff.jour, now: Date.now(), current };
  const { after, entries, directory } = await draftPublication(staff.suite, whole);
  const body = {
    ...extra,
    after,
    entries: entries.map(toBase64url),
    directory: toBase64url(directory),
  };
  return path === paths.publish ? staff.api.put(path, body) : staff.api.post(path, body);
}

/**
 * A coordinator's client keeps the jour's word fresh: it signs the directory anew in good time, and, with
 * a key of the root, makes delegates of new coordinators and takes it from those who are gone.
 */
export async function upkeep(staff: Staff): Promise<Result<unknown>> {
  const current = await fetchTrust(staff);
  if (!current.ok) return current;
  const { log, directory } = current.value;
  if (!directory) return fail("not-founded");
  const signer = await signerOf(staff, current.value);
  if (!signer) return ok(null);
  const gone = await goneDelegates(staff, signer, current.value);
  const holdsRoot = signer.root !== undefined;
  const at = { jour: staff.jour, now: Date.now(), holdsRoot };
  if (gone.length === 0 && (await isFresh(staff.suite, { log, directory }, at))) return ok(null);
  return amend(staff, async (asWhom, now) => ({
    members: (before: DirectoryMember[]) => before,
    revoke: await goneDelegates(staff, asWhom, now),
  }));
}

/** The demo's own delegate belongs to nobody and must stay, or the demo closes when nobody tends it. */
async function goneDelegates(
  staff: Staff,
  signer: Signer,
  { log, directory }: CurrentTrust,
): Promise<Uint8Array[]> {
  if (!signer.root || staff.entrance.jour.demo || !directory) return [];
  const verified = await verifyTrust(
    staff.suite,
    { log, directory },
    {
      ...{ jour: staff.jour, now: Date.now(), ...knownOf(staff) },
    },
  );
  return verified.ok ? strangers(staff.suite, log, staff.jour, verified.value.members) : [];
}

/** The register checked, and that it knows her by the key that she holds. */
export async function checkStanding(staff: Staff): Promise<Result<unknown>> {
  const trust = await checkTrust(staff);
  if (!trust.ok) return trust;
  const id = uuidBytes(staff.me.value?.member ?? "");
  const own = await staff.suite.ed25519.publicKey(staff.identity.sign);
  const isKnown = trust.value.members.some(
    (one) => sameBytes(one.id, id) && sameBytes(one.identity, own),
  );
  return isKnown ? ok(null) : fail("member-not-in-directory");
}
