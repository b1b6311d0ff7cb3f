import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { PhoneParts } from "./deps.server.ts";
import type { Lines } from "./lines.server.ts";
import type { CallAction, CallEvent, Operator } from "./operator.ts";
import { type Recording, toRing } from "./policy.ts";
import type { Rounds } from "./rounds.server.ts";
import { type CallStep, hashOf } from "./seal.server.ts";
import { type LineRow, markEnd, phonesOf, putMark, workedOn } from "./store.server.ts";
import { clipsFor } from "./voice.ts";

const HOUR = 3_600_000;
/** The longest talk after which the operator is still understood. */
const STEP_LIVES_MS = 3 * HOUR;

/** Where the operator knocks. */
export interface Knock {
  readonly jour: JourId;
  readonly face: string;
  readonly secret: string;
  /** The origin by which it came, such as https://mira.example. */
  readonly origin: string;
}

type Code = "not-found" | "call-refused" | "call-repeated" | "try-again";
type Fields = ReadonlyMap<string, string>;
type Stage = "start" | "next" | "ended";

/** One step of a call after the other. Nothing of the call is kept between them but marks. */
export class Calls {
  readonly #parts: PhoneParts;
  readonly #lines: Lines;
  readonly #rounds: Rounds;
  readonly #operator: Operator;

  constructor(parts: PhoneParts, lines: Lines, rounds: Rounds, operator: Operator) {
    this.#parts = parts;
    this.#lines = lines;
    this.#rounds = rounds;
    this.#operator = operator;
  }

  /** Somebody rings. */
  start(knock: Knock, fields: Fields): Promise<Result<object, Code>> {
    return this.#answer(knock, fields, "start");
  }

  /** What was asked for is over. */
  next(knock: Knock, fields: Fields, token: string): Promise<Result<object, Code>> {
    return this.#answer(knock, fields, "next", token);
  }

  /** She has put the receiver down. */
  ended(knock: Knock, fields: Fields, token: string): Promise<Result<object, Code>> {
    return this.#answer(knock, fields, "ended", token);
  }

  async #answer(
    knock: Knock,
    fields: Fields,
    stage: Stage,
    token?: string,
  ): Promise<Result<object, Code>> {
    const line = await this.#lines.knock(knock.jour, knock.face, knock.secret);
    if (line === "flood") return fail("try-again");
    if (!line) return fail("not-found");
    const event = this.#operator.read(fields);
    if (!event) return fail("call-refused");
    const before = token === undefined ? firstStep(event) : this.#stepOf(knock, event, token);
    if (!before) return fail("call-refused");
    const action = await this.#decide(knock, line, stage, { event, before });
    return action.ok ? ok(this.#operator.write(action.value)) : action;
  }

  /** The step that this question goes on from, if it is of this very call. */
  #stepOf({ face }: Knock, { call }: CallEvent, token: string): CallStep | undefined {
    const step = this.#parts.seal.openStep(face, token);
    return step?.call === callHash(call) && step.until > this.#parts.now() ? step : undefined;
  }

  async #decide(
    knock: Knock,
    line: LineRow,
    stage: Stage,
    { event, before }: { event: CallEvent; before: CallStep },
  ): Promise<Result<CallAction, Code>> {
    const { database, seal, now } = this.#parts;
    const time = now();
    const rung = await database.tenant(knock.jour, async (tx) => {
      const mark = seal.mark(knock.face, event.call, `${stage} ${before.n}`);
      if (!(await putMark(tx, mark, markEnd(time)))) return "repeated";
      if (await workedOn(tx, knock.face, dayOf(time))) this.#parts.changed();
      return stage === "ended" || event.outcome === "answered"
        ? "over"
        : this.#choose(tx, line, before);
    });
    if (rung === "repeated") return fail("call-repeated");
    this.#rounds.stopped(before.tried);
    if (rung === "over") return ok({ kind: "hang-up" });
    if (rung.duties.length === 0) return ok(await this.#speak(knock, line, rung.isStaffed));
    this.#rounds.rings(rung.duties, line.ring_seconds);
    return ok(this.#ring(knock, line, before, rung));
  }

  async #choose(tx: TenantTx, line: LineRow, { tried }: CallStep) {
    const { seal, now } = this.#parts;
    const rows = await phonesOf(tx, line.face_id, new Date(now()));
    const numbers = new Map<string, string>();
    for (const row of rows) {
      const number = seal.openNumber(tx.jour, row.sealed_number);
      if (number !== undefined) numbers.set(row.duty_id, number);
    }
    const phones = rows
      .filter((row) => numbers.has(row.duty_id))
      .map((row) => ({ duty: row.duty_id, place: row.place, inCall: row.in_call }));
    const { isRung, lastRung } = this.#rounds;
    const how = { mode: line.mode, first: line.first, tried: new Set(tried), isRung, lastRung };
    const duties = toRing(phones, how);
    return {
      duties,
      numbers: duties.flatMap((duty) => numbers.get(duty) ?? []),
      isStaffed: phones.length > 0,
    };
  }

  #ring(
    knock: Knock,
    line: LineRow,
    before: CallStep,
    { duties, numbers }: { duties: readonly string[]; numbers: readonly string[] },
  ): CallAction {
    const step = this.#parts.seal.step(knock.face, {
      call: before.call,
      n: before.n + 1,
      tried: [...before.tried, ...duties],
      until: this.#parts.now() + STEP_LIVES_MS,
    });
    const at = `${knock.origin}/phone/${knock.face}/${knock.secret}`;
    return {
      kind: "ring",
      numbers,
      shown: line.number,
      seconds: line.ring_seconds,
      next: `${at}/next/${step}`,
      ended: `${at}/ended/${step}`,
    };
  }

  /** Nobody can answer: when it opens, whom to ring in danger, and the way to letters. */
  async #speak({ jour, face, origin }: Knock, line: LineRow, isStaffed: boolean) {
    const { announced, lettersTaken, now } = this.#parts;
    const hours = await announced(jour, face);
    const kind: Recording = isStaffed || hours.open ? "unanswered" : "closed";
    const own = line.recordings.find((one) => one.kind === kind);
    if (own) return { kind: "play", url: `${origin}${recordingPath(face, own.name)}` } as const;
    const letters = await lettersTaken(jour, face);
    const clips = clipsFor({ kind, opensAt: hours.opensAt, now: now(), lettersTaken: letters });
    return { kind: "play", url: `${origin}/phone/voice/${clips.join(".")}.wav` } as const;
  }
}

export const recordingPath = (face: string, name: string): string =>
  `/phone/recording/${face}/${name}`;

const callHash = (call: string): string => hashOf(call).toString("base64url");
const firstStep = ({ call }: CallEvent): CallStep => ({
  ...{ call: callHash(call), n: 0, tried: [], until: 0 },
});

const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });
/** "2026-11-21", as the calendar in Sweden has it. */
export const dayOf = (now: number): string => days.format(now);
