import { Worker } from "node:worker_threads";
import { type Month, problemOf, propose, type Proposed } from "./propose.ts";

/** As long as a coordinator waits, the beginning and the end of the reckoning included. */
const LIMIT_S = 4.6;
/** A thread that does not keep to its limit is ended so much later. */
const PATIENCE_MS = 4000;

export type ProposeBeside = (month: Month) => Promise<Proposed>;

/** From source, as tests run it, the thread reads TypeScript too. */
const isSource = import.meta.url.endsWith(".ts");
const thread = new URL(`./proposal-thread.server.${isSource ? "ts" : "js"}`, import.meta.url);

/** In a thread of its own; where that fails, what was found at first. */
export function proposeBeside(month: Month, seconds = LIMIT_S): Promise<Proposed> {
  return new Promise((settle) => {
    const worker = new Worker(thread, {
      workerData: { month, until: Date.now() + seconds * 1000 },
      ...(isSource ? { execArgv: ["--import", "tsx"] } : {}),
    });
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
    worker.once("error", () => done());
    worker.once("exit", () => done());
  });
}
