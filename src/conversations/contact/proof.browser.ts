// The small task that keeps robots away without asking who she is: solved beside the page, in a worker.

import { fail, ok, type Result } from "../../platform/result.ts";
import type { ChallengeAnswer, Proof } from "../contract.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./proof.worker.browser.ts?worker&url";

export type ProofReport =
  | { readonly tried: number }
  | { readonly counter: number; readonly derivedKey: string }
  | { readonly failed: true };

/** The one policy that the page's header names: it lets through this worker's address and nothing else. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

function trustedWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return workerUrl;
  const policy = trustedTypes.createPolicy("lykta", {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError("only our worker");
      return url;
    },
  });
  return policy.createScriptURL(workerUrl);
}

// A policy may be made once per page.
let address: string | undefined;

/** The worker is fetched while the challenge is. `onProgress` from 0 to 1; aborting stops it at once. */
export async function solve<Code extends string>(
  asked: Promise<Result<ChallengeAnswer, Code>>,
  onProgress: (part: number) => void,
  aborted: AbortSignal,
): Promise<Result<Proof, Code | "proof-failed" | "stopped">> {
  address ??= trustedWorkerUrl();
  const worker = new Worker(address);
  try {
    const told = new Promise<Result<never, "proof-failed" | "stopped">>((resolve) => {
      aborted.addEventListener("abort", () => resolve(fail("stopped")));
      worker.addEventListener("error", () => resolve(fail("proof-failed")));
    });
    const answer = await Promise.race([asked, told]);
    return answer.ok ? await Promise.race([work(worker, answer.value, onProgress), told]) : answer;
  } finally {
    worker.terminate();
  }
}

function work(
  worker: Worker,
  { challenge, steps }: ChallengeAnswer,
  onProgress: (part: number) => void,
): Promise<Result<Proof, "proof-failed">> {
  return new Promise((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<ProofReport>) => {
      if ("tried" in data) onProgress(Math.min(1, data.tried / steps));
      else if ("failed" in data) resolve(fail("proof-failed"));
      else resolve(ok({ challenge, solution: data }));
    });
    worker.postMessage(challenge.parameters, []);
  });
}
