import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Database } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { ChallengeAnswer, Proof } from "./contract.ts";
import { type Budget, noPressure, press, pressureAt, proofSteps } from "./policy.ts";
import { isSpent, spend, sweepSpent } from "./store.server.ts";

/** An old phone may solve for minutes, and she reads first. */
const CHALLENGE_MS = 15 * 60_000;
const PASS_MS = 12 * 3_600_000;
/** Iterations of one step: some tenths of a millisecond on a computer, a few on an old phone. */
const STEP_COST = 500;
/** A seeker who had to be blocked makes the way in harder for new tabs, as this many would. */
const BLOCK_WEIGHT = 10;

export interface Gate {
  challenge(pass: string | undefined): Promise<ChallengeAnswer>;
  /** Uses the proof up. */
  pass(proof: Proof): Promise<Result<undefined, "proof-invalid" | "proof-spent">>;
  /** For the same tab, should it come back; `hash` can block it. */
  newPass(): { readonly pass: string; readonly hash: string };
  block(passHash: string): Promise<void>;
  sweep(): Promise<void>;
}

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Holds off floods without knowing anybody: work that costs the more the busier the way in is, each
 * proof good once. No address is asked for, none is kept, no digest of one.
 */
export function openGate(
  database: Database,
  secret: string | undefined,
  now: () => number = Date.now,
): Gate {
  // Without a configured secret there is one process, and it may forget its key when it ends.
  const root = secret ?? randomBytes(32).toString("hex");
  const keyFor = (use: string): string => createHmac("sha256", root).update(use).digest("hex");
  const keys = {
    hmacSignatureSecret: keyFor("lykta proof"),
    hmacKeySignatureSecret: keyFor("lykta proof solution"),
  };
  const passKey = keyFor("lykta pass");
  const pressures = { new: noPressure, returning: noPressure };
  const note = (budget: Budget, weight: number): void => {
    pressures[budget] = press(pressures[budget], weight, now());
  };
  const macOf = (body: string): Buffer => createHmac("sha256", passKey).update(body).digest();

  /** The hash of a pass that is ours, not too old, not used and not blocked. */
  async function standing(pass: string | undefined): Promise<string | undefined> {
    const [until, random, mac] = pass?.split(".") ?? [];
    if (!pass || !until || !random || !mac) return undefined;
    const given = Buffer.from(mac, "base64url");
    const right = macOf(`${until}.${random}`);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    if (Number.parseInt(until, 36) < now()) return undefined;
    const hash = hashOf(pass);
    return (await database.shared((tx) => isSpent(tx, hash)))
      ? undefined
      : hash.toString("base64url");
  }

  return {
    async challenge(pass) {
      const known = await standing(pass);
      const budget: Budget = known === undefined ? "new" : "returning";
      const steps = proofSteps(budget, pressureAt(pressures[budget], now()));
      const challenge = await createChallenge({
        ...keys,
        algorithm: "PBKDF2/SHA-256",
        cost: STEP_COST,
        counter: randomInt(Math.floor(steps / 2), steps),
        deriveKey,
        expiresAt: new Date(now() + CHALLENGE_MS),
        data: { budget, pass: known ?? null },
      });
      const { parameters, signature = "" } = challenge;
      return { challenge: { parameters: { ...parameters }, signature }, steps };
    },
    async pass({ challenge, solution }) {
      const asked = challenge as unknown as Challenge;
      const verified = await verifySolution({
        challenge: asked,
        solution,
        deriveKey,
        ...keys,
      }).catch(() => undefined);
      if (!verified?.verified) return fail("proof-invalid");
      const { budget, pass } = asked.parameters.data ?? {};
      const used = [hashOf(challenge.signature)];
      if (typeof pass === "string") used.push(Buffer.from(pass, "base64url"));
      const until = new Date(now() + (pass ? PASS_MS : CHALLENGE_MS));
      const isFresh = await database.shared((tx) => spend(tx, used, until));
      if (!isFresh) return fail("proof-spent");
      note(budget === "returning" ? "returning" : "new", 1);
      return ok();
    },
    newPass() {
      const body = `${(now() + PASS_MS).toString(36)}.${randomBytes(16).toString("base64url")}`;
      const pass = `${body}.${macOf(body).toString("base64url")}`;
      return { pass, hash: hashOf(pass).toString("base64url") };
    },
    async block(passHash) {
      note("new", BLOCK_WEIGHT);
      const hash = Buffer.from(passHash, "base64url");
      await database.shared((tx) => spend(tx, [hash], new Date(now() + PASS_MS)));
    },
    sweep: () => database.shared((tx) => sweepSpent(tx, new Date(now()))),
  };
}
