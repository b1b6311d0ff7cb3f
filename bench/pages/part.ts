import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { startHouse } from "../frame/house.ts";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { processorMs, type Program, startProgram } from "../frame/process.ts";
import type { Asked } from "./askers.program.ts";

interface Contestant {
  readonly program: Program;
  readonly port: number;
  readonly rounds: (Asked & { readonly microseconds: number })[];
}

const HOST = "mira.localhost";
const PATH = "/";

export const pages: Part = {
  name: "pages",
  title: "The front page of a jour, beside `node:http` that answers the same bytes",
  async run(context) {
    const { profiles } = context;
    const contestants: Contestant[] = [];
    const enter = (program: Program, port: number): Contestant => {
      const contestant = { program, port, rounds: [] };
      contestants.push(contestant);
      return contestant;
    };
    try {
      const directory = join(context.scratch, "pages");
      const nodeArguments = profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
      const program = await startHouse({ directory, mode: "demo", nodeArguments });
      const house = enter(program, program.port);
      const file = await answerOf(house.port, context.scratch);
      const [text, bytes] = [await bare(file, "string"), await bare(file, "bytes")];
      const references = [enter(text, portOf(text)), enter(bytes, portOf(bytes))] as const;
      const nginx = hasNginx() ? await nginxWith(file, context.scratch) : undefined;
      if (!nginx) context.say("no nginx here (apt-get install nginx): it is left out");
      const beside = nginx && enter(nginx, portOf(nginx));
      for (let round = 0; round < context.rounds; round++) {
        for (const one of [...references, ...(beside ? [beside] : []), house])
          one.rounds.push(await load(one, context));
        context.say(`round ${round + 1} of ${context.rounds}`);
      }
      return [...figures(house, ...references), ...(beside ? [besideNginx(house, beside)] : [])];
    } finally {
      for (const { program } of contestants.toReversed()) await program.stop();
    }
  },
};

const bare = (file: string, kind: string): Promise<Program> =>
  startProgram({
    args: ["--import", "tsx", "bench/pages/bare.program.ts", file, kind],
    ready: /^ready (\d+)/m,
  });

const hasNginx = (): boolean => spawnSync("nginx", ["-v"]).status === 0;

/** A static file, as a jour without a system would serve it. */
const nginxWith = (file: string, scratch: string): Promise<Program> =>
  startProgram({
    args: ["--import", "tsx", "bench/pages/nginx.program.ts", file, join(scratch, "nginx")],
    ready: /^ready (\d+)/m,
  });

const besideNginx = (house: Contestant, nginx: Contestant): Figure => ({
  ...{ what: "front pages, beside nginx with the same bytes as a file", unit: "pages/s" },
  house: house.rounds.map(({ perSecond }) => perSecond),
  reference: nginx.rounds.map(({ perSecond }) => perSecond),
});

const portOf = ({ ready }: Program): number => Number(ready?.[1]);

const added = new Set(["connection", "keep-alive", "date"]);

/** What the house answers, for the references to answer the same; all but what `node:http` adds itself. */
async function answerOf(port: number, scratch: string): Promise<string> {
  const file = join(scratch, "page.json");
  const headers = { host: `${HOST}:${port}`, "accept-encoding": "gzip, deflate, br" };
  await new Promise<void>((done, fail) => {
    get({ port, host: "127.0.0.1", path: PATH, headers }, (answer) => {
      const own = Object.entries(answer.headers).filter(([name]) => !added.has(name));
      let text = "";
      answer.setEncoding("latin1");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => {
        writeFileSync(file, JSON.stringify({ headers: Object.fromEntries(own), text }));
        done();
      });
    }).on("error", fail);
  });
  return file;
}

async function load(
  { program, port }: Contestant,
  { seconds }: BenchContext,
): Promise<Contestant["rounds"][number]> {
  const host = `${HOST}:${port}`;
  const args = ["--import", "tsx", "bench/pages/askers.program.ts", String(port), host, PATH];
  const askers = await startProgram({ args: [...args, String(seconds)] });
  let used = 0;
  const asked = await new Promise<Asked>((resolve, reject) => {
    askers.failed.catch(reject);
    askers.child.on("message", (message: "begin" | "end" | Asked) => {
      if (message === "begin") used = processorMs(program.pid);
      else if (message === "end") used = processorMs(program.pid) - used;
      else resolve(message);
    });
  });
  return { ...asked, microseconds: (used * 1000) / (asked.perSecond * seconds) };
}

function figures(house: Contestant, text: Contestant, bytes: Contestant): Figure[] {
  const of = (one: Contestant, what: keyof Contestant["rounds"][number]): number[] =>
    one.rounds.map((round) => round[what]);
  const row = (
    what: string,
    unit: string,
    value: keyof Contestant["rounds"][number],
    reference: Contestant,
  ) => ({
    what,
    unit,
    house: of(house, value),
    reference: of(reference, value),
  });
  return [
    {
      ...row("front pages, beside a string", "pages/s", "perSecond", text),
      aim: { atLeast: 0.85 },
    },
    row("front pages, beside the ready bytes", "pages/s", "perSecond", bytes),
    row("processor time, beside the ready bytes", "µs/page", "microseconds", bytes),
    row("p99 at full load, beside the ready bytes", "ms", "p99", bytes),
  ];
}
