import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { clientFrame } from "../../../tests/factories/live.server.ts";
import type { ShredKey } from "../shred/index.server.ts";
import { newRecord } from "./log-record.server.ts";
import type { LogStore } from "./log-store.server.ts";
import { LogWriter, usualBounds } from "./log-writer.server.ts";
import { ID_BYTES } from "./stored-frame.server.ts";

test("commits keep a pace while little waits, and every frame is in one of them", async () => {
  const begun: number[] = [];
  const written = new Map<string, number>();
  const store = {
    async append(rows: readonly { log: string }[]) {
      begun.push(performance.now());
      for (const { log } of rows) written.set(log, (written.get(log) ?? 0) + 1);
      await sleep(1);
      return new Set<string>();
    },
  } as unknown as LogStore;
  const nothing = (): void => undefined;
  const writer = new LogWriter({
    ...{ store, bounds: usualBounds },
    ...{ applied: nothing, committed: nothing, catchUp: async () => undefined },
  });
  const outcomes: boolean[] = [];
  for (let one = 0; one < 30; one++) {
    const record = newRecord(
      randomBytes(ID_BYTES).toString("base64url"),
      randomBytes(32) as unknown as ShredKey,
    );
    writer.append(record, {
      ...{ frame: clientFrame("hej", 1), guard: undefined, room: undefined },
      since: performance.now(),
      settle: ({ ok }) => void outcomes.push(ok),
    });
    await sleep(1);
  }
  await writer.idle(5000);
  expect(outcomes).toEqual(Array.from({ length: 30 }, () => true));
  expect([...written.values()]).toEqual(Array.from({ length: 30 }, () => 1));
  // A pace of 5 ms: so many fit into the time that it took, however busy the machine is.
  const took = (begun.at(-1) ?? 0) - (begun[0] ?? 0);
  expect(begun.length).toBeLessThanOrEqual(took / 5 + 3);
});
