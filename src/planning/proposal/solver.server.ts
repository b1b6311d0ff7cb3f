import { Worker } from "node:worker_threads";
import { errorFields, log } from "../../platform/log.ts";
import { explain } from "./explain.ts";
import { type Month, problemOf, propose, type Proposed } from "./propose.ts";

/** As long as a coordinator waits, the beginning and the end of the reckoning included. */
const LIMIT_S = 4.6;
/** A thread that does not keep to its limit is ended so much later. */
const PATIENCE_MS = 4000;

/** With why each empty place stayed empty. */
export interface Explained extends Proposed {
  readonly unfilled: ReturnType<typeof explain>;
}
export type ProposeBeside = (month: Month) => Promise<Explained>;

/** As it is built, a program beside the server's; from source, as tests run it, one that first learns to read TypeScript. */
function openThread(workerData: object): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./proposal-thread.server.js", import.meta.url), { workerData });
  const thread = new URL("./proposal-thread.server.ts", import.meta.url).href;
  const read = `import("tsx/esm/api").then(({ register }) => register())`;
  const program = `${read}.then(() => import(${JSON.stringify(thread)}))`;
  return new Worker(program, { eval: true, workerData });
}

/** In a thread of its own; where that fails, what was found at first. */
export function proposeBeside(month: Month, seconds = LIMIT_S): Promise<Explained> {
  return new Promise((settle) => {
    const worker = openThread({ month, until: Date.now() + seconds * 1000 });
    let first: Explained | undefined;
    const done = (found = first): void => {
      clearTimeout(timer);
      settle(found ?? atOnce(month));
      void worker.terminate();
    };
    const timer = setTimeout(() => done(), seconds * 1000 + PATIENCE_MS);
    worker.on("message", (told: Explained | { readonly first: Explained }) => {
      if ("first" in told) first = told.first;
      else done(told);
    });
    worker.once("error", (error) => {
      log.error("proposal-failed", { error: errorFields(error) });
      done();
    });
    worker.once("exit", () => done());
  });
}

function atOnce(month: Month): Explained {
  const problem = problemOf(month);
  const proposed = propose(problem, () => undefined, 0);
  return { ...proposed, unfilled: explain(problem, proposed.places) };
}
