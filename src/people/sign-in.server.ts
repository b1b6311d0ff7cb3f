import { timingSafeEqual } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { hashOf } from "./challenge.server.ts";
import type { Opened } from "./contract.ts";
import type { Deps } from "./deps.server.ts";
import { findMember } from "./members-store.server.ts";
import { checkAssertion, type PasskeySite, type PostedAssertion } from "./passkeys.server.ts";
import { FAILURE_LIMIT, FAILURE_WINDOW_MS } from "./policy.ts";
import { findRecovery } from "./recovery/store.server.ts";
import { openChallenge, type SignedInBy } from "./sessions.server.ts";
import { countFailure, findFailures } from "./sessions-store.server.ts";
import { findWay, setCounter, type WayRow } from "./ways-store.server.ts";

/** One answer for all that is wrong: whether a name, a passkey or a code exists is nobody's business. */
type SignInCode = "not-recognised" | "too-many-attempts";
type SignIn = Promise<Result<Opened, SignInCode>>;

export async function signInByPasskey(
  deps: Deps,
  jour: JourId,
  site: PasskeySite,
  posted: PostedAssertion,
): SignIn {
  return deps.database.tenant(jour, async (tx) => {
    const way = await findWay(tx, "passkey", Buffer.from(posted.id, "base64url"));
    if (!way) return fail("not-recognised");
    const checked = await checkAssertion(deps.challenges, site, way, posted);
    if (!checked.ok) return fail("not-recognised");
    if (!(await deps.challenges.spend(tx, checked.value.challenge))) return fail("not-recognised");
    await setCounter(tx, way.id, checked.value.counter);
    return ok(await opened(deps, tx, way, "passkey"));
  });
}

export function signInByPassphrase(
  deps: Deps,
  jour: JourId,
  lookup: Uint8Array,
  auth: Uint8Array,
): SignIn {
  return deps.database.tenant(jour, async (tx) => {
    const hash = hashOf(lookup);
    const drawer = hash.readUInt16BE(0) & 1023;
    const now = deps.now();
    const from = new Date(now - FAILURE_WINDOW_MS);
    const before = await findFailures(tx, drawer);
    if (before && before.since >= from && before.failures >= FAILURE_LIMIT)
      return fail("too-many-attempts");
    const way = await findWay(tx, "passphrase", hash);
    const isRight = timingSafeEqual(hashOf(auth), way?.auth_hash ?? Buffer.alloc(32));
    if (way && isRight) return ok(await opened(deps, tx, way, "passphrase"));
    await countFailure(tx, drawer, new Date(now), from);
    return fail("not-recognised");
  });
}

/** The code has at least 128 bits: there is nothing to guess, so nothing is counted. */
export function signInByRecovery(deps: Deps, jour: JourId, lookup: Uint8Array): SignIn {
  return deps.database.tenant(jour, async (tx) => {
    const way = await findWay(tx, "recovery", hashOf(lookup));
    return way ? ok(await opened(deps, tx, way, "recovery")) : fail("not-recognised");
  });
}

export async function opened(
  deps: Deps,
  tx: TenantTx,
  way: WayRow,
  by: SignedInBy,
): Promise<Opened> {
  const member = await findMember(tx, way.member_id);
  const waits = way.waiting
    ? await findRecovery(tx, way.member_id)
    : member?.status === "pending"
      ? member
      : undefined;
  const pending = waits?.enrolment.toString("base64url") ?? null;
  return {
    member: way.member_id,
    way: way.id,
    sealed: way.sealed.toString("base64url"),
    challenge: openChallenge(deps, tx.jour, way.member_id, by),
    pending,
  };
}
