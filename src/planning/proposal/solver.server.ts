import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Model } from "./model.ts";

/** As long as a coordinator waits at most, the beginning and the end of the reckoning included. */
const LIMIT_S = 4.3;
/** A solver that does not keep to its limit is ended. */
const PATIENCE_MS = 9000;

export interface Solved {
  /** Of each column; null where the solver found nothing of its own. */
  readonly values: Float64Array | null;
  /** How far from the best it can be, as a share; null where that is not known. */
  readonly gap: number | null;
}

/**
 * As text, so that source, tests and the built server run the very same. The thread, not the process,
 * is set to the lowest rank (on Linux a rank belongs to a thread): whoever chats goes first.
 */
const PROGRAM = `
const { parentPort, workerData } = require("node:worker_threads");
const { model, first, library, limit } = workerData;
try { require("node:os").setPriority(19); } catch {}
require(library)().then((highs) => {
  const numCols = model.cost.length, numRows = model.rowLower.length;
  const problem = highs.createModel({
    numCols, numRows,
    colCost: model.cost, colLower: new Float64Array(numCols), colUpper: model.upper,
    rowLower: model.rowLower, rowUpper: model.rowUpper,
    matrix: { format: "csr", numRows, numCols, starts: model.starts, indices: model.indices, values: model.values },
    integrality: model.integer,
  });
  problem.options.set({ output_flag: false, time_limit: limit, mip_rel_gap: 0.001 });
  try { problem.setSolution({ colValue: first }); } catch {}
  problem.run();
  const { infinity } = highs;
  const gap = problem.info.get("mip_gap");
  const found = problem.info.get("primal_solution_status") === 2;
  parentPort.postMessage({
    values: found ? problem.getSolution().colValue : null,
    gap: found && Number.isFinite(gap) && gap < infinity ? gap : null,
  });
});
`;

const library = createRequire(import.meta.url).resolve("highs");

/** Beside the main thread; a thread that fails tells nothing found. */
export function solve(model: Model, first: Float64Array, limit = LIMIT_S): Promise<Solved> {
  return new Promise((settle) => {
    const worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { model, first, library, limit },
    });
    const nothing: Solved = { values: null, gap: null };
    const done = (solved: Solved): void => {
      clearTimeout(timer);
      settle(solved);
      void worker.terminate();
    };
    const timer = setTimeout(() => done(nothing), PATIENCE_MS);
    worker.once("message", done);
    worker.once("error", () => done(nothing));
    worker.once("exit", () => done(nothing));
  });
}
