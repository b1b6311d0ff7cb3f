import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/platform/database/index.server.ts";
import { LiveLog, openBus } from "../../../src/platform/live/index.server.ts";
import { logStore } from "../../../src/platform/live/log-store.server.ts";
import { meetNeighbours } from "../../../src/platform/live/neighbours.server.ts";
import { openShredStore } from "../../../src/platform/shred/index.server.ts";
import { clientFrame, eventFrame } from "../../factories/live.server.ts";
import { soon } from "../../factories/soon.ts";
import { openPair, type Pair } from "./pair.server.ts";

const rowsAt = async (cluster: Pair["primary"]): Promise<number> => {
  const [row] = await cluster.queryIn<{ n: number }>(
    "lykta",
    "select count(*)::int as n from live_frames",
  );
  return row?.n ?? 0;
};

// A primary that crashes and comes back shows what its standby has not got: recognised, that would be
// acknowledged, and lost with the primary.
test("a frame that is found after a crash of the primary is acknowledged when the standby has it, not before", async () => {
  const pair = await openPair(true);
  const database = await openDatabase({ url: pair.url });
  const directory = mkdtempSync(join(tmpdir(), "lykta-keys-"));
  const bus = openBus(database);
  const neighbours = await meetNeighbours(bus);
  const log = new LiveLog({
    ...{ store: logStore(database.raw), keys: await openShredStore(directory), neighbours },
    bounds: { waitMs: 120_000, frames: 1000, bytes: 1_000_000 },
  });
  const made = await log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  pair.standby.signal("SIGSTOP");
  let outcome: unknown;
  log.append(made.value, clientFrame("x", 1), (settled) => (outcome = settled));
  await sleep(500);
  const [backend] = await pair.primary.query<{ pid: number }>(
    "select pid from pg_stat_activity where wait_event = 'SyncRep'",
  );
  process.kill(backend?.pid ?? 0, "SIGKILL");
  await soon(async () => expect(await rowsAt(pair.primary)).toBe(2));
  await sleep(4000);
  expect(outcome).toBeUndefined();
  pair.standby.signal("SIGCONT");
  await soon(() => expect(outcome).toEqual({ ok: true, value: 2 }));
  await pair.primary.kill();
  await pair.standby.promote();
  expect(await rowsAt(pair.standby)).toBe(2);
  await neighbours.close();
  await bus.close();
  await database.stop();
  await pair.close();
  rmSync(directory, { recursive: true });
});
