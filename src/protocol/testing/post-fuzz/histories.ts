import fc from "fast-check";
import type { ReadMailbox } from "../../letters/read.ts";
import { currentTeamKey } from "../../letters/team-key.ts";
import type { VerifiedTeamKey } from "../../letters/team-key.ts";
import { bytes } from "../world.ts";
import { asides, asMember, files, look, outsiders, reckon, sealing } from "./checks.ts";
import { Office } from "./office.ts";
import type { Fuzzed, Mailbox } from "./types.ts";
import { chance, Server } from "./server.ts";
import type { Chance } from "./server.ts";

const deeds = {
  write: 8,
  answer: 8,
  sheet: 2,
  mark: 2,
  rotate: 3,
  revoke: 1,
  vouch: 1,
  forgeKey: 2,
  join: 1,
  leave: 1,
  days: 3,
  strangers: 2,
  asides: 2,
  files: 2,
} as const;
type Deed = keyof typeof deeds;

interface Op {
  readonly do: Deed;
  readonly a: number;
  readonly b: number;
}

export interface Script {
  readonly seed: number;
  readonly ops: readonly Op[];
}

const op: fc.Arbitrary<Op> = fc.record({
  do: fc.oneof(
    ...Object.entries(deeds).map(([name, weight]) => ({
      arbitrary: fc.constant(name as Deed),
      weight,
    })),
  ),
  a: fc.nat({ max: 30 }),
  b: fc.nat({ max: 10_000 }),
});

const script: fc.Arbitrary<Script> = fc.record({
  seed: fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  ops: fc.array(op, { minLength: 1, maxLength: 30, size: "max" }),
});

/** Somebody at a browser: what it gets from the server, checked, before she writes. */
class Desk {
  readonly server: Server;
  readonly #c: Chance;
  constructor(server: Server, c: Chance) {
    this.server = server;
    this.#c = c;
  }

  async read(box: Mailbox, side: "seeker" | "team"): Promise<ReadMailbox> {
    const { office } = this.server;
    const there = office.members.filter((one) => one.there);
    const member = there[this.#c(there.length)];
    const reader =
      side === "team" && member ? asMember(member) : ({ side: "seeker", seal: box.seal } as const);
    const letters = await this.server.view(box, this.#c);
    return look(this.server, box, reader, { letters, statements: this.server.statements(this.#c) });
  }

  /** The key that she seals to, where one is given that she believes. */
  async key(knownNumber: number): Promise<VerifiedTeamKey | undefined> {
    const { office } = this.server;
    const [statement = bytes(0)] = this.server.statements(this.#c);
    const checks = { ...office.checks, knownNumber };
    const key = await currentTeamKey(office.suite, statement, await office.trust(), checks);
    return key.ok ? key.value : undefined;
  }
}

type Play = (desk: Desk, box: Mailbox, c: Chance) => Promise<unknown> | void;

const size = (c: Chance): number => [0, 0, 0, 0, 1, 65_536, 70_000][c(7)] ?? 0;

const plays: Record<Deed, Play> = {
  async write(desk, box, c) {
    const read = await desk.read(box, "seeker");
    const key = await desk.key(box.known);
    if (!key) return;
    box.known = key.number;
    await desk.server.office.write(box, "seeker", key, read.last, size(c));
  },
  async answer(desk, box, c) {
    const read = await desk.read(box, "team");
    const key = await desk.key(0);
    if (key) await desk.server.office.write(box, "team", key, read.last, size(c));
  },
  async sheet(desk, box) {
    const { last } = await desk.read(box, "team");
    const key = await desk.key(0);
    if (key) await desk.server.office.sheet(box, key, last.number);
  },
  async mark(desk, box, c) {
    const side = c(2) > 0 ? "team" : "seeker";
    const read = await desk.read(box, side);
    const last = read.letters.findLast((one) => one.ok);
    const key = await desk.key(0);
    if (key && last?.ok)
      await desk.server.office.mark(box, side, key, last.hash, last.header.number);
  },
  rotate: ({ server }) => server.office.rotate(),
  revoke: ({ server }) => server.office.revoke(),
  vouch: ({ server }) => server.office.vouch(),
  forgeKey: ({ server }, _box, c) => server.forgeKey(c),
  join: ({ server }) => server.office.join(),
  leave({ server }, _box, c) {
    const there = server.office.members.filter((one) => one.there);
    const one = there[c(there.length)];
    if (one && there.length > 1) one.there = false;
  },
  days: ({ server }, _box, c) => server.office.days(1 + c(4)),
  strangers: ({ server }, box, c) => outsiders(server, box, c),
  async asides(desk, box, c) {
    await asides(desk.server, box, await desk.read(box, "seeker"), c);
  },
  files: ({ server }, box, c) => files(server, box, c),
};

export async function playLetters(
  { seed, ops }: Script,
  how: Omit<Fuzzed, "seed">,
): Promise<number> {
  const elsewhere = await abroad({ real: how.real, seed: seed + 1 });
  const office = await Office.open({ ...how, seed }, 0xa1);
  const server = new Server(office, elsewhere, { ...how, seed });
  for (const { do: deed, a, b } of ops) {
    const box = office.boxes[a % office.boxes.length];
    const c = chance(seed ^ (b + 1));
    if (box) await plays[deed](new Desk(server, c), box, c);
    await sealing(office);
  }
  await reckon(server);
  return office.boxes.reduce((sum, { written }) => sum + written.size, 0);
}

/** Another jour at the same server, with a letter in each mailbox. */
async function abroad(how: Fuzzed): Promise<Office> {
  const office = await Office.open(how, 0xa2);
  const c = chance(1);
  for (const box of office.boxes)
    await plays.write(new Desk(new Server(office, office, how), c), box, c);
  return office;
}

export interface PlayedLetters {
  histories: number;
  steps: number;
  letters: number;
}

/** Throws with the seed, the path and the shortest history that still fails. */
export async function fuzzLetters(
  parameters: fc.Parameters<[Script]>,
  { real = false, plant }: Partial<Fuzzed> = {},
): Promise<PlayedLetters> {
  const played: PlayedLetters = { histories: 0, steps: 0, letters: 0 };
  const property = fc.asyncProperty(script, async (one) => {
    played.histories += 1;
    played.steps += one.ops.length;
    played.letters += await playLetters(one, { real, plant });
  });
  await fc.assert(property, parameters);
  return played;
}
