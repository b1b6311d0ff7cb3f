import { randomUUID } from "node:crypto";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  type Suite,
  type TrustBundle,
  type VerifiedDuty,
  verifyDuty,
  verifyTrust,
} from "../protocol/index.ts";
import type { DutyView } from "./contract.ts";
import {
  isPresent,
  isWithinTerms,
  type OnDuty,
  PRESENT_MS,
  type StartCode,
  startKind,
} from "./policy.ts";
import { forgetToday } from "./doors-store.server.ts";
import { dutyView, isSameKey } from "./present.server.ts";
import { deleteDuty, type DutyRow, dutyOf, putDuty } from "./store.server.ts";
import type { Doors, DoorView } from "./doors.server.ts";
import type { Watch } from "./watch.server.ts";

export interface ShiftParts {
  readonly database: Database;
  readonly suite: Suite;
  readonly trustOf: (jour: JourId) => Promise<TrustBundle | undefined>;
  readonly watch: Watch;
  readonly doors: Doors;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether she is in order to begin a shift: pledge, register extract, leave, training. Handed in by the entry. */
  readonly mayBegin?: (jour: JourId, member: string) => Promise<Result<undefined, HoldCode>>;
}

/** Why she may not begin. Literal, for her desk has a sentence for each. */
export type HoldCode =
  | "pledge-unsigned"
  | "extract-missing"
  | "extract-lapsed"
  | "on-leave"
  | "not-trained";

export interface StartInput {
  readonly face: string;
  readonly statement: Uint8Array;
  readonly sealedSeed: Uint8Array;
  readonly capacity: number;
}

/** A hand lasts twelve hours at most, so that nothing of it is kept longer than a day. */
const FORGOTTEN_MS = 12 * 3_600_000;
type StatementCode = "trust-missing" | "trust-stale" | "statement-refused";

/** Going on and off duty. */
export class Shifts {
  readonly #parts: ShiftParts;
  #isBusy = (_duty: string): boolean => false;

  constructor(parts: ShiftParts) {
    this.#parts = parts;
  }

  /** Who still has conversations may not simply leave. */
  refuseStopWhile(isBusy: (duty: string) => boolean): void {
    this.#isBusy = isBusy;
  }

  async start(
    jour: JourId,
    member: string,
    input: StartInput,
  ): Promise<Result<DutyView, StartCode | StatementCode | HoldCode>> {
    const verified = await this.#verify(jour, member, input);
    if (!verified.ok) return verified;
    // A shift that has begun is finished under the terms on which it began; a longer one is a new promise.
    const cleared = (await this.#goesOn(jour, member, verified.value))
      ? ok()
      : await this.#parts.mayBegin?.(jour, member);
    if (cleared && !cleared.ok) return cleared;
    const started = await this.#parts.database.tenant(jour, (tx) =>
      this.#put(tx, member, input, verified.value),
    );
    if (started.ok) await this.#parts.watch.changed(jour);
    return started;
  }

  async stop(
    jour: JourId,
    member: string,
    duty: string,
  ): Promise<Result<undefined, "not-found" | "conversations-open">> {
    const stopped = await this.#parts.database.tenant(jour, async (tx) => {
      const row = await dutyOf(tx, member, this.#time());
      if (row?.id !== duty) return fail("not-found");
      if (this.#isBusy(duty)) return fail("conversations-open");
      await deleteDuty(tx, duty);
      return ok();
    });
    if (stopped.ok) await this.#parts.watch.changed(jour);
    return stopped;
  }

  /** She has left the jour: whatever shift she had is over. */
  async dismiss(jour: JourId, member: string): Promise<void> {
    await this.#parts.database.tenant(jour, async (tx) => {
      const row = await dutyOf(tx, member, this.#time());
      if (row) await deleteDuty(tx, row.id);
    });
    await this.#parts.watch.changed(jour);
  }

  async mine(jour: JourId, member: string): Promise<DutyView | null> {
    const row = await this.#parts.database.tenant(jour, (tx) => dutyOf(tx, member, this.#time()));
    return row ? dutyView(row) : null;
  }

  /** Everybody with a shift now, as last read here; whether she is present is `isPresent`. */
  onDuty(jour: JourId): readonly OnDuty[] {
    return this.#parts.watch.duties(jour);
  }

  /** The same, read now. */
  look(jour: JourId): Promise<readonly OnDuty[]> {
    return this.#parts.watch.look(jour);
  }

  /** Whether the chat of a face is open; at most a second old. */
  door(jour: JourId, face: string): Promise<DoorView> {
    return this.#parts.doors.says(jour, face);
  }

  /** The same, read now: for a page that remembers it itself. */
  doorNow(jour: JourId, face: string): Promise<DoorView> {
    return this.#parts.doors.look(jour, face);
  }

  /** Whether those who wait there may hope, as last read here. */
  isServed(jour: JourId, face: string): boolean {
    const { doors, watch, now } = this.#parts;
    const isThere = watch.duties(jour).some((duty) => duty.face === face && isPresent(duty, now()));
    return doors.known(jour, face)?.served ?? isThere;
  }

  /** Forgets what was said of doors yesterday. Ask every few minutes. */
  async sweep(jour: JourId): Promise<void> {
    const before = new Date(this.#parts.now() - FORGOTTEN_MS);
    await this.#parts.database.tenant(jour, (tx) => forgetToday(tx, before));
  }

  /** A door was turned, or the plan behind it changed. */
  turned(jour: JourId): Promise<void> {
    return this.#parts.watch.changed(jour);
  }

  /** How many are on duty for a face and present; at most a second old. */
  countOnDuty(jour: JourId, face: string): Promise<number> {
    return this.#parts.watch.count(jour, face);
  }

  /** The same, read now: for a page that remembers it itself. */
  countNow(jour: JourId, face: string): Promise<number> {
    return this.#parts.watch.countNow(jour, face);
  }

  /** Her desk is connected here; call what it returns when it is no more. */
  attend(jour: JourId, member: string): () => void {
    return this.#parts.watch.attend(jour, member);
  }

  onChange(tell: (jour: JourId) => void): void {
    this.#parts.watch.onChange(tell);
    this.#parts.doors.onChange(tell);
  }

  async #goesOn(jour: JourId, member: string, { key, until }: VerifiedDuty): Promise<boolean> {
    const row = await this.#parts.database.tenant(jour, (tx) => dutyOf(tx, member, this.#time()));
    if (!row || !isSameKey(row.statement, key)) return false;
    return isWithinTerms(until - row.expires_at.getTime(), this.#isBusy(row.id));
  }

  #time(): Date {
    return new Date(this.#parts.now());
  }

  async #verify(
    jour: JourId,
    member: string,
    input: StartInput,
  ): Promise<Result<VerifiedDuty, StatementCode>> {
    const { suite, trustOf, now } = this.#parts;
    const bundle = await trustOf(jour);
    if (!bundle) return fail("trust-missing");
    const base = { jour: uuidBytes(jour), now: now() };
    const trust = await verifyTrust(suite, bundle, base);
    if (!trust.ok) return fail("trust-stale");
    const checks = { ...base, face: uuidBytes(input.face) };
    const duty = await verifyDuty(suite, input.statement, trust.value, checks);
    if (!duty.ok) return fail("statement-refused");
    const isHers = Buffer.from(duty.value.member).equals(uuidBytes(member));
    return isHers ? ok(duty.value) : fail("statement-refused");
  }

  async #put(
    tx: TenantTx,
    member: string,
    input: StartInput,
    verified: VerifiedDuty,
  ): Promise<Result<DutyView, StartCode>> {
    const before = await dutyOf(tx, member, this.#time());
    const standing = before && {
      face: before.face_id,
      sameKey: isSameKey(before.statement, verified.key),
      busy: this.#isBusy(before.id),
    };
    const kind = startKind(standing, input.face);
    if (kind === "conversations-open" || kind === "on-duty-elsewhere") return fail(kind);
    const row: DutyRow = {
      id: kind === "prolong" && before ? before.id : randomUUID(),
      face_id: input.face,
      member_id: member,
      statement: Buffer.from(input.statement),
      sealed_seed: Buffer.from(input.sealedSeed),
      capacity: input.capacity,
      expires_at: new Date(verified.until),
      present_until: new Date(this.#parts.now() + PRESENT_MS),
    };
    await putDuty(tx, row);
    return ok(dutyView(row));
  }
}
