import type { JourId } from "../platform/database/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type {
  ChallengeAnswer,
  ContactStatus,
  Door,
  Language,
  OpenAnswer,
  OpenRequest,
} from "./contract.ts";
import type { Endings } from "./endings.server.ts";
import type { Gate } from "./gate.server.ts";
import { MAX_WAITING } from "./policy.ts";
import type { Rooms } from "./rooms.server.ts";
import { eventFrame, type Standings } from "./standings.server.ts";
import { isSameHash, newSeekerSecret, readSeekerToken } from "./token.server.ts";

export interface SeekerParts {
  readonly live: Live;
  readonly shifts: Shifts;
  readonly gate: Gate;
  readonly standings: Standings;
  readonly rooms: Rooms;
  readonly endings: Endings;
  readonly graceMinutes: number;
  readonly now: () => number;
}

type OpenCode =
  | "closed"
  | "limit-reached"
  | "proof-invalid"
  | "proof-outdated"
  | "proof-spent"
  | "try-again";

/** What the seeker's side asks for. */
export class Seekers {
  readonly #parts: SeekerParts;

  constructor(parts: SeekerParts) {
    this.#parts = parts;
  }

  async status(jour: JourId, face: string): Promise<ContactStatus> {
    const { shifts, standings, rooms, graceMinutes } = this.#parts;
    const { open } = await shifts.door(jour, face);
    const waiting = standings.queue(jour, face).length;
    return { open, waiting, estimate: rooms.estimate(jour, face, waiting + 1), graceMinutes };
  }

  challenge(jour: JourId, face: string, pass: string | undefined): Promise<ChallengeAnswer> {
    const { standings, gate } = this.#parts;
    return gate.challenge(pass, standings.queue(jour, face).length);
  }

  async open(
    jour: JourId,
    face: string,
    { door, language, proof }: OpenRequest,
  ): Promise<Result<OpenAnswer, OpenCode>> {
    const { live, shifts, standings, gate } = this.#parts;
    // Before her work is used up: a closed door costs her nothing.
    if (!(await shifts.door(jour, face)).open) return fail("closed");
    const waiting = standings.queue(jour, face).length;
    if (waiting >= MAX_WAITING || !live.hasRoomForNew) return fail("limit-reached");
    const passed = await gate.pass(proof, waiting);
    return passed.ok ? this.#begin(jour, face, door, language) : passed;
  }

  async #begin(
    jour: JourId,
    face: string,
    door: Door,
    language: Language,
  ): Promise<Result<OpenAnswer, "try-again">> {
    const { live, gate, standings, now } = this.#parts;
    const secret = newSeekerSecret();
    const { pass, hash } = gate.newPass();
    const place = standings.queue(jour, face).length + 1;
    const opened = eventFrame({
      ...{ e: "opened", jour, face, door, language, at: now() },
      ...{ token: secret.hash, pass: hash, place },
    });
    const made = await live.log.create(opened);
    if (!made.ok) return made;
    return ok({ conversation: made.value, token: secret.tokenFor(made.value), pass });
  }

  /** Ends and destroys. What is gone already is what she asked for. */
  async end(jour: JourId, token: string): Promise<Result<undefined, "not-found" | "try-again">> {
    const { live, standings, endings } = this.#parts;
    const read = readSeekerToken(token);
    if (!read) return fail("not-found");
    if (!(await live.log.has(read.conversation))) return ok();
    const standing = standings.get(read.conversation);
    if (!standing) return ok();
    const { state } = standing;
    if (state.jour !== jour || !isSameHash(state.token, read.hash)) return fail("not-found");
    const ended = await endings.end(standing, "ended");
    return ended.ok || ended.code === "gone" ? ok() : fail("try-again");
  }
}
