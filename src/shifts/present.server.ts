import { duty as statement } from "../protocol/trust/objects.ts";
import type { DutyView } from "./contract.ts";
import type { OnDuty } from "./policy.ts";
import type { DutyRow } from "./store.server.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export function isSameKey(statementBytes: Uint8Array, key: Uint8Array): boolean {
  return Buffer.from(statement.peek(statementBytes).key).equals(key);
}

/** What she herself gets back, to go on after a reload. */
export function dutyView(row: DutyRow): DutyView {
  return {
    duty: row.id,
    face: row.face_id,
    alias: statement.peek(row.statement).alias,
    statement: text(row.statement),
    sealedSeed: text(row.sealed_seed),
    capacity: row.capacity,
    expiresAt: row.expires_at.getTime(),
  };
}

/** What the other modules see: everything but her sealed key. */
export function onDutyOf(row: DutyRow): OnDuty {
  return {
    duty: row.id,
    face: row.face_id,
    member: row.member_id,
    alias: statement.peek(row.statement).alias,
    capacity: row.capacity,
    expiresAt: row.expires_at.getTime(),
    presentUntil: row.present_until.getTime(),
    statement: row.statement,
  };
}
