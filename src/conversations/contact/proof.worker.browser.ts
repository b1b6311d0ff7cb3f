import type { ProofReport } from "./proof.browser.ts";
import { solveTask } from "./solve.ts";

const REPORT_EVERY_MS = 100;
/** An old phone may need long; the server decides how long a challenge is good. */
const GIVE_UP_MS = 300_000;

const tell = (report: ProofReport): void => self.postMessage(report);

self.onmessage = async ({
  data,
}: MessageEvent<Readonly<Record<string, unknown>>>): Promise<void> => {
  const began = performance.now();
  let told = began;
  const goesOn = (tried: number): boolean => {
    const now = performance.now();
    if (now - told > REPORT_EVERY_MS) {
      told = now;
      tell({ tried });
    }
    return now - began < GIVE_UP_MS;
  };
  const solution = await solveTask(data, goesOn).catch(() => undefined);
  tell(solution ?? { failed: true });
};
