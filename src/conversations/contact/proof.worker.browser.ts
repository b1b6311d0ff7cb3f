import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { type Challenge, solveChallenge } from "altcha-lib";
import type { ProofReport } from "./proof.browser.ts";

const REPORT_EVERY_MS = 100;
/** An old phone may need long; the server decides how long a challenge is good. */
const GIVE_UP_MS = 300_000;

const tell = (report: ProofReport): void => self.postMessage(report);

self.onmessage = async ({ data }: MessageEvent<Challenge>): Promise<void> => {
  let tried = 0;
  let told = 0;
  const counted: typeof deriveKey = async (...given) => {
    tried++;
    const now = performance.now();
    if (now - told > REPORT_EVERY_MS) {
      told = now;
      tell({ tried });
    }
    return deriveKey(...given);
  };
  try {
    const solution = await solveChallenge({
      challenge: data,
      deriveKey: counted,
      timeout: GIVE_UP_MS,
    });
    tell(
      solution ? { counter: solution.counter, derivedKey: solution.derivedKey } : { failed: true },
    );
  } catch {
    tell({ failed: true });
  }
};
