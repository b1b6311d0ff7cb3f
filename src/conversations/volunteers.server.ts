import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { isPresent, type OnDuty } from "../shifts/index.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { BlockAnswer, LiveTicket } from "./contract.ts";
import type { Endings } from "./endings.server.ts";
import type { StoredEvent } from "./fold.ts";
import type { Gate } from "./gate.server.ts";
import { isIn, takeRefusal, thoseIn, volunteerOf } from "./policy.ts";
import { type Clocks, eventFrame, type LiveStanding, type Standings } from "./standings.server.ts";
import { insertTicket } from "./store.server.ts";
import { newTicket } from "./token.server.ts";

export interface VolunteerParts extends Clocks {
  readonly database: Database;
  readonly live: Live;
  readonly shifts: Shifts;
  readonly standings: Standings;
  readonly gate: Gate;
  readonly endings: Endings;
}

/** Who asks, from her session. */
export interface Asker {
  readonly jour: JourId;
  readonly member: string;
  readonly session: string;
}

type Done<C extends string> = Promise<Result<undefined, C | "try-again">>;
type Found = "not-on-duty" | "not-found";
const TICKET_MS = 60_000;

/** What a volunteer does with conversations. Each act is an event of the log, so that one of two wins. */
export class Volunteers {
  readonly #parts: VolunteerParts;

  constructor(parts: VolunteerParts) {
    this.#parts = parts;
  }

  async ticket({ jour, member, session }: Asker): Promise<LiveTicket> {
    const { database, now } = this.#parts;
    const { ticket, hash } = newTicket();
    const [until, time] = [new Date(now() + TICKET_MS), new Date(now())];
    await database.tenant(jour, (tx) => insertTicket(tx, hash, { member, session }, until, time));
    return { ticket };
  }

  async take(asker: Asker, id: string): Done<Found | "already-taken" | "limit-reached"> {
    const { standings, endings, now, elapsed } = this.#parts;
    const found = await this.#find(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    if (isIn(standing.state, me.duty) && standing.desertedSince === null) return ok();
    const refusal = () =>
      takeRefusal(standing, { load: standings.load(me.duty), capacity: me.capacity }, elapsed());
    let isFirst = false;
    const taken = await this.#write(standing, { e: "taken", duty: me.duty, at: now() }, () => {
      isFirst = standing.state.firstTaken === null;
      return refusal() === undefined;
    });
    if (taken.ok && isFirst) endings.countWaiting(standing.state);
    if (taken.ok) return taken;
    if (taken.code === "try-again") return fail("try-again");
    if (isIn(standing.state, me.duty)) return ok();
    return fail(refusal() ?? "already-taken");
  }

  async call(
    asker: Asker,
    id: string,
    called: string,
    handOver: boolean,
  ): Done<Found | "limit-reached"> {
    const { standings, now } = this.#parts;
    const found = await this.#findMine(asker, id);
    if (!found.ok) return found;
    const { standing, me, duties } = found.value;
    const colleague = duties.find(
      ({ duty, face }) => duty === called && face === standing.state.face,
    );
    if (!colleague || !isPresent(colleague, now()) || called === me.duty) return fail("not-found");
    if (standings.load(called) >= colleague.capacity) return fail("limit-reached");
    return this.#act(
      standing,
      { e: "called", duty: called, by: me.duty, handOver, at: now() },
      () => isIn(standing.state, me.duty) && !isIn(standing.state, called),
    );
  }

  async join(asker: Asker, id: string): Done<Found | "limit-reached"> {
    const found = await this.#find(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    const isCalled = () => volunteerOf(standing.state, me.duty)?.state === "called";
    if (isIn(standing.state, me.duty)) return ok();
    if (!isCalled()) return fail("not-found");
    if (this.#parts.standings.load(me.duty) >= me.capacity) return fail("limit-reached");
    return this.#act(standing, { e: "joined", duty: me.duty, at: this.#parts.now() }, isCalled);
  }

  async decline(asker: Asker, id: string): Done<Found> {
    const found = await this.#find(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    const isCalled = () => volunteerOf(standing.state, me.duty)?.state === "called";
    return this.#act(standing, { e: "declined", duty: me.duty, at: this.#parts.now() }, isCalled);
  }

  /** She goes, a colleague stays. The last one does not leave: she lets go, or ends. */
  async leave(asker: Asker, id: string): Done<Found | "last-one"> {
    const found = await this.#findMine(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    const othersStay = () => thoseIn(standing.state).some((duty) => duty !== me.duty);
    if (!othersStay()) return fail("last-one");
    const event = { e: "left", duty: me.duty, at: this.#parts.now() } as const;
    return this.#act(standing, event, () => isIn(standing.state, me.duty) && othersStay());
  }

  /** She lets go; without a colleague in it the conversation stands first in the queue again. */
  async release(asker: Asker, id: string): Done<Found> {
    const found = await this.#findMine(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    const event = { e: "released", duty: me.duty, at: this.#parts.now() } as const;
    return this.#act(standing, event, () => isIn(standing.state, me.duty));
  }

  async end(asker: Asker, id: string): Done<Found> {
    const found = await this.#findMine(asker, id);
    return found.ok ? this.#end(found.value.standing) : found;
  }

  /** A colleague on duty has to agree; alone it is done at once, and counted for review. */
  async block(asker: Asker, id: string): Promise<Result<BlockAnswer, Found | "try-again">> {
    const { now } = this.#parts;
    const found = await this.#findMine(asker, id);
    if (!found.ok) return found;
    const { standing, me, duties } = found.value;
    const isColleague = (one: OnDuty): boolean =>
      one.duty !== me.duty && one.face === me.face && isPresent(one, now());
    if (!duties.some(isColleague)) {
      const done = await this.#block(standing, "blocked-alone");
      return done.ok ? ok({ done: true }) : done;
    }
    const event = { e: "block-asked", by: me.duty, at: now() } as const;
    const asked = await this.#act(standing, event, () => isIn(standing.state, me.duty));
    return asked.ok ? ok({ done: false }) : asked;
  }

  async agreeToBlock(asker: Asker, id: string): Done<Found> {
    const found = await this.#find(asker, id);
    if (!found.ok) return found;
    const { standing, me } = found.value;
    const by = standing.state.blockAskedBy;
    if (by === null || by === me.duty || standing.state.face !== me.face) return fail("not-found");
    return this.#block(standing, "blocked");
  }

  async #block(standing: LiveStanding, measure: "blocked" | "blocked-alone"): Done<never> {
    const { gate, endings, now } = this.#parts;
    await gate.block(standing.state.pass);
    return this.#end(standing, () =>
      endings.count(standing.state, measure, now() - standing.state.since),
    );
  }

  async #end(standing: LiveStanding, ended = (): void => undefined): Done<never> {
    const end = await this.#parts.endings.end(standing, "ended");
    if (end.ok) ended();
    return end.ok || end.code === "gone" ? ok() : fail("try-again");
  }

  /** Her duty now, and a conversation of her own jour: anything else is not there for her. */
  async #find(
    { jour, member }: Asker,
    id: string,
  ): Promise<Result<{ standing: LiveStanding; me: OnDuty; duties: readonly OnDuty[] }, Found>> {
    const { shifts, standings, live } = this.#parts;
    const duties = await shifts.look(jour);
    const me = duties.find((duty) => duty.member === member);
    if (!me) return fail("not-on-duty");
    if (!(await live.log.has(id))) return fail("not-found");
    // What she did last may have been done on another process.
    await live.log.freshen(id);
    const standing = standings.get(id);
    if (standing?.state.jour !== jour) return fail("not-found");
    const { state } = standing;
    const isToSee = state.face === me.face || volunteerOf(state, me.duty) !== undefined;
    return isToSee ? ok({ standing, me, duties }) : fail("not-found");
  }

  async #findMine(asker: Asker, id: string) {
    const found = await this.#find(asker, id);
    if (found.ok && !isIn(found.value.standing.state, found.value.me.duty))
      return fail("not-found");
    return found;
  }

  async #act(standing: LiveStanding, event: StoredEvent, guard: () => boolean): Done<"not-found"> {
    const written = await this.#write(standing, event, guard);
    if (written.ok) return written;
    return fail(written.code === "try-again" ? "try-again" : "not-found");
  }

  async #write(
    { id }: LiveStanding,
    event: StoredEvent,
    guard: () => boolean,
  ): Promise<Result<undefined, "try-again" | "not-allowed" | "gone">> {
    const written = await this.#parts.live.log.appendEvent(id, eventFrame(event), guard);
    if (written.ok) return ok();
    const { code } = written;
    return fail(code === "gone" || code === "try-again" ? code : "not-allowed");
  }
}
