import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openConversations } from "../conversations/index.server.ts";
import { answerTimeInWords } from "../letters/index.ts";
import { type LetterDeps, type Letters, openLetters } from "../letters/index.server.ts";
import { networkDoors } from "../network/index.server.ts";
import { createPeople, type People } from "../people/index.server.ts";
import type { Config } from "../platform/config.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import {
  appDoors,
  createRouter,
  type Door,
  Glances,
  type HostBook,
  hostBook,
  type HttpServer,
  PageCache,
  startHttpServer,
} from "../platform/http/index.server.ts";
import { type Live, openBus, openLive } from "../platform/live/index.server.ts";
import type { ShredStore } from "../platform/shred/index.server.ts";
import { createSuite, LETTERS } from "../protocol/index.ts";
import { openShifts, shiftDoors, type Shifts } from "../shifts/index.server.ts";
import { notFoundPage, type OnDuty, signOf, siteDoors } from "../site/index.server.ts";
import { type Counters, openCounters } from "../statistics/index.server.ts";

export interface HouseParts {
  readonly config: Config;
  readonly database: Database;
  readonly keys: ShredStore;
  /** Keys of letters, apart from those of conversations: they may be mirrored. */
  readonly letterKeys: ShredStore;
  /** Where the built apps and the exit script lie. */
  readonly webDirectory: string;
}

export interface OpenHouse {
  readonly port: number;
  readonly people: People;
  /** Every door that the router knows; the live connection stands beside them. */
  readonly doors: readonly Door[];
  readonly letters: Letters;
  /** Says goodbye, lets what is being written become durable, then closes. */
  drain(): Promise<void>;
}

/** Everything behind the doors, put together. */
async function openRooms(parts: HouseParts, hosts: HostBook) {
  const { config, database, letterKeys } = parts;
  const live = await openLive({ ...parts, hosts, bus: openBus(database, config.busAddress) });
  const people = await createPeople({ database, config });
  const counters = openCounters(database);
  const suite = await createSuite();
  const { shifts, close: closeShifts } = openShifts({
    ...{ database, suite, neighbours: live.neighbours, now: Date.now },
    trustOf: (jour) => people.trust(jour),
  });
  const conversations = await openConversations({
    ...{ database, config, live, shifts, counters },
    isSignedIn: (jour, session) => people.isSignedIn(jour, session),
  });
  const letters = openLetters({
    ...{ database, suite, keys: letterKeys, now: Date.now },
    ...lettersFrom(people, counters),
    sign: (host, language) => signOf(database, host, language),
    pass: conversations.passProof,
  });
  people.onLeaving(async (jour, member) => {
    await shifts.dismiss(jour, member);
    conversations.dismiss(jour, member);
  });
  people.onSignedOut((jour, session) => conversations.signedOut(jour, session));
  const close = async (): Promise<void> => {
    conversations.close();
    closeShifts();
    await live.close();
    await counters.close();
  };
  return { live, people, shifts, conversations, letters, close };
}

/** Opens the house: its rooms, then its doors. */
export async function openHouse(parts: HouseParts): Promise<OpenHouse> {
  const { config, database } = parts;
  const hosts = hostBook(database);
  const rooms = await openRooms(parts, hosts);
  const { live, people, shifts, conversations, letters } = rooms;
  const pages = new PageCache();
  const doors = [
    ...people.doors,
    ...conversations.doors,
    ...letters.doors,
    ...shiftDoors(shifts),
    ...publicDoors(parts, pages, rooms),
  ];
  const app = createRouter({
    ...{ config, database, hosts, doors },
    actorOf: (request, host) => people.actorOf(request, host),
    notFoundPage: (host) => notFoundPage(host?.jour?.demo ?? config.mode === "demo"),
  });
  const server = await startHttpServer(config, app, pages.before(live));
  return {
    ...{ port: server.port, people, letters, doors },
    async drain() {
      await sayGoodbye(server, live);
      await rooms.close();
    },
  };
}

/** First nobody new: a proxy finds the door closed, and leads there nobody who is told goodbye. */
async function sayGoodbye(server: HttpServer, live: Live): Promise<void> {
  await Promise.all([server.close(), live.drain()]);
}

/** What letters need of the people and of what is counted. */
const lettersFrom = (
  people: People,
  counters: Counters,
): Pick<LetterDeps, "trust" | "members" | "count" | "answerTimes"> => ({
  trust: (jour) => people.verifiedTrust(jour),
  members: (jour) => people.members(jour),
  count: (what) => counters.count(what),
  answerTimes: (jour, face, team) =>
    counters.distribution(jour, face, "answering", team === LETTERS ? "letter" : "talk"),
});

function publicDoors(
  { webDirectory }: HouseParts,
  pages: PageCache,
  { shifts, letters }: { readonly shifts: Shifts; readonly letters: Letters },
): Door[] {
  const directory = (app: string): string => join(webDirectory, app);
  const exitScript = readFileSync(directory("exit.js"), "utf8");
  const glances = new Glances();
  shifts.onChange(() => glances.forget());
  const onDuty: OnDuty = async (jour, face) => {
    const { teamKey, answerTime } = await letters.start(jour, face, LETTERS);
    const says = teamKey === null ? undefined : answerTimeInWords(answerTime);
    return { chat: await shifts.countNow(jour, face), letters: says };
  };
  return [
    ...siteDoors({ onDuty, pages, glances, exitScript }),
    ...networkDoors(pages, glances),
    ...appDoors({ directory: directory("contact"), mount: "/contact", cacheHashed: false }),
    ...appDoors({ directory: directory("desk"), mount: "/desk", cacheHashed: true }),
  ];
}
