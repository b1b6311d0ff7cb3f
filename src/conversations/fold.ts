// The state of a conversation is nothing but its log, read from the first frame on. Pure: a restart and a
// second process come to the same state.

import type { Door, DutyId, Language, ServerEvent } from "./contract.ts";

/** What frame 1 holds besides what is told to the two sides. */
export interface OpenedSecrets {
  /** SHA-256 of the seeker's token, and of the pass that her tab got, in base64url. */
  readonly token: string;
  readonly pass: string;
  /** Her place in the queue when she came, for the coarse counters. */
  readonly place: number;
}
type OpenedEvent = Extract<ServerEvent, { e: "opened" }>;
export type StoredEvent = (OpenedEvent & OpenedSecrets) | Exclude<ServerEvent, OpenedEvent>;

export interface Volunteer {
  readonly duty: DutyId;
  /** 'called': a colleague asks for her; she has not answered yet. */
  readonly state: "in" | "called";
  readonly by: DutyId | null;
  readonly handOver: boolean;
}

export interface Conversation extends OpenedSecrets {
  readonly jour: string;
  readonly face: string;
  readonly door: Door;
  readonly language: Language;
  readonly since: number;
  readonly volunteers: readonly Volunteer[];
  readonly firstTaken: number | null;
  /** Had somebody once. */
  readonly again: boolean;
  readonly blockAskedBy: DutyId | null;
  /** The face that she was asked to go to, until she has answered. */
  readonly moveAsked: string | null;
  /** She was asked once, and that is enough. */
  readonly wasAsked: boolean;
}

/** The state after one more event; an event that makes no sense changes nothing. */
export function fold(
  state: Conversation | undefined,
  event: StoredEvent,
): Conversation | undefined {
  if (event.e === "opened") return state ?? opened(event);
  return state && after(state, event);
}

const nobody: readonly Volunteer[] = [];

function opened(event: OpenedEvent & OpenedSecrets): Conversation {
  const { jour, face, door, language, at, token, pass, place } = event;
  return {
    ...{ jour, face, door, language, token, pass, place },
    since: at,
    volunteers: nobody,
    firstTaken: null,
    again: false,
    blockAskedBy: null,
    moveAsked: null,
    wasAsked: false,
  };
}

function after(state: Conversation, event: Exclude<StoredEvent, OpenedEvent>): Conversation {
  switch (event.e) {
    case "taken": {
      const volunteer: Volunteer = { duty: event.duty, state: "in", by: null, handOver: false };
      return {
        ...state,
        volunteers: [...without(state, event.duty), volunteer],
        firstTaken: state.firstTaken ?? event.at,
        again: true,
        moveAsked: null,
      };
    }
    case "called": {
      const { duty, by, handOver } = event;
      return {
        ...state,
        volunteers: [...without(state, duty), { duty, state: "called", by, handOver }],
      };
    }
    case "joined": {
      const volunteers = state.volunteers.map((one) =>
        one.duty === event.duty ? { ...one, state: "in" as const } : one,
      );
      return { ...state, volunteers };
    }
    case "declined":
    case "left":
    case "released":
      return {
        ...state,
        volunteers: without(state, event.duty),
        blockAskedBy: state.blockAskedBy === event.duty ? null : state.blockAskedBy,
      };
    case "block-asked":
      return { ...state, blockAskedBy: event.by };
    case "move-asked":
      return { ...state, moveAsked: event.face, wasAsked: true };
    case "moved":
      return { ...state, face: event.face, moveAsked: null };
    case "move-declined":
      return { ...state, moveAsked: null };
  }
}

function without(state: Conversation, duty: DutyId): Volunteer[] {
  return state.volunteers.filter((one) => one.duty !== duty);
}
