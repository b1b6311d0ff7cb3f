import { createRequire } from "node:module";
import type highsLoader from "highs";
import type { Solve } from "./relax.ts";

type Highs = Awaited<ReturnType<typeof highsLoader>>;

/** Loaded as Node loads it: its WebAssembly lies beside it. */
export async function openSolver(): Promise<Solve> {
  const load = createRequire(import.meta.url)("highs") as () => Promise<Highs>;
  const highs = await load();
  return (model, { isWhole, seconds, start }) => {
    const [numCols, numRows] = [model.cost.length, model.rowLower.length];
    const { starts, indices, values } = model;
    const program = highs.createModel({
      ...{ numCols, numRows, colCost: model.cost, colUpper: model.upper },
      ...{ colLower: new Float64Array(numCols) },
      ...{ rowLower: model.rowLower, rowUpper: model.rowUpper },
      matrix: { format: "csr", numRows, numCols, starts, indices, values },
      ...(isWhole ? { integrality: model.integer } : {}),
    });
    try {
      const time_limit = Math.max(0.05, seconds);
      program.options.set({ output_flag: false, time_limit, mip_rel_gap: 0.001 });
      if (start) program.setSolution({ colValue: start });
      program.run();
      const gap = Number(program.info.get("mip_gap"));
      const isFound = program.info.get("primal_solution_status") === 2;
      const solution = program.getSolution();
      return {
        values: isFound ? solution.colValue : null,
        duals: isWhole ? null : solution.rowDual,
        objective: Number(program.info.get("objective_function_value")),
        gap: isFound && Number.isFinite(gap) && gap < highs.infinity ? gap : null,
        isBest: program.getModelStatus() === highs.constants.modelStatus.optimal,
      };
    } catch {
      return undefined;
    } finally {
      program.dispose();
    }
  };
}
