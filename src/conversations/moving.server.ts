import type { JourId } from "../platform/database/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { StoredEvent } from "./fold.ts";
import { mayBeAsked } from "./policy.ts";
import { eventFrame, type LiveStanding, type Standings } from "./standings.server.ts";
import { isSameHash, readSeekerToken } from "./token.server.ts";

interface MovingParts {
  readonly live: Live;
  readonly shifts: Shifts;
  readonly standings: Standings;
  readonly now: () => number;
}

/** To another face of the jour, with her yes: whoever is on call asks, and she who waits answers. */
export class Moving {
  readonly #parts: MovingParts;
  constructor(parts: MovingParts) {
    this.#parts = parts;
  }

  /** Asks the one who has waited longest and may be asked. Who it was is told to nobody. */
  async ask(
    jour: JourId,
    from: string,
    to: { readonly id: string; readonly name: string },
  ): Promise<Result<undefined, "closed" | "nobody-waits" | "try-again">> {
    const { shifts, standings, now } = this.#parts;
    if (!(await shifts.doorNow(jour, to.id)).open) return fail("closed");
    for (const standing of standings.queue(jour, from)) {
      if (!mayBeAsked(standing)) continue;
      const event = { e: "move-asked", face: to.id, name: to.name, at: now() } as const;
      const asked = await this.#write(standing, event, () => mayBeAsked(standing));
      if (asked.ok) return asked;
      if (asked.code === "try-again") return fail("try-again");
    }
    return fail("nobody-waits");
  }

  /** Hers alone to say. She keeps the time since which she waits, and by it her place. */
  async answer(
    jour: JourId,
    token: string,
    yes: boolean,
  ): Promise<Result<undefined, "not-found" | "try-again">> {
    const { live, standings, now } = this.#parts;
    const read = readSeekerToken(token);
    if (!read || !(await live.log.has(read.conversation))) return fail("not-found");
    // She may have been asked on another process.
    await live.log.freshen(read.conversation);
    const standing = standings.get(read.conversation);
    if (standing?.state.jour !== jour || !isSameHash(standing.state.token, read.hash))
      return fail("not-found");
    const face = standing.state.moveAsked;
    if (face === null) return fail("not-found");
    const event: StoredEvent = yes
      ? { e: "moved", face, at: now() }
      : { e: "move-declined", at: now() };
    const said = await this.#write(standing, event, () => standing.state.moveAsked === face);
    if (said.ok) return said;
    return fail(said.code === "try-again" ? "try-again" : "not-found");
  }

  async #write(
    { id }: LiveStanding,
    event: StoredEvent,
    guard: () => boolean,
  ): Promise<Result<undefined, "try-again" | "not-allowed">> {
    const written = await this.#parts.live.log.appendEvent(id, eventFrame(event), guard);
    if (written.ok) return ok();
    return fail(written.code === "try-again" ? "try-again" : "not-allowed");
  }
}
