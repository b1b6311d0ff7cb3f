import { ok, type Result } from "../platform/result.ts";
import { uuidBytes } from "../platform/ids.ts";
import {
  attempt,
  heldTo,
  type Pins,
  toBase64url,
  unwrapIdentity,
  wrapIdentity,
  type WrapKind,
} from "../protocol/index.ts";
import { bytesOf, sameBytes } from "./bytes.ts";
import { type Opened, peoplePaths as paths } from "./contract.ts";
import type { Staff } from "./staff.browser.ts";
import { checkTrust } from "./trust.browser.ts";

/** The server shows another jour than hers, or takes back what she has seen: nobody sits down to that. */
const GRAVE: readonly string[] = [
  "root-fingerprint-mismatch",
  "log-rolled-back",
  "log-fork",
  "directory-rolled-back",
];

interface Under {
  readonly kind: WrapKind;
  readonly secret: Uint8Array;
}

/**
 * Holds the server to what lay in the wrap that she has just opened, and puts in what is newer: a browser
 * that keeps nothing is told by her own wrap which jour is hers. What the server answers otherwise (an
 * expired register, no connection) is for the desk to show.
 */
export async function keepPins(
  staff: Staff,
  opened: Opened,
  under: Under,
): Promise<Result<unknown>> {
  const wrapped = { ...under, member: uuidBytes(opened.member) };
  const lay = await attempt(() => unwrapIdentity(staff.suite, wrapped, bytesOf(opened.sealed)));
  const checked = await checkTrust(staff);
  if (!checked.ok) return GRAVE.includes(checked.code) ? checked : ok(null);
  const before = lay.ok ? lay.value.pins : undefined;
  const held = before ? await heldTo(before, checked.value) : ok(true);
  if (!held.ok) return held;
  const { pins } = staff;
  if (!pins || (before && isSame(before, pins))) return ok(null);
  const sealed = await wrapIdentity(staff.suite, wrapped, staff.identity, pins);
  // Never put in the place of a wrap that opens one that does not.
  await unwrapIdentity(staff.suite, wrapped, sealed);
  await staff.api.put(`${paths.myWays}/${opened.way}`, { sealed: toBase64url(sealed) });
  return ok(null);
}

const isSame = (a: Pins, b: Pins): boolean =>
  a.entries === b.entries &&
  a.version === b.version &&
  sameBytes(a.fingerprint, b.fingerprint) &&
  sameBytes(a.head, b.head);
