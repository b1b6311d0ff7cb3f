import { fail, ok, type Result } from "../../platform/result.ts";
import { fromBase64url, type TrustBundle } from "../../protocol/index.ts";
import type { ChallengeAnswer, Door, Language, OpenAnswer, Proof, Trust } from "../contract.ts";
import { paths } from "../contract.ts";
import { type ApiCode, ask } from "./api.browser.ts";
import { solve } from "./proof.browser.ts";

export interface Knock {
  readonly door: Door;
  readonly language: Language;
  /** From an earlier conversation of the same tab. */
  readonly pass: string | undefined;
  /** How far the small task has come, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly stopped: AbortSignal;
}

/** The small task, then a place in the queue. */
export async function askToEnter(knock: Knock): Promise<Result<OpenAnswer, ApiCode>> {
  const answer = await tryToEnter(knock);
  // On a slow phone the task may have grown too old on the way, or too easy: once more, with a fresh one.
  const stale = !answer.ok && answer.code.startsWith("proof-") && answer.code !== "proof-failed";
  return stale && !knock.stopped.aborted ? tryToEnter(knock) : answer;
}

async function tryToEnter(knock: Knock): Promise<Result<OpenAnswer, ApiCode>> {
  const { door, language, stopped } = knock;
  const proof = await prove(knock);
  if (!proof.ok) return proof;
  return stopped.aborted
    ? fail("stopped")
    : ask(paths.open, { door, language, proof: proof.value });
}

/** The small task alone. */
export async function prove({
  pass,
  onProgress,
  stopped,
}: Pick<Knock, "pass" | "onProgress" | "stopped">): Promise<Result<Proof, ApiCode>> {
  const challenge = await ask<ChallengeAnswer>(paths.challenge, pass ? { pass } : {});
  return challenge.ok ? solve(challenge.value, onProgress, stopped) : challenge;
}

/** What volunteers are checked against, as it is now. */
export async function fetchTrust(): Promise<Result<TrustBundle, ApiCode>> {
  const trust = await ask<Trust>(paths.trust);
  if (!trust.ok) return trust;
  const log = trust.value.log.map((entry) => fromBase64url(entry));
  const directory = fromBase64url(trust.value.directory);
  if (!directory || log.includes(undefined)) return fail("our-fault");
  return ok({ log: log.flatMap((entry) => entry ?? []), directory });
}

/** A uuid's 16 bytes, as the protocol's objects name jours and faces. */
export const uuidBytes = (uuid: string): Uint8Array =>
  Uint8Array.from(uuid.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
