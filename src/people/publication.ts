import {
  CONVERSATIONS,
  type DirectoryMember,
  draftDelegate,
  draftRevocation,
  draftRoot,
  INTAKE,
  LETTERS,
  LIMIT,
  OFFICE,
  RECRUITERS,
  makeDirectory,
  makeEntry,
  Refusal,
  type Suite,
  type TrustBundle,
  type TrustChecks,
  type VerifiedTrust,
  verifyTrust,
} from "../protocol/index.ts";
import { type LogState, readLog } from "../protocol/trust/log.ts";
import { directory as signedDirectory } from "../protocol/trust/objects.ts";

const DAY = 86_400_000;
/** A coordinator's client signs anew when less is left: then a week away from the desk does no harm. */
export const RENEW_DIRECTORY_MS = 4 * DAY;
export const RENEW_DELEGATE_MS = 30 * DAY;
const MEMBER_MS = 90 * DAY;
const NOTHING = new Uint8Array(32);

/** The keys at hand. Whoever holds the root alone (m = 1) can make delegates; a delegate signs the directory. */
export interface Signer {
  readonly delegate: Uint8Array;
  readonly root?: Uint8Array;
}

export interface Wish {
  readonly jour: Uint8Array;
  readonly now: number;
  readonly signer: Signer;
  /** What stands, as the server tells it. An empty log founds the jour with the signer's root key. */
  /** What this browser knows already: nothing older, and no other root, is signed upon. */
  readonly known?: Known;
  readonly current: { readonly log: Uint8Array[]; readonly directory: Uint8Array | null };
  readonly members: (before: DirectoryMember[]) => DirectoryMember[];
  /** A seed that shall hold the root from now on, beside those that do. */
  readonly custodian?: Uint8Array;
  /** An entry that enough custodians have signed, each at her own screen. */
  readonly entry?: Uint8Array;
  /** The first root statement, where the founding browser has made it already. */
  readonly first?: Uint8Array;
  /** Public keys that may not speak for the jour any longer. */
  readonly revoke?: readonly Uint8Array[];
}

export type Known = Omit<TrustChecks, "jour" | "now">;

export interface Draft {
  readonly after: number;
  readonly entries: Uint8Array[];
  readonly directory: Uint8Array;
}

/** Signs what has to be signed for the wish to come true. Throws `Refusal` on a current trust that is not right. */
export async function draftPublication(suite: Suite, wish: Wish): Promise<Draft> {
  const { jour, now, signer, current } = wish;
  const before = await checked(suite, wish);
  const members = wish.members(before?.members ?? []);
  const chain = await openChain(suite, wish);
  if (wish.entry) await chain.append(wish.entry);
  else if (signer.root) await keepRoot(suite, chain, wish, signer.root, members);
  const directory = await makeDirectory(suite, signer.delegate, {
    jour,
    version: (before?.version ?? 0) + 1,
    previous: before?.directoryHash ?? NOTHING,
    head: chain.head(),
    at: now,
    expires: now + LIMIT.directory,
    members: members.map((member) => ({ ...member, validUntil: now + MEMBER_MS })),
  });
  return { after: current.log.length, entries: chain.entries, directory };
}

/** An expired directory still says who was there: it is judged as of its last moment. */
async function checked(
  suite: Suite,
  { jour, now, current, known }: Wish,
): Promise<VerifiedTrust | undefined> {
  if (!current.directory) return undefined;
  const bundle: TrustBundle = { log: current.log, directory: current.directory };
  const { expires } = signedDirectory.peek(current.directory);
  const at = { jour, now: Math.min(now, expires) };
  const verified = await verifyTrust(suite, bundle, { ...known, ...at });
  if (!verified.ok) throw new Refusal(verified.code);
  return verified.value;
}

interface Chain {
  readonly state: LogState;
  readonly entries: Uint8Array[];
  head(): Uint8Array;
  append(entry: Uint8Array): Promise<void>;
}

async function openChain(suite: Suite, { jour, current }: Wish): Promise<Chain> {
  const state = await readLog(suite, current.log, jour);
  const entries: Uint8Array[] = [];
  let head = state.heads.at(-1) ?? NOTHING;
  return {
    state,
    entries,
    head: () => head,
    async append(entry) {
      entries.push(entry);
      head = await suite.sha256(entry);
    },
  };
}

/** All that only the root can do: itself, its delegates, their revocation. */
async function keepRoot(
  suite: Suite,
  chain: Chain,
  wish: Wish,
  root: Uint8Array,
  members: readonly DirectoryMember[],
): Promise<void> {
  const bare = () => ({ jour: wish.jour, previous: chain.head(), at: wish.now });
  const keys = await changeRoot(suite, chain, wish, root);
  const seeds = [root];
  for (const key of wish.revoke ?? []) {
    if (!has(standing(chain.state), key)) continue;
    const draft = draftRevocation({ ...bare(), key });
    await chain.append(await makeEntry(suite, "revocation", draft, seeds));
  }
  const coordinators = members.filter((member) => member.role === "coordinator");
  const wanted = [
    await suite.ed25519.publicKey(wish.signer.delegate),
    ...coordinators.map(identityOf),
  ];
  const done: Uint8Array[] = [];
  for (const key of wanted) {
    const lasts = chain.state.delegates.some(
      (one) => same(one.key, key) && one.until - wish.now > RENEW_DELEGATE_MS,
    );
    if (lasts || has(done, key) || has(chain.state.revoked, key)) continue;
    const draft = draftDelegate({ ...bare(), key, until: wish.now + LIMIT.delegate });
    await chain.append(await makeEntry(suite, "delegate", draft, seeds));
    done.push(key);
  }
  if (!has(keys, await suite.ed25519.publicKey(root))) throw new Refusal("root-signatures-missing");
}

async function changeRoot(
  suite: Suite,
  chain: Chain,
  { jour, now, custodian, first, revoke = [] }: Wish,
  root: Uint8Array,
): Promise<Uint8Array[]> {
  const before = chain.state.root;
  const own = await suite.ed25519.publicKey(root);
  const added = custodian ? [await suite.ed25519.publicKey(custodian)] : [];
  const kept = (before?.keys ?? [own]).filter((key) => !has(revoke, key));
  const keys = [...kept, ...added.filter((key) => !has(kept, key))];
  if (before && keys.length === before.keys.length && keys.every((key) => has(before.keys, key)))
    return keys;
  const version = (before?.version ?? 0) + 1;
  if (!before && first) {
    await chain.append(first);
    return keys;
  }
  const m = before?.m ?? 1;
  const draft = draftRoot({ jour, previous: chain.head(), at: now, version, m, keys });
  const seeds = custodian ? [root, custodian] : [root];
  await chain.append(await makeEntry(suite, "root", draft, seeds));
  return keys;
}

/** Made before anything else of a jour is, so that its fingerprint can be kept with the founder's own keys. */
export async function firstRoot(
  suite: Suite,
  jour: Uint8Array,
  seed: Uint8Array,
  at: number,
): Promise<Uint8Array> {
  const keys = [await suite.ed25519.publicKey(seed)];
  const draft = draftRoot({ jour, previous: NOTHING, at, version: 1, m: 1, keys });
  return makeEntry(suite, "root", draft, [seed]);
}

/** Delegates that are not revoked, expired ones included: a revocation outlives a wrong clock. */
const standing = ({ delegates, revoked }: LogState): Uint8Array[] =>
  delegates.map(({ key }) => key).filter((key) => !has(revoked, key));

const identityOf = (member: DirectoryMember): Uint8Array => member.identity;
const same = (a: Uint8Array, b: Uint8Array): boolean => a.join() === b.join();
const has = (keys: readonly Uint8Array[], key: Uint8Array): boolean =>
  keys.some((one) => same(one, key));

/** Delegates' keys that belong to nobody who coordinates now: a custodian's client revokes them. */
export async function strangers(
  suite: Suite,
  log: Uint8Array[],
  jour: Uint8Array,
  members: readonly DirectoryMember[],
): Promise<Uint8Array[]> {
  const coordinators = members.filter((member) => member.role === "coordinator").map(identityOf);
  const state = await readLog(suite, log, jour);
  return standing(state).filter((key) => !has(coordinators, key));
}

/** True when nothing needs to be signed: long enough to live, and every coordinator a delegate. */
export async function isFresh(
  suite: Suite,
  trust: TrustBundle,
  o: { readonly jour: Uint8Array; readonly now: number; readonly holdsRoot: boolean },
): Promise<boolean> {
  const { expires, members } = signedDirectory.peek(trust.directory);
  if (expires - o.now < RENEW_DIRECTORY_MS) return false;
  if (!o.holdsRoot) return true;
  const state = await readLog(suite, trust.log, o.jour);
  return members
    .filter((member) => member.role === "coordinator" && !has(state.revoked, member.identity))
    .every((member) =>
      state.delegates.some(
        (one) => same(one.key, member.identity) && one.until - o.now > RENEW_DELEGATE_MS,
      ),
    );
}

/** Whoever founds a jour, or tries a demo, answers everywhere; a coordinator recruits and minds the office, too. */
const teamsOf = (role: DirectoryMember["role"]): string[] => [
  ...[CONVERSATIONS, LETTERS, INTAKE],
  ...(role === "coordinator" ? [RECRUITERS, OFFICE] : []),
];

/** A new line of the directory, in the teams that she was let into. */
export const newMember = (
  o: Pick<DirectoryMember, "id" | "role" | "identity" | "sealKeyHash">,
  now: number,
  teams: readonly string[] = teamsOf(o.role),
): DirectoryMember => ({
  ...o,
  teams: [...teams],
  validFrom: now,
  validUntil: now + MEMBER_MS,
});
