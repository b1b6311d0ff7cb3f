import { Worker } from "node:worker_threads";
import { errorFields, log } from "../../platform/log.ts";
import { type Month, problemOf, propose, type Proposed } from "./propose.ts";

/** As long as a coordinator waits, the beginning and the end of the reckoning included. */
const LIMIT_S = 4.6;
/** A thread that does not keep to its limit is ended so much later. */
const PATIENCE_MS = 4000;

export type ProposeBeside = (month: Month) => Promise<Proposed>;

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
export function proposeBeside(month: Month, seconds = LIMIT_S): Promise<Proposed> {
  return new Promise((settle) => {
    const worker = openThread({ month, until: Date.now() + seconds * 1000 });
    let first: Proposed | undefined;
    const done = (found = first): void => {
      clearTimeout(timer);
      settle(found ?? propose(problemOf(month), () => undefined, 0));
      void worker.terminate();
    };
    const timer = setTimeout(() => done(), seconds * 1000 + PATIENCE_MS);
    worker.on("message", (told: Proposed | { readonly first: Proposed }) => {
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
