import { afterEach, describe, expect, test } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import type { Database } from "../platform/database/index.server.ts";
import { memoryBus } from "../platform/live/index.server.ts";
import { meetNeighbours, type Neighbours } from "../platform/live/neighbours.server.ts";
import { captureLog } from "../platform/log.ts";
import { Gate } from "./gate.server.ts";

const opened: Neighbours[] = [];
let unmute = (): void => undefined;
afterEach(async () => {
  unmute();
  for (const one of opened.splice(0)) await one.close();
});

async function twoProcesses(secret: string | undefined): Promise<string> {
  const lines: string[] = [];
  unmute = captureLog((line) => lines.push(line));
  const gates: Gate[] = [];
  const bus = memoryBus();
  for (let n = 0; n < 2; n++) {
    const neighbours = await meetNeighbours(bus);
    opened.push(neighbours);
    // Nothing is asked of it here.
    const database = {} as Database;
    const clocks = { now: Date.now, elapsed: () => performance.now() };
    gates.push(new Gate({ database, secret, neighbours, ...clocks }));
  }
  await soon(() => expect(opened.map(({ met }) => met)).toEqual([true, true]));
  await new Promise((go) => setTimeout(go, 20));
  return lines.join("\n");
}

describe("two processes, of which neither would know the other's challenges", () => {
  test("say that a secret is missing", async () => {
    expect(await twoProcesses(undefined)).toContain("secret-missing");
  });

  test("say nothing with a common secret", async () => {
    expect(await twoProcesses("the same for every process of it")).toBe("");
  });
});
