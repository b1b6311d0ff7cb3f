import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Database } from "../platform/database/index.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";
import { log } from "../platform/log.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { ChallengeAnswer, Proof } from "./contract.ts";
import type { Budget } from "./policy.ts";
import { Price } from "./price.ts";
import type { Clocks } from "./standings.server.ts";
import { isSpent, spend, sweepSpent } from "./store.server.ts";

/** An old phone may solve for minutes, and she reads first. */
const CHALLENGE_MS = 15 * 60_000;
const PASS_MS = 12 * 3_600_000;
/** Iterations of one step: some tenths of a millisecond on a computer, a few on an old phone. */
const STEP_COST = 500;
/** A seeker who had to be blocked makes the way in harder for new tabs, as this many would. */
const BLOCK_WEIGHT = 10;

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

export interface GateParts extends Clocks {
  readonly database: Database;
  readonly secret: string | undefined;
  readonly neighbours: Neighbours;
}

/**
 * Holds off floods without knowing anybody: work that costs the more the busier the way in is, each
 * proof good once. No address is asked for, none is kept, no digest of one.
 */
export class Gate {
  readonly #database: Database;
  readonly #neighbours: Neighbours;
  readonly #now: () => number;
  readonly #elapsed: () => number;
  readonly #keys: { hmacSignatureSecret: string; hmacKeySignatureSecret: string };
  readonly #passKey: string;
  readonly #price = new Price();

  constructor({ database, secret, neighbours, now, elapsed }: GateParts) {
    this.#database = database;
    this.#neighbours = neighbours;
    this.#now = now;
    this.#elapsed = elapsed;
    neighbours.hear("press", (items) => {
      for (const item of items) {
        const [budget, weight] = item as readonly unknown[];
        const isBudget = budget === "new" || budget === "returning";
        if (isBudget && typeof weight === "number") this.#feel(budget, weight);
      }
    });
    // Without a configured secret there is one process, and it may forget its key when it ends.
    if (secret === undefined) neighbours.onGap(() => neighbours.met && log.error("secret-missing"));
    const root = secret ?? randomBytes(32).toString("hex");
    const keyFor = (use: string): string => createHmac("sha256", root).update(use).digest("hex");
    this.#keys = {
      hmacSignatureSecret: keyFor("lykta proof"),
      hmacKeySignatureSecret: keyFor("lykta proof solution"),
    };
    this.#passKey = keyFor("lykta pass");
  }

  async challenge(pass: string | undefined, waiting: number): Promise<ChallengeAnswer> {
    const now = this.#now();
    const known = await this.#standing(pass);
    const budget: Budget = known === undefined ? "new" : "returning";
    const steps = this.#price.steps(budget, waiting, this.#elapsed());
    const challenge = await createChallenge({
      ...this.#keys,
      algorithm: "PBKDF2/SHA-256",
      cost: STEP_COST,
      counter: randomInt(Math.floor(steps / 2), steps),
      deriveKey,
      expiresAt: new Date(now + CHALLENGE_MS),
      data: { budget, pass: known ?? null, steps },
    });
    const { parameters, signature = "" } = challenge;
    return { challenge: { parameters: { ...parameters }, signature }, steps };
  }

  /** Uses the proof up. */
  async pass(
    { challenge, solution }: Proof,
    waiting: number,
  ): Promise<Result<undefined, "proof-invalid" | "proof-outdated" | "proof-spent">> {
    const asked = challenge as unknown as Challenge;
    const given = { challenge: asked, solution, deriveKey, ...this.#keys };
    const verified = await verifySolution(given).catch(() => undefined);
    if (!verified?.verified) return fail("proof-invalid");
    const { budget: drawn, pass, steps } = asked.parameters.data ?? {};
    const budget: Budget = drawn === "returning" ? "returning" : "new";
    if (!this.#price.isEnough(Number(steps), budget, waiting, this.#elapsed()))
      return fail("proof-outdated");
    const used = [hashOf(challenge.signature)];
    if (typeof pass === "string") used.push(Buffer.from(pass, "base64url"));
    const until = new Date(this.#now() + (pass ? PASS_MS : CHALLENGE_MS));
    const isFresh = await this.#database.shared((tx) => spend(tx, used, until));
    if (!isFresh) return fail("proof-spent");
    this.#press(budget, 1);
    return ok();
  }

  /** For the same tab, should it come back; `hash` can block it. */
  newPass(): { readonly pass: string; readonly hash: string } {
    const until = (this.#now() + PASS_MS).toString(36);
    const body = `${until}.${randomBytes(16).toString("base64url")}`;
    const pass = `${body}.${this.#macOf(body).toString("base64url")}`;
    return { pass, hash: hashOf(pass).toString("base64url") };
  }

  async block(passHash: string): Promise<void> {
    this.#press("new", BLOCK_WEIGHT);
    const hash = Buffer.from(passHash, "base64url");
    const until = new Date(this.#now() + PASS_MS);
    await this.#database.shared((tx) => spend(tx, [hash], until));
  }

  sweep(): Promise<void> {
    return this.#database.shared((tx) => sweepSpent(tx, new Date(this.#now())));
  }

  /** The hash of a pass that is ours, not too old, not used and not blocked. */
  async #standing(pass: string | undefined): Promise<string | undefined> {
    const [until, random, mac] = pass?.split(".") ?? [];
    if (!pass || !until || !random || !mac) return undefined;
    const given = Buffer.from(mac, "base64url");
    const right = this.#macOf(`${until}.${random}`);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    if (Number.parseInt(until, 36) < this.#now()) return undefined;
    const hash = hashOf(pass);
    const spent = await this.#database.shared((tx) => isSpent(tx, hash));
    return spent ? undefined : hash.toString("base64url");
  }

  /** Here and on the other processes: a flood that is spread over them meets one price. */
  #press(budget: Budget, weight: number): void {
    this.#feel(budget, weight);
    this.#neighbours.tell("press", [budget, weight]);
  }

  #feel(budget: Budget, weight: number): void {
    this.#price.press(budget, weight, this.#elapsed());
  }

  #macOf(body: string): Buffer {
    return createHmac("sha256", this.#passKey).update(body).digest();
  }
}
