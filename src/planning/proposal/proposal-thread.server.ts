import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { explain } from "./explain.ts";
import { openSolver } from "./highs.server.ts";
import { type Month, problemOf, propose, type Proposed } from "./propose.ts";
import type { Explained } from "./solver.server.ts";

// A month, reckoned beside the main thread. The thread, not the process, is set to the lowest rank (on Linux a rank
// belongs to a thread): whoever chats goes first.

const { month, until } = workerData as { readonly month: Month; readonly until: number };
try {
  setPriority(19);
} catch {
  // Where the system knows no ranks of threads.
}
const solve = await openSolver();
const problem = problemOf(month);
const explained = (proposed: Proposed): Explained => ({
  ...proposed,
  unfilled: explain(problem, proposed.places),
});
const seconds = (until - Date.now()) / 1000;
const found = propose(problem, solve, seconds, (first) =>
  parentPort?.postMessage({ first: explained(first) }),
);
parentPort?.postMessage(explained(found));
