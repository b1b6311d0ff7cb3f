import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type HouseProgram, startHouse } from "../../bench/frame/house.ts";
import { memoryOf, processorMs } from "../../bench/frame/process.ts";
import { foundTown, ticketsFor, type Town } from "../../bench/live/town.ts";
import { openLink } from "../../src/platform/live/link.browser.ts";
import { nodeEnvironment } from "../factories/live-server.server.ts";
import { comeIn, type Newcomers } from "./newcomers.ts";
import type { Order, Tally } from "./order.ts";
import { Talk, type Window } from "./talk.ts";

const attacker = fileURLToPath(new URL("attacker.ts", import.meta.url));

export interface Siege {
  readonly talk: Talk;
  /** So long quiet, as it is without an attack. */
  quiet(seconds: number): Promise<Window>;
  attack(kind: string, seconds: number): Promise<Suffered>;
  /** Everything that was said has arrived; the house closes in good order. */
  lift(): Promise<void>;
}

export interface Suffered {
  readonly tally: Tally;
  readonly during: Window;
  readonly newcomers: Newcomers;
  /** Bytes, at most; and the share of one core that the house took. */
  readonly memory: number;
  readonly processor: number;
}

/** The built house with conversations that talk, for attackers to come. */
export async function laySiege(conversations: number, scale: number): Promise<Siege> {
  const directory = mkdtempSync(join(tmpdir(), "lykta-siege-"));
  // One jour talks; to the other come those who attack from within, and those who come back.
  const town = await foundTown(directory, { jours: 2, conversations, perDesk: 5 });
  await town.database.stop();
  const house = await startHouse({ directory, mode: "production" });
  const talk = new Talk(house.port);
  const [talking, others] = [visitorsOf(town, 0), visitorsOf(town, 1)];
  const [first] = others.desks;
  if (!first) throw new Error("the second jour has no desk");
  await talk.begin(talking.seekers, talking.desks);
  // Somebody is on duty there too: else nobody would be let in.
  const present = others.desks.slice(1, 3).map((desk) =>
    openLink({
      token: async () => (await ticketsFor(house.port, [desk]))[0]?.token ?? "",
      onState: () => undefined,
      environment: nodeEnvironment(() => house.port, false, desk.host),
    }),
  );
  const order = async (kind: string, seconds: number): Promise<Order> => ({
    ...{ kind, seconds, scale, port: house.port },
    host: others.seekers[0]?.host ?? "",
    token: others.seekers[0]?.token ?? "",
    ticket: (await ticketsFor(house.port, [first]))[0]?.token ?? "",
    // Theirs both: the first desk of the jour is in its first conversation.
    conversation: first.conversations[0] ?? "",
  });
  let turn = 1;
  return {
    talk,
    async quiet(seconds) {
      talk.window();
      await sleep(seconds * 1000);
      return talk.window();
    },
    async attack(kind, seconds) {
      const seeker = others.seekers[1 + (turn++ % (others.seekers.length - 1))];
      if (!seeker) throw new Error("nobody is there to come back");
      const told = await order(kind, seconds);
      talk.window();
      const [suffered, newcomers] = await Promise.all([
        suffer(house, told),
        // In the middle of it.
        sleep(seconds * 300).then(() => comeIn(house.port, seeker, seconds * 0.7)),
      ]);
      return { ...suffered, newcomers, during: talk.window() };
    },
    async lift() {
      await talk.end();
      for (const link of present) link.close();
      await house.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function visitorsOf({ seekers, desks }: Town, jour: number): Pick<Town, "seekers" | "desks"> {
  const host = `jour-${jour}.localhost`;
  return {
    seekers: seekers.filter((one) => one.host === host),
    desks: desks.filter((one) => one.host === host),
  };
}

async function suffer(
  house: HouseProgram,
  order: Order,
): Promise<Pick<Suffered, "tally" | "memory" | "processor">> {
  const child = spawn(process.execPath, ["--import", "tsx", attacker], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  // Attackers have machines of their own: on this one they come last.
  setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL);
  await heardFrom(child);
  const [began, before] = [performance.now(), processorMs(house.pid)];
  let memory = 0;
  const watching = setInterval(() => (memory = Math.max(memory, memoryOf(house.pid))), 250);
  const answer = heardFrom(child);
  child.send(order);
  const tally = (await answer.finally(() => clearInterval(watching))) as Tally;
  const processor = (processorMs(house.pid) - before) / (performance.now() - began);
  return { tally, memory, processor };
}

function heardFrom(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`the attacker ended with ${code}`)));
  });
}
