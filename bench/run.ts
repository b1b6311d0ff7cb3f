import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Busy, describeMachine, type Machine, watchBusy } from "./frame/machine.ts";
import type { BenchContext, Figure, Part } from "./frame/part.ts";
import { isReached, ratios, summary } from "./frame/statistics.ts";
import { table } from "./frame/table.ts";
import { parts } from "./parts.ts";

const help = `Benchmarks of Lykta, beside references of their own, in one run

  npm run bench                      all parts
  npm run bench -- ${parts.map(({ name }) => name).join(" ")}
                                     only these parts
  --rounds N                         rounds of each (5); reference and house take turns
  --seconds N                        length of one round of a load (10)
  --json FILE                        where the figures go (bench/results/DATE.json)
  --data DIRECTORY                   where databases are made: a real disk (bench/results)
  --profiles DIRECTORY               CPU profiles of the house's process go here`;

interface Told {
  readonly part: Part;
  readonly figures: readonly Figure[];
  readonly busy: Busy;
}

const say = (line: string): void => console.log(line);
const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ rounds: text, seconds: text, json: text, data: text, profiles: text },
    help: { type: "boolean" },
  },
});

async function main(): Promise<void> {
  if (values.help || positionals.includes("help")) return say(help);
  const unknown = positionals.filter((name) => parts.every((part) => part.name !== name));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown.join(", ")}".\n\n${help}`);
  const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const home = resolve(values.data ?? "bench/results");
  mkdirSync(home, { recursive: true });
  const scratch = mkdtempSync(join(home, "scratch-"));
  const machine = describeMachine(scratch);
  sayMachine(machine);
  const file = resolve(values.json ?? join(home, `${new Date().toISOString().slice(0, 19)}.json`));
  mkdirSync(dirname(file), { recursive: true });
  const told: Told[] = [];
  try {
    for (const part of chosen) {
      const one = await measure(part, contextIn(scratch)).catch((error: unknown) =>
        failed(part, error),
      );
      if (one) told.push(one);
      // After each part: a run that is cut off keeps what it has.
      writeFileSync(file, `${JSON.stringify(report(machine, told), null, 2)}\n`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  say(`\nFigures: ${file}`);
}

/** The others are measured all the same. */
function failed(part: Part, error: unknown): undefined {
  console.error(`${part.name} failed:`, error);
  process.exitCode = 1;
}

function contextIn(scratch: string): BenchContext {
  return {
    rounds: Number(values.rounds ?? 5),
    seconds: Number(values.seconds ?? 10),
    profiles: values.profiles === undefined ? undefined : resolve(values.profiles),
    ...{ scratch, say },
  };
}

async function measure(part: Part, context: BenchContext): Promise<Told> {
  say(`\n## ${part.title}\n`);
  const busyUntilNow = await watchBusy();
  const figures = await part.run(context);
  const busy = busyUntilNow();
  say(`\n${table(figures)}\n`);
  say(
    `Others kept the machine busy: ${busy.before} % just before; meanwhile low priority ` +
      `${busy.niced} %, taken by the hypervisor ${busy.stolen} %.`,
  );
  return { part, figures, busy };
}

function sayMachine(machine: Machine): void {
  const { cores, processor, memoryGb, node, kernel, diskMs } = machine;
  say(
    `${new Date().toISOString().slice(0, 10)}: ${cores} cores (${processor}), ${memoryGb} GB, ` +
      `Linux ${kernel}, Node ${node}; 8 KB are on the disk in ${diskMs} ms`,
  );
}

function report(machine: Machine, told: readonly Told[]): object {
  return {
    date: new Date().toISOString(),
    machine,
    parts: told.map(({ part, figures, busy }) => ({
      ...{ part: part.name, title: part.title, busy },
      figures: figures.map((figure) => ({
        ...figure,
        median: summary(figure.house).median,
        ...(figure.reference ? { ratio: summary(ratios(figure)) } : {}),
        reached: isReached(figure),
      })),
    })),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
