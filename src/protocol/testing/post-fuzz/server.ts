import { concat } from "../../bytes.ts";
import type { Author } from "../../letters/objects.ts";
import { letter, teamKey } from "../../letters/objects.ts";
import { makeTeamKey, teamKeyId, teamSeeds } from "../../letters/team-key.ts";
import type { TeamSeeds } from "../../letters/team-key.ts";
import { describeMailbox, writeLetter } from "../../letters/write.ts";
import { dice, suiteFor } from "../fuzz/watched-suite.ts";
import { bytes, DAY, HOUR } from "../world.ts";
import { TEAM } from "./office.ts";
import type { Office } from "./office.ts";
import type { Fuzzed, Mailbox, Truth } from "./types.ts";

/** Numbers that fall the same way for the same seed. */
export type Chance = (below: number) => number;

export function chance(seed: number): Chance {
  const random = dice(seed * 2_654_435_761 + 1);
  return (below) => {
    const [a = 0, b = 0] = random(2);
    return below > 0 ? (a * 256 + b) % below : 0;
  };
}

const path = (box: Mailbox, leaf: Truth): Uint8Array[] => {
  const before = box.written.get(leaf.parent);
  return [...(before ? path(box, before) : []), leaf.bytes];
};

/** Every line of letters from the first to one upon which nobody has written yet. */
export function lines(box: Mailbox): Uint8Array[][] {
  const parents = new Set([...box.written.values()].map(({ parent }) => parent));
  return [...box.written].filter(([hash]) => !parents.has(hash)).map(([, leaf]) => path(box, leaf));
}

const flipped = (given: Uint8Array, at: number): Uint8Array =>
  given.with(at % given.length, (given[at % given.length] ?? 0) ^ (1 << (at % 8)));

/** The server, and a former delegate who helps it: they have everything but the seeds of others. */
export class Server {
  readonly office: Office;
  readonly elsewhere: Office;
  /** Building blocks of their own: what they seal is not counted. */
  readonly #suite;
  readonly #forged: { statement: Uint8Array; seeds: TeamSeeds; id: Uint8Array }[] = [];

  constructor(office: Office, elsewhere: Office, { seed, real }: Fuzzed) {
    this.office = office;
    this.elsewhere = elsewhere;
    this.#suite = suiteFor(seed ^ 0x5555, real);
  }

  /** A key of her own, as the team's, from the time when she served or from now. */
  async forgeKey(c: Chance): Promise<void> {
    const { world, former, keys } = this.office;
    const by = former.at(-1) ?? bytes(0x99);
    const seed = this.#suite.random(32);
    const at = world.now - c(3) * HOUR;
    const about = {
      jour: world.jour,
      team: TEAM,
      number: keys.length + c(3),
      at,
      until: at + 9 * DAY,
    };
    const statement = await makeTeamKey(this.#suite, by, seed, about);
    const id = await teamKeyId(this.#suite, teamKey.peek(statement));
    this.#forged.push({ statement, seeds: await teamSeeds(this.#suite, seed), id });
  }

  /** What it says are the team's keys, newest first. */
  statements(c: Chance): Uint8Array[] {
    const genuine = this.office.keys.map(({ statements }) => statements);
    const newest = genuine.flatMap((one) => one.slice(-1)).toReversed();
    if (c(3) > 0) return newest;
    const all = [...this.#forged.map(({ statement }) => statement), ...genuine.flat()];
    const foreign = this.elsewhere.keys.flatMap(({ statements }) => statements);
    const [one = bytes(0)] = newest;
    const given = c(2) > 0 ? [...all, ...foreign] : [...all.toReversed(), flipped(one, c(2000))];
    return given.filter(() => c(5) > 0);
  }

  /** The letters of a mailbox, as it gives them to somebody. */
  async view(box: Mailbox, c: Chance): Promise<Uint8Array[]> {
    const all = lines(box);
    let given = [...(all[c(all.length)] ?? [])];
    for (let left = c(4); left > 0; left--) given = await this.#meddle(box, given, c);
    return given;
  }

  async #meddle(box: Mailbox, given: Uint8Array[], c: Chance): Promise<Uint8Array[]> {
    const [at, to] = [c(given.length), c(given.length)];
    const one = given[at] ?? bytes(0);
    const other = given[to] ?? bytes(0);
    const truths = [...box.written.values()];
    const others = [...this.office.boxes, ...this.elsewhere.boxes].flatMap(({ written }) => [
      ...written.values(),
    ]);
    const put = (what: Uint8Array | undefined, instead = c(2)) =>
      given.toSpliced(at, instead, ...(what ? [what] : []));
    switch (c(10)) {
      case 0:
        return given.toSpliced(at, 1);
      case 1:
        return given.map((same, n) => (n === at ? other : n === to ? one : same));
      case 2:
        return given.slice(0, at);
      case 3:
        return put(one, 0);
      case 4:
        return put(truths[c(truths.length)]?.bytes);
      case 5:
        return put(others[c(others.length)]?.bytes);
      case 6:
        return put(flipped(one, c(one.length)), 1);
      case 7:
        return put(c(2) > 0 ? one.slice(0, c(one.length)) : concat(one, bytes(0, 1 + c(3))), 1);
      case 8:
        return put(spliced(one, other, c));
      default:
        return put(await this.#forge(box, one, c));
    }
  }

  /** A letter that nobody wrote, signed with whatever the server has or makes. */
  async #forge(box: Mailbox, before: Uint8Array, c: Chance): Promise<Uint8Array> {
    const suite = this.#suite;
    const forged = this.#forged[c(this.#forged.length)];
    const mine = bytes(0x98);
    const about = await readable(before);
    const author: Author = c(2) > 0 ? "team" : "seeker";
    const genuine = this.office.keys.at(-1);
    const { id } = forged ?? { id: genuine ? fromName(genuine.id) : bytes(0) };
    const header = {
      ...{ mailbox: box.id, face: this.office.world.face, author, teamKey: id, attachments: [] },
      number: (about?.number ?? 0) + 1,
      previous: about ? await suite.sha256(before) : bytes(0),
    } as const;
    const content = {
      at: 0,
      alias: "Anna",
      code: "kept",
      text: "FÖRFALSKAT",
      attachments: [],
    } as const;
    const { mailbox } = await describeMailbox(suite, this.office.world.jour, box);
    const team = await suite.xwing.publicKey(forged?.seeds.seal ?? mine);
    const given = {
      header: { ...header, attachments: [] },
      content: { ...content, attachments: [] },
    };
    return writeLetter(suite, forged?.seeds.sign ?? mine, { ...given, team, seeker: mailbox.seal });
  }
}

const fromName = (name: string): Uint8Array =>
  Uint8Array.from(name.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function readable(given: Uint8Array): Promise<{ number: number } | undefined> {
  try {
    return letter.peek(given).header;
  } catch {
    return undefined;
  }
}

/** Bytes of one letter in another. */
function spliced(one: Uint8Array, other: Uint8Array, c: Chance): Uint8Array {
  const from = c(Math.min(one.length, other.length));
  const to = from + c(1200);
  return concat(one.slice(0, from), other.slice(from, to), one.slice(to));
}
