import { randomBytes } from "node:crypto";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import {
  type ChallengeAnswer,
  type OpenAnswer,
  paths,
  type PlaceView,
  type PresentView,
  type Proof,
  type RoomView,
  type ServerEvent,
} from "../../src/conversations/contract.ts";
import { type Link, openLink } from "../../src/platform/live/link.browser.ts";
import { type DutyView, shiftPaths } from "../../src/shifts/index.ts";
import {
  type Answered,
  type ConversationHouse,
  MIRA,
  type RunningHouse,
} from "./conversations.server.ts";
import { nodeEnvironment } from "./live-server.server.ts";
import type { TrustedWoman } from "./trust.server.ts";

/** What a seeker needs of a house: to ask at its doors, and where it is. */
export type HouseToAsk = Pick<RunningHouse, "port" | "ask">;

export async function solved(house: HouseToAsk, pass?: string): Promise<Proof> {
  const answer = await house.ask("POST", paths.challenge, pass === undefined ? {} : { pass });
  const { challenge } = answer.body as ChallengeAnswer;
  const asked = challenge as unknown as Challenge;
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (!solution) throw new Error("the proof was not solved");
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}

/** One end of a conversation in a test: bytes instead of a protocol session. */
export interface Side {
  readonly heard: string[];
  readonly events: ServerEvent[];
  readonly codes: string[];
  readonly places: PlaceView[];
  readonly present: PresentView[];
  say(text: string): Promise<number>;
  type(): void;
  close(): void;
}

export function follow(link: Link, conversation: string): Side {
  const side = { heard: [], events: [], codes: [], places: [], present: [] } as Pick<
    Side,
    "heard" | "events" | "codes" | "places" | "present"
  >;
  const text = (payload: Uint8Array): string => new TextDecoder().decode(payload);
  const channel = link.channel({
    conversation,
    tab: randomBytes(16),
    handlers: {
      frame({ seq, kind, payload }) {
        if (kind === 1) side.heard.push(`${seq}:${text(payload)}`);
        else side.events.push(JSON.parse(text(payload)) as ServerEvent);
      },
      place: (place: PlaceView) => void side.places.push(place),
      present: (present: PresentView) => void side.present.push(present),
      closed: (code) => void side.codes.push(code),
    },
  });
  return {
    ...side,
    say: (said) => channel.append(new TextEncoder().encode(said)),
    type: () => channel.typing(),
    close: () => channel.close(),
  };
}

export interface Seeker extends Side, OpenAnswer {
  readonly link: Link;
}

export async function openSeeker(
  house: HouseToAsk,
  at: () => HouseToAsk = () => house,
  blocked = false,
): Promise<Seeker> {
  const proof = await solved(house);
  const opened = await house.ask("POST", paths.open, { door: "woman", language: "sv", proof });
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  const answer = opened.body as OpenAnswer;
  const link = openLink({
    token: async () => answer.token,
    onState: () => undefined,
    environment: nodeEnvironment(() => at().port, blocked, MIRA),
  });
  return { ...answer, link, ...follow(link, answer.conversation) };
}

export interface Volunteer {
  readonly duty: DutyView;
  readonly link: Link;
  readonly rooms: RoomView[];
  room(): RoomView;
  act(path: string, body: object): Promise<Answered>;
  follow(conversation: string): Side;
}

export async function openVolunteer(
  ground: Pick<ConversationHouse, "face" | "clock"> & {
    readonly trust: Pick<ConversationHouse["trust"], "women" | "duty">;
  },
  house: HouseToAsk,
  who: TrustedWoman,
  capacity = 3,
): Promise<Volunteer> {
  const { statement } = await ground.trust.duty(who, ground.face, {
    alias: `Alias ${ground.trust.women.indexOf(who)}`,
    until: Date.now() + ground.clock.ahead + 3_600_000,
  });
  const body = {
    face: ground.face,
    statement: Buffer.from(statement).toString("base64url"),
    sealedSeed: "c2VhbGVk",
    capacity,
  };
  const act = (path: string, given: object): Promise<Answered> =>
    house.ask("POST", path, given, { member: who.id });
  const started = await act(shiftPaths.start, body);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  const rooms: RoomView[] = [];
  const link = openLink({
    token: async () => ((await act(paths.liveTicket, {})).body as { ticket: string }).ticket,
    onState: () => undefined,
    onMessage: (message) =>
      void (message.t === "room" && rooms.push(message as unknown as RoomView)),
    environment: nodeEnvironment(() => house.port, false, MIRA),
  });
  const nothing: RoomView = { t: "room", waiting: [], mine: [], colleagues: [], blocks: [] };
  return {
    ...{ link, rooms, act },
    duty: started.body as DutyView,
    room: () => rooms.at(-1) ?? nothing,
    follow: (conversation) => follow(link, conversation),
  };
}
