import { fail, ok, type Result } from "../../platform/result.ts";
import { toBase64url } from "../../protocol/index.ts";
import type { Link, LinkOptions } from "../../platform/live/link.browser.ts";
import type { DeskApi, OnDuty } from "../../shifts/index.browser.ts";
import { letterPaths } from "../../letters/index.ts";
import type { RoomView } from "../contract.ts";
import { Bell } from "../desk/bell.browser.ts";
import { DeskRoom } from "../desk/desk-room.browser.ts";
import { Screen } from "../desk/screen.browser.ts";
import { type Pace, PlayedSeeker } from "./played-seeker.browser.ts";
import type { Script } from "./script.ts";
import { openStage, type Stage } from "./stage.browser.ts";

export interface Rehearsal {
  readonly screen: Screen;
  readonly seeker: PlayedSeeker;
  close(): void;
}

export interface RehearsalOptions {
  readonly script: Script;
  /** What she is called in it. */
  readonly alias: string;
  readonly lock: () => void;
  readonly pace?: Pace;
}

/**
 * The real room over a house in this page's memory: the same component, the same keys and checks, and
 * nobody at the other end. No request is made, so nothing is stored and nothing is counted.
 */
export async function openRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const { script, alias, lock, pace } = options;
  const stage = await openStage([alias]);
  const seeker = await PlayedSeeker.open(stage, script, pace);
  const { room, bell } = await openRoom(stage, alias);
  const screen = new Screen({ room, bell, face: null, lock, countHard: undefined });
  await room.take({
    ...{ conversation: stage.conversation, face: stage.face },
    ...{ door: "woman", language: "sv", since: Date.now() },
  });
  return {
    ...{ screen, seeker },
    close() {
      seeker.close();
      room.close();
      bell.close();
    },
  };
}

async function openRoom(stage: Stage, alias: string): Promise<{ room: DeskRoom; bell: Bell }> {
  const { statement, seed } = await stage.dutyOf(alias);
  const now = Date.now();
  const duty: OnDuty = {
    ...{ duty: crypto.randomUUID() as OnDuty["duty"], face: stage.face, alias, capacity: 1 },
    ...{ statement: toBase64url(statement), sealedSeed: "", seed },
    ...{ startedAt: now, expiresAt: now + 3_600_000 },
  };
  const bell = new Bell();
  bell.on.value = false;
  const room = new DeskRoom({
    ...{ api: nobody, bell, duty: () => duty },
    // Asked for its suite and its jour alone: a shift is signed already.
    holder: {
      ...{ suite: stage.suite, jour: stage.jour, member: "" },
      identity: { sign: new Uint8Array(32), seal: new Uint8Array(32) },
    },
    trust: {
      refresh: async () => undefined,
      latest: () => stage.trust,
      fingerprint: () => undefined,
    },
    link: (link) => memoryLink(stage, link),
  });
  return { room, bell };
}

const empty: RoomView = { t: "room", waiting: [], mine: [], colleagues: [], blocks: [] };

function memoryLink({ log }: Stage, { onState, onMessage }: LinkOptions): Link {
  queueMicrotask(() => {
    onState("open");
    onMessage?.({ ...empty });
  });
  return log.link();
}

/** Says yes to everything and asks nobody; that letters could be taken, too, so that the offer can be tried. */
const nobody: DeskApi = {
  get: async <T>(): Promise<Result<T>> => fail("not-found"),
  post: async <T>(path: string): Promise<Result<T>> =>
    ok((path === letterPaths.start ? { teamKey: "rehearsal" } : {}) as T),
};
