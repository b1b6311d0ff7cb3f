import type { MemberRole } from "./contract.ts";

/** What a new directory would change, seen from the one before. */
export interface Change {
  readonly joining: readonly {
    readonly id: string;
    readonly invitedAs: MemberRole;
    readonly role: MemberRole;
  }[];
  readonly leaving: readonly string[];
  readonly roleChanged: readonly string[];
  /** Those who come back with new keys in the place of their old ones. */
  readonly rekeyed: readonly string[];
  /** Members who were there before, in other teams than before. */
  readonly teamsChanged: readonly string[];
  /** How many coordinators there would be. */
  readonly coordinators: number;
}

/** On whose word a directory comes: a coordinator's session, the invited herself, or the demo's own keys. */
export type Publisher =
  | { readonly kind: "coordinator" }
  | { readonly kind: "invited"; readonly member: string }
  | { readonly kind: "house" };

export type ChangeCode = "not-allowed" | "last-coordinator" | "role-not-offered";

/**
 * The rule book of membership. The signature has been checked before; this says what its bearer may
 * do with it, so that a delegate's key that leaks from an invitation opens no more than that.
 */
export function changeRefusal(change: Change, by: Publisher): ChangeCode | undefined {
  if (change.joining.some((one) => one.role !== one.invitedAs)) return "role-not-offered";
  if (by.kind === "coordinator") return change.coordinators === 0 ? "last-coordinator" : undefined;
  const { leaving, roleChanged, rekeyed, teamsChanged } = change;
  const changed = [...leaving, ...roleChanged, ...rekeyed, ...teamsChanged];
  const changesOthers = changed.length > 0;
  if (changesOthers) return "not-allowed";
  const allowed = by.kind === "invited" ? [by.member] : [];
  return change.joining.every(({ id }) => allowed.includes(id)) &&
    change.joining.length === allowed.length
    ? undefined
    : "not-allowed";
}

/** Wrong passphrases per drawer and quarter of an hour. */
export const FAILURE_LIMIT = 10;
export const FAILURE_WINDOW_MS = 15 * 60_000;
