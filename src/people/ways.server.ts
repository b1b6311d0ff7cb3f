import { randomUUID } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { hashOf } from "./challenge.server.ts";
import { type Deps, monthOf } from "./deps.server.ts";
import { checkRegistration, type PasskeySite, type PostedRegistration } from "./passkeys.server.ts";
import {
  deleteWay,
  deleteWaysOfKind,
  insertWay,
  type WayRow,
  waysOf,
} from "./ways-store.server.ts";

/** As `schemas.server.ts` lets it in. */
export type PostedWay =
  | {
      readonly kind: "passkey";
      readonly label: string;
      readonly sealed: Uint8Array;
      readonly registration: PostedRegistration;
    }
  | {
      readonly kind: "passphrase";
      readonly lookup: Uint8Array;
      readonly auth: Uint8Array;
      readonly sealed: Uint8Array;
    }
  | { readonly kind: "recovery"; readonly lookup: Uint8Array; readonly sealed: Uint8Array };

export type WayCode = "passkey-refused" | "name-taken";

/** Checks a way and makes its row. Slow and outside of the transaction: the passkey's signature. */
export async function checkWay(
  deps: Deps,
  site: PasskeySite,
  member: string,
  posted: PostedWay,
): Promise<Result<CheckedWay, "passkey-refused">> {
  const bare = {
    id: randomUUID(),
    member_id: member,
    label: "",
    auth_hash: null,
    sealed: Buffer.from(posted.sealed),
    public_key: null,
    counter: null,
    transports: null,
    created_month: monthOf(deps.now()),
    waiting: false,
  };
  if (posted.kind === "recovery") {
    const lookup = hashOf(posted.lookup);
    return ok({ row: { ...bare, kind: "recovery", lookup }, challenge: undefined });
  }
  if (posted.kind === "passphrase") {
    const secrets = { lookup: hashOf(posted.lookup), auth_hash: hashOf(posted.auth) };
    return ok({ row: { ...bare, kind: "passphrase", ...secrets }, challenge: undefined });
  }
  const made = await checkRegistration(deps.challenges, site, member, posted.registration);
  if (!made.ok) return made;
  const { lookup, publicKey, counter, transports, challenge } = made.value;
  const passkey = { label: posted.label, lookup, public_key: publicKey, counter, transports };
  return ok({ row: { ...bare, kind: "passkey", ...passkey }, challenge });
}

export interface CheckedWay {
  readonly row: WayRow;
  readonly challenge: Uint8Array | undefined;
}

/** Puts checked ways in; a new passphrase or recovery code takes the place of the one before. */
export async function storeWays(
  deps: Deps,
  tx: TenantTx,
  ways: readonly CheckedWay[],
  undo: (code: WayCode) => never,
): Promise<void> {
  for (const { row, challenge } of ways) {
    if (challenge && !(await deps.challenges.spend(tx, challenge))) undo("passkey-refused");
    if (row.kind !== "passkey") await deleteWaysOfKind(tx, row);
    if (!(await insertWay(tx, row)))
      undo(row.kind === "passkey" ? "passkey-refused" : "name-taken");
  }
}

/** The last way in besides the recovery code stays, and so does the recovery code itself. */
export async function removeWay(
  tx: TenantTx,
  member: string,
  id: string,
): Promise<Result<undefined, "not-found" | "last-way-in">> {
  const ways = await waysOf(tx, member);
  const way = ways.find((one) => one.id === id);
  if (!way) return fail("not-found");
  const others = ways.filter((one) => one.kind !== "recovery" && one.id !== id);
  if (way.kind === "recovery" || others.length === 0) return fail("last-way-in");
  await deleteWay(tx, member, id);
  return ok();
}
