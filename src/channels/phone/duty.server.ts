import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { CallCount, Counted as CountedView, MyPhone } from "./contract.ts";
import type { PhoneParts } from "./deps.server.ts";
import { dutyNumber, ending } from "./policy.ts";
import {
  lineOf,
  linesOf,
  phoneOf,
  phonesOf,
  putInCall,
  releasePhone,
  takePhone,
} from "./store.server.ts";
import type { Tally } from "./tally.server.ts";

/** What a volunteer does: takes the telephone, says that she is in a call, counts one. */
export class DutyPhones {
  readonly #parts: PhoneParts;
  readonly #tally: Tally;

  constructor(parts: PhoneParts, tally: Tally) {
    this.#parts = parts;
    this.#tally = tally;
  }

  mine(jour: JourId, member: string): Promise<MyPhone> {
    return this.#parts.database.tenant(jour, (tx) => this.#mine(tx, member));
  }

  async take(
    jour: JourId,
    member: string,
    written: string,
  ): Promise<Result<MyPhone, "number-refused" | "not-on-duty">> {
    const number = dutyNumber(written);
    if (number === undefined) return fail("number-refused");
    const sealed = this.#parts.seal.number(jour, number);
    const time = new Date(this.#parts.now());
    return this.#change(jour, member, (tx) => takePhone(tx, member, sealed, time));
  }

  release(jour: JourId, member: string): Promise<Result<MyPhone, "not-on-duty">> {
    return this.#change(jour, member, async (tx) => {
      await releasePhone(tx, member);
      return true;
    });
  }

  inCall(jour: JourId, member: string, inCall: boolean): Promise<Result<MyPhone, "not-on-duty">> {
    return this.#change(jour, member, (tx) => putInCall(tx, member, inCall));
  }

  async count(
    jour: JourId,
    member: string,
    { face, door, length }: CallCount,
  ): Promise<Result<CountedView, "not-found">> {
    const faces = await this.#parts.faces(jour);
    if (faces.every(({ id }) => id !== face)) return fail("not-found");
    const what = { jour, face, door, channel: "phone", measure: "length", bucket: length } as const;
    return ok({ counted: this.#tally.add(member, what) });
  }

  async undo(jour: JourId, member: string, counted: string): Promise<Result<undefined, "gone">> {
    return (await this.#tally.undo(jour, member, counted)) ? ok() : fail("gone");
  }

  /** How many can be rung for a face now; undefined where the telephone is not connected yet. */
  async free(jour: JourId, face: string): Promise<number | undefined> {
    const { database, seal, now } = this.#parts;
    return database.tenant(jour, async (tx) => {
      const line = await lineOf(tx, face);
      // Until the operator has reached us once, who is on duty here says nothing of who answers there.
      if (!line?.secret_hash || line.worked_on === null) return undefined;
      const phones = await phonesOf(tx, face, new Date(now()));
      return phones.filter(
        (phone) => !phone.in_call && seal.openNumber(jour, phone.sealed_number) !== undefined,
      ).length;
    });
  }

  async #change(
    jour: JourId,
    member: string,
    change: (tx: TenantTx) => Promise<boolean>,
  ): Promise<Result<MyPhone, "not-on-duty">> {
    const changed = await this.#parts.database.tenant(jour, async (tx) =>
      (await change(tx)) ? ok(await this.#mine(tx, member)) : fail("not-on-duty"),
    );
    if (changed.ok) this.#parts.changed();
    return changed;
  }

  async #mine(tx: TenantTx, member: string): Promise<MyPhone> {
    const lines = await linesOf(tx);
    const row = await phoneOf(tx, member, new Date(this.#parts.now()));
    const number = row && this.#parts.seal.openNumber(tx.jour, row.sealed_number);
    return {
      lines: lines.filter((line) => line.secret_hash !== null).map((line) => line.face_id),
      phone: row && number !== undefined ? { ending: ending(number), inCall: row.in_call } : null,
    };
  }
}
