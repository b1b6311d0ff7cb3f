import type { Act, DirectoryMember, RootPolicy } from "../../protocol/index.ts";
import type { LogState } from "../../protocol/trust/log.ts";
import { sameBytes } from "../bytes.ts";
import { RENEW_DELEGATE_MS } from "../publication.ts";

/** How safe the root is. `alone`: one key is all there is. `exact`: no more of them are left than must sign. */
export type Safety = "safe" | "alone" | "exact" | "either" | "lost";

export interface Standing {
  readonly safety: Safety;
  /** Keys of the root that belong to nobody in the directory any more: left, or recovered with new keys. */
  readonly lost: readonly Uint8Array[];
  /** Until when the last of the delegates may sign the directory: then the jour closes unless somebody signs. */
  readonly delegatesUntil: number;
}

type Members = readonly Pick<DirectoryMember, "identity" | "role">[];
type Log = Pick<LogState, "delegates" | "revoked">;

const has = (keys: readonly Uint8Array[], key: Uint8Array): boolean =>
  keys.some((one) => sameBytes(one, key));

export function standingOf(root: RootPolicy, log: Log, members: Members): Standing {
  const identities = members.map(({ identity }) => identity);
  const lost = root.keys.filter((key) => !has(identities, key));
  const left = root.keys.length - lost.length;
  const untils = log.delegates
    .filter(({ key }) => !has(log.revoked, key))
    .map(({ until }) => until);
  return { safety: safetyOf(root, left), lost, delegatesUntil: Math.max(0, ...untils) };
}

function safetyOf({ keys, m }: RootPolicy, left: number): Safety {
  if (left < m) return "lost";
  if (keys.length === 1) return "alone";
  if (left === m) return m === 1 ? "alone" : "exact";
  return m === 1 ? "either" : "safe";
}

/**
 * How many of `count` should have to sign: more than half. Of two, one: if both had to, the first lost device
 * would lock the jour out of her own root.
 */
export const advisedM = (count: number): number => (count < 3 ? 1 : Math.floor(count / 2) + 1);

/**
 * What custodians have to sign now, in the order in which it matters: first whoever may no longer sign is
 * stopped, then who should sign and may not, or not much longer.
 */
export function dueActs(
  log: Pick<LogState, "delegates" | "revoked">,
  members: Members,
  now: number,
): Exclude<Act, { kind: "root" }>[] {
  const coordinators = members.filter(({ role }) => role === "coordinator");
  const theirs = coordinators.map(({ identity }) => identity);
  const standing = log.delegates.filter(({ key, until }) => !has(log.revoked, key) && until > now);
  const strangers = unique(standing.map(({ key }) => key).filter((key) => !has(theirs, key)));
  const lacking = theirs.filter(
    (key) =>
      !has(log.revoked, key) &&
      !standing.some((one) => sameBytes(one.key, key) && one.until - now > RENEW_DELEGATE_MS),
  );
  return [
    ...strangers.map((key) => ({ kind: "revocation", key }) as const),
    ...lacking.map((key) => ({ kind: "delegate", key, until: 0 }) as const),
  ];
}

const unique = (keys: readonly Uint8Array[]): Uint8Array[] =>
  keys.filter((key, at) => keys.findIndex((one) => sameBytes(one, key)) === at);
