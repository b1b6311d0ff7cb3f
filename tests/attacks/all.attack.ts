import { cpus } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kinds } from "./attacks.ts";
import { holds } from "./holds.ts";
import { type Line, table } from "./report.ts";
import { laySiege, type Siege } from "./siege.ts";
import type { Window } from "./talk.ts";

// `npm run attacks`: fifty conversations talk while everything comes at the house, one after the other.

const CONVERSATIONS = 50;
const SECONDS = 10;
const QUIET_SECONDS = 4;

let siege: Siege;
let before: Window;
const lines: Line[] = [];
beforeAll(async () => {
  siege = await laySiege(CONVERSATIONS, 1);
  before = await siege.quiet(QUIET_SECONDS * 2);
}, 120_000);
afterAll(async () => {
  await siege.lift();
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`;
  process.stdout.write(`\n${machine}; attackers, talkers and house on one machine\n\n`);
  process.stdout.write(`${table(lines)}\n\n`);
}, 60_000);

test.each(kinds)(
  "while there are $what, nobody who talks is disturbed and others come in",
  async (kind) => {
    const suffered = await siege.attack(kind.kind, SECONDS);
    const after = await siege.quiet(QUIET_SECONDS);
    lines.push({ kind, before, suffered, after });
    before = after;
    holds(siege, kind, suffered);
  },
  60_000,
);

test("everything that was said has arrived, once and in order, over unbroken connections", async () => {
  await siege.talk.end();
  expect(siege.talk.faults).toEqual([]);
  expect(siege.talk.said).toBeGreaterThan(CONVERSATIONS * 100);
}, 60_000);
