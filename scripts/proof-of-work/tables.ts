import { cpus } from "node:os";
import { MAX_WAITING, proofSteps } from "../../src/conversations/policy.ts";
import { hour, type Minute, MINUTES, TRIED } from "./flood.ts";
import { ITERATIONS, SLOW_DOWN, type Speed } from "./speed.ts";

/** The tables of docs/proof-of-work.md. */
export function tables(speed: Speed): string {
  const date = new Date().toISOString().slice(0, 10);
  const machine = cpus()[0]?.model.trim() ?? "unknown processor";
  return [
    `Measured on ${date}, ${machine}: a program tries ${round(speed.program)} steps a second on one core, ` +
      `the page's own worker in Chromium ${round(speed.browser)}; an old phone is taken to be ${SLOW_DOWN} times slower ` +
      `than that (${round(speed.phone)}). One step is ${ITERATIONS} iterations of PBKDF2 with SHA-256.`,
    costs(speed),
    attackers(speed),
  ].join("\n\n");
}

const round = (value: number): string =>
  Number(value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 2 });
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function costs({ browser, phone, program }: Speed): string {
  const head = [
    "pressure: opened in the last minutes, and 8 for each who waits",
    "steps, at most",
    "hashes, on average",
    "old phone, on average / at most",
    "computer in a browser",
    "attacker's program, one core",
  ];
  const rows = [0, 30, 60, 120, 240, 500, 1000, 2000].map((pressure) => {
    const steps = proofSteps("new", pressure);
    const seconds = (rate: number): string => `${round((steps * TRIED) / rate)} s`;
    return row([
      pressure,
      steps.toLocaleString("en"),
      round(steps * TRIED * ITERATIONS * 2),
      `${seconds(phone)} / ${round(steps / phone)} s`,
      seconds(browser),
      seconds(program),
    ]);
  });
  return [row(head), row(head.map(() => "---:")), ...rows].join("\n");
}

function attackers({ program }: Speed): string {
  const head = [
    "attacker",
    "let in during 20 minutes",
    `queue of ${MAX_WAITING} full after`,
    "most steps asked",
    "back to the least after",
    "honest women turned away",
  ];
  const rows = (
    [
      ["one core", { power: program }],
      ["8 cores", { power: 8 * program }],
      ["a graphics card, taken as 500 cores", { power: 500 * program }],
      ["2,000 proofs hoarded while it was calm, then nothing", { power: 0, hoard: 2000 }],
    ] as const
  ).map(([name, attacker]) => row([name, ...facts(hour(attacker))]));
  return [row(head), row(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows].join("\n");
}

function facts(minutes: readonly Minute[]): (string | number)[] {
  const sum = (of: (minute: Minute) => number): number =>
    minutes.reduce((total, minute) => total + of(minute), 0);
  const full = minutes.find(({ waiting }) => waiting >= MAX_WAITING);
  const least = minutes[0]?.steps ?? 0;
  const after = minutes.filter(({ minute }) => minute > MINUTES.over);
  const calm = after.find(({ steps }) => steps <= least);
  return [
    sum(({ flood }) => flood).toLocaleString("en"),
    full ? minutesText(full.minute - MINUTES.flood) : "never",
    Math.max(...minutes.map(({ steps }) => steps)).toLocaleString("en"),
    calm ? minutesText(calm.minute - MINUTES.over) : "later",
    sum(({ turnedAway }) => turnedAway),
  ];
}

const minutesText = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);
