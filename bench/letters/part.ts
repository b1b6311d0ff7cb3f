import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { inboxPaths, letterPaths } from "../../src/letters/index.ts";
import { houseDirectories, startHouse } from "../frame/house.ts";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { type Program, startProgram } from "../frame/process.ts";
import { askAll, type Server, type Waits } from "./asking.ts";
import { foundVillage, type Village } from "./village.ts";
import { type Words, wordsOnSlowPhone } from "./words.ts";

const MAILBOXES = 10_000;
/** Of each round, and as many as are at it at once. */
const LISTS = 25;
const OPENED = 1000;
const READERS = 4;
const WRITERS = 400;
const AT_ONCE = 32;
/** Tokens that open nothing, as somebody sends them who has stretched words elsewhere. */
const GUESSES = 2000;
/** Unknown, or beyond the budget for wrong ones. */
const REFUSED = [404, 503];

interface Round {
  readonly list: Waits;
  readonly open: Waits;
  readonly write: Waits;
  /** Of the house alone: the bare server knows no tokens. */
  readonly guess: Waits | undefined;
}

export const letters: Part = {
  name: "letters",
  title: `Letters: ${MAILBOXES.toLocaleString("en")} mailboxes; writing; the seven words on a slow phone`,
  async run(context) {
    const { rounds, say } = context;
    const directory = join(context.scratch, "letters");
    say("preparing mailboxes and letters (a minute or two)");
    const village = await foundVillage(directory, {
      ...{ mailboxes: MAILBOXES, writers: WRITERS },
      // One to grow warm, then one a round.
      lettersEach: rounds + 1,
    });
    const found = { house: [] as Round[], bare: [] as Round[] };
    const programs: Program[] = [];
    try {
      const servers = await startBoth(context, directory, village, programs);
      for (let round = 0; round <= rounds; round++) {
        for (const name of ["bare", "house"] as const) {
          const guess = name === "house" ? await guessed(servers[name]) : undefined;
          const measured = { ...(await measure(servers[name], village, round)), guess };
          if (round > 0) found[name].push(measured);
        }
        if (round > 0) say(`round ${round} of ${rounds}`);
      }
    } finally {
      for (const program of programs.toReversed()) await program.stop();
      await village.database.stop();
    }
    return [...figuresOf(found), ...wordFigures(await wordsOnSlowPhone(rounds, say))];
  },
};

async function startBoth(
  { profiles }: BenchContext,
  directory: string,
  { host, cookie }: Village,
  programs: Program[],
): Promise<Record<"house" | "bare", Server>> {
  const nodeArguments = profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
  const house = await startHouse({ directory, mode: "production", nodeArguments });
  programs.push(house);
  const { data } = houseDirectories(directory);
  const bare = await startProgram({
    args: ["--import", "tsx", "bench/letters/bare.program.ts", data],
    ready: /^ready (\d+)/m,
  });
  programs.push(bare);
  return {
    house: { port: house.port, host, cookie },
    bare: { port: Number(bare.ready?.[1]), host, cookie },
  };
}

function guessed(server: Server): Promise<Waits> {
  const tokens = Array.from({ length: GUESSES }, () => ({
    token: randomBytes(32).toString("base64url"),
  }));
  return askAll(server, letterPaths.read, tokens, AT_ONCE, REFUSED);
}

async function measure(
  server: Server,
  village: Village,
  round: number,
): Promise<Omit<Round, "guess">> {
  const { mailboxes, writers } = village;
  const lists = Array.from({ length: LISTS }, () => ({}));
  // Far apart, and others in each round, so that no page of the database is warm for one of the two alone.
  const opened = Array.from({ length: OPENED }, (_, n) => ({
    mailbox: mailboxes[(n * 7919 + round * 104_729) % mailboxes.length] ?? "",
  }));
  const written = writers.map(({ token, letters: all }) => ({ token, letter: all[round] ?? "" }));
  return {
    list: await askAll(server, inboxPaths.inbox, lists, 1),
    open: await askAll(server, inboxPaths.read, opened, READERS),
    write: await askAll(server, letterPaths.write, written, AT_ONCE),
  };
}

function figuresOf({ house, bare }: Record<"house" | "bare", readonly Round[]>): Figure[] {
  const row = (what: string, unit: string, of: (round: Round) => number): Figure => ({
    ...{ what, unit, house: house.map(of), reference: bare.map(of) },
  });
  return [
    row(`the inbox of ${MAILBOXES.toLocaleString("en")}, p50`, "ms", ({ list }) => list.p50),
    row("… p99", "ms", ({ list }) => list.p99),
    row("opening one of them, p50", "ms", ({ open }) => open.p50),
    row("… p99", "ms", ({ open }) => open.p99),
    row("letters checked, sealed and durable", "letters/s", ({ write }) => write.perSecond),
    row("… p99", "ms", ({ write }) => write.p99),
    {
      ...{ what: "tries at a mailbox with a wrong token, all refused", unit: "tries/s" },
      house: house.map(({ guess }) => guess?.perSecond ?? 0),
    },
  ];
}

/** Seven words onto paper; the stretching begins when they are shown. */
const COPYING_MS = 20_000;

function wordFigures(words: readonly Words[]): Figure[] {
  const row = (what: string, of: (round: Words) => number): Figure => ({
    ...{ what, unit: "ms", house: words.map(of) },
  });
  return [
    {
      ...row("Argon2id of seven words, asked to be 6 times slower", ({ slow }) => slow),
      reference: words.map(({ fast }) => fast),
    },
    row("until her seven words stand there, 6 times slower", ({ shown }) => shown),
    row("… then she waits beyond her copying of 20 s", ({ slow }) =>
      Math.max(0, slow - COPYING_MS),
    ),
    row("from seven words to her letters, the page 6 times slower", ({ opened }) => opened),
    row("… its worker too (reckoned)", ({ opened, slow, fast }) => opened - fast + slow),
  ];
}
