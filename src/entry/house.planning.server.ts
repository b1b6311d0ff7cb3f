import type { Conversations } from "../conversations/index.server.ts";
import { type Care, openCare } from "../care/index.server.ts";
import type { People } from "../people/index.server.ts";
import type { Planning } from "../planning/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { type Shifts, superviseDoors } from "../shifts/index.server.ts";
import { facesOf } from "../site/index.server.ts";

interface RoomsOnCall {
  readonly shifts: Shifts;
  readonly planning: Planning;
  readonly conversations: Pick<Conversations, "queue" | "askToMove">;
}

/** What whoever is on call sees and turns. */
export const doorsOnCall = (
  database: Database,
  { shifts, planning, conversations }: RoomsOnCall,
): Door[] =>
  superviseDoors({
    ...{ database, shifts, now: Date.now, queue: conversations.queue },
    faces: (jour) => facesOf(database, jour),
    isOnCall: planning.isOnCall,
    callIn: planning.callIn,
    askToMove: conversations.askToMove,
    callReserves: planning.callReserves,
  });

/** What those who answer carry, and their supervision. */
export const careOf = (database: Database, people: People, planning: Planning): Care =>
  openCare({
    ...{ database, now: Date.now, members: (jour) => people.members(jour) },
    ...{ worked: planning.worked, supervisions: planning.supervisions },
  });
