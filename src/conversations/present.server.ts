import { isPresent, type OnDuty } from "../shifts/index.ts";
import type {
  ColleagueView,
  DutyId,
  Estimate,
  MineView,
  RoomView,
  ServerEvent,
  WaitingView,
} from "./contract.ts";
import type { StoredEvent } from "./fold.ts";
import { SHOWN_WAITING, thoseIn, volunteerOf } from "./policy.ts";
import { SEEKER, type LiveStanding } from "./standings.server.ts";

/** A server event as the two sides see it: frame 1 without what proves her to the server. */
export function eventView(event: StoredEvent): ServerEvent {
  if (event.e !== "opened") return event;
  const { e, jour, face, door, language, at } = event;
  return { e, jour, face, door, language, at };
}

export function presentView(present: ReadonlySet<string>): { seeker: boolean; volunteers: number } {
  const seeker = present.has(SEEKER);
  return { seeker, volunteers: present.size - (seeker ? 1 : 0) };
}

function waitingView({ id, state }: LiveStanding): WaitingView {
  const { face, door, language, since, again } = state;
  return { conversation: id, face, door, language, since, again };
}

function mineView({ id, state }: LiveStanding, duty: DutyId): MineView[] {
  const me = volunteerOf(state, duty);
  if (!me) return [];
  const { face, door, language, since } = state;
  return [
    {
      ...{ conversation: id, face, door, language, since },
      state: me.state,
      calledBy: me.by,
      handOver: me.handOver,
      volunteers: thoseIn(state),
    },
  ];
}

/** What one room is made of, for all of its jour's desks. */
export interface RoomParts {
  readonly duties: readonly OnDuty[];
  readonly conversations: Iterable<LiveStanding>;
  readonly queue: (face: string) => readonly LiveStanding[];
  readonly load: (duty: DutyId) => number;
  readonly now: number;
}

/** The room as one member sees it: the queue only of the face that she is on duty for. */
export function roomView(member: string, parts: RoomParts): RoomView {
  const present = parts.duties.filter((duty) => isPresent(duty, parts.now));
  const colleagues = present.map(({ duty, alias, face, capacity, member: who }): ColleagueView => ({
    ...{ duty, alias, face, limit: capacity },
    load: parts.load(duty),
    me: who === member,
  }));
  const me = parts.duties.find((duty) => duty.member === member);
  if (!me) return { t: "room", waiting: [], waitingTotal: 0, mine: [], colleagues, blocks: [] };
  const queue = parts.queue(me.face).filter(({ state }) => !volunteerOf(state, me.duty));
  const all = [...parts.conversations];
  return {
    t: "room",
    waiting: queue.slice(0, SHOWN_WAITING).map(waitingView),
    waitingTotal: queue.length,
    mine: all.flatMap((standing) => mineView(standing, me.duty)),
    colleagues,
    blocks: all.flatMap(({ id, state }) => {
      const by = state.blockAskedBy;
      return by !== null && by !== me.duty && state.face === me.face
        ? [{ conversation: id, by }]
        : [];
    }),
  };
}

/** `free`: how many those who are there can still take. Whoever stands behind that waits at a full jour. */
export function placeText(place: number, estimate: Estimate, open: boolean, free: number) {
  return { t: "place", place, estimate, open, full: open && place > free } as const;
}
