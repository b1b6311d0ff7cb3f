import {
  assemble,
  cosign,
  draftDelegate,
  draftRoot,
  heldTo,
  LIMIT,
  makeDirectory,
  pinsOf,
  type Pins,
  type Proposal,
  proposalDigits,
  readProposal,
  type RefusalCode,
  type Suite,
  type VerifiedTrust,
  verifyTrust,
} from "../../protocol/index.ts";
import { readLog } from "../../protocol/trust/log.ts";

/** Made-up women; only the first sits here. */
export type Player = "you" | "berit" | "sahar" | "alva";
export type Step =
  | "three-of-you"
  | "lost"
  | "forged"
  | "fooled"
  | "caught"
  | "alike"
  | "replaced"
  | "older"
  | "done";

/** What the screen shows of the practice. */
export interface Scene {
  readonly step: Step;
  readonly holders: readonly Player[];
  readonly entries: number;
  /** Of the proposal: on her own screen, and as Sahar reads them to her. */
  readonly mine?: readonly string[];
  readonly hers?: readonly string[];
  /** By which name her browser has refused. */
  readonly refused?: RefusalCode;
}

/**
 * A drill upon a chain of its own: the very code that signs and checks, with keys that are thrown away. Nothing
 * is sent, nothing of the jour is touched.
 */
export class Rehearsal {
  readonly #suite: Suite;
  readonly #seeds: Readonly<Record<Player, Uint8Array>>;
  readonly #jour: Uint8Array;
  readonly #log: Uint8Array[] = [];
  #now: number;
  #version = 0;
  #seen: VerifiedTrust | undefined;
  #proposal: Proposal | undefined;
  #older: { readonly log: Uint8Array[]; readonly directory: Uint8Array } | undefined;
  scene: Scene = { step: "three-of-you", holders: ["you", "berit", "sahar"], entries: 0 };

  private constructor(suite: Suite, now: number) {
    this.#suite = suite;
    this.#now = now;
    const seed = (): Uint8Array => suite.random(32);
    this.#seeds = { you: seed(), berit: seed(), sahar: seed(), alva: seed() };
    this.#jour = suite.random(16);
  }

  static async begin(suite: Suite, now: number): Promise<Rehearsal> {
    const practice = new Rehearsal(suite, now);
    await practice.#append("root", await practice.#rootOf(["you", "berit", "sahar"], 1), [
      "you",
      "berit",
    ]);
    const key = await practice.#key("you");
    const named = draftDelegate({ ...(await practice.#bare()), key, until: now + LIMIT.delegate });
    await practice.#append("delegate", named, ["you", "sahar"]);
    await practice.#look();
    practice.scene = { ...practice.scene, entries: practice.#log.length };
    return practice;
  }

  /** One step on. `same`: what she answers when digits are compared. */
  async next(same = true): Promise<Scene> {
    this.scene = await this.#after(this.scene, same);
    return this.scene;
  }

  async #after(scene: Scene, same: boolean): Promise<Scene> {
    const { mine: _, hers: __, refused: ___, ...plain } = scene;
    switch (scene.step) {
      case "three-of-you":
        return { ...plain, step: "lost" };
      case "lost":
      case "fooled":
        return this.#forged(plain);
      case "forged":
        return { ...plain, step: same ? "fooled" : "caught" };
      case "caught":
        return this.#alike(plain);
      case "alike":
        return same ? this.#replaced() : scene;
      case "replaced":
        return this.#shownOlder(plain);
      default:
        return { ...plain, step: "done" };
    }
  }

  /** The server has put a key of its own where Alva's should be, on Sahar's screen only. */
  async #forged(scene: Scene): Promise<Scene> {
    const draft = await this.#rootOf(["you", "sahar", "alva"], 2);
    const signature = await cosign(this.#suite, "root", this.#seeds.you, draft);
    this.#proposal = { kind: "root", draft, signatures: [signature] };
    const strangers = await this.#suite.ed25519.publicKey(this.#suite.random(32));
    const forged = await this.#rootOf(["you", "sahar"], 2, strangers);
    return {
      ...{ ...scene, step: "forged" },
      mine: await proposalDigits(this.#suite, draft),
      hers: await proposalDigits(this.#suite, forged),
    };
  }

  async #alike(scene: Scene): Promise<Scene> {
    const digits = await proposalDigits(this.#suite, this.#proposal?.draft ?? new Uint8Array(0));
    return { ...scene, step: "alike", mine: digits, hers: digits };
  }

  /** Sahar signs, Alva says yes with her own key, and the chain grows. */
  async #replaced(): Promise<Scene> {
    const { draft } = this.#proposal ?? { draft: new Uint8Array(0) };
    this.#older = { log: [...this.#log], directory: await this.#directory() };
    await this.#append("root", draft, ["you", "sahar", "alva"]);
    await this.#look();
    return { step: "replaced", holders: ["you", "sahar", "alva"], entries: this.#log.length };
  }

  /** The server shows the chain as it was, with Berit's key still in it. */
  async #shownOlder(scene: Scene): Promise<Scene> {
    const pins: Pins | undefined = this.#seen && pinsOf(this.#seen);
    if (!this.#older || !pins) return scene;
    const checks = { jour: this.#jour, now: this.#now };
    const shown = await verifyTrust(this.#suite, this.#older, checks);
    const held = shown.ok ? await heldTo(pins, shown.value) : shown;
    return { ...scene, step: "older", ...(held.ok ? {} : { refused: held.code }) };
  }

  #key = (who: Player): Promise<Uint8Array> => this.#suite.ed25519.publicKey(this.#seeds[who]);

  async #bare() {
    const last = this.#log.at(-1);
    const previous = last ? await this.#suite.sha256(last) : new Uint8Array(32);
    return { jour: this.#jour, previous, at: this.#now };
  }

  async #rootOf(who: readonly Player[], version: number, ...others: Uint8Array[]) {
    const keys = [...(await Promise.all(who.map(this.#key))), ...others];
    return draftRoot({ ...(await this.#bare()), version, m: 2, keys });
  }

  /** By way of the proposal's own reader, as at the desk; throws where it is not complete. */
  async #append(kind: Proposal["kind"], draft: Uint8Array, who: readonly Player[]): Promise<void> {
    const signatures = await Promise.all(
      who.map((one) => cosign(this.#suite, kind, this.#seeds[one], draft)),
    );
    if (this.#log.length > 0) {
      const log = await readLog(this.#suite, this.#log, this.#jour);
      const read = await readProposal(this.#suite, log, this.#jour, { kind, draft, signatures });
      if (!read.ok || !read.value.complete)
        throw new Error("the rehearsal's proposal is not complete");
    }
    this.#log.push(assemble(kind, draft, signatures));
  }

  async #directory(): Promise<Uint8Array> {
    this.#version++;
    const { jour, previous: head, at } = await this.#bare();
    return makeDirectory(this.#suite, this.#seeds.you, {
      ...{ jour, head, at, version: this.#version, previous: new Uint8Array(32) },
      expires: at + LIMIT.directory,
      members: [],
    });
  }

  async #look(): Promise<void> {
    const bundle = { log: this.#log, directory: await this.#directory() };
    const checks = { jour: this.#jour, now: this.#now };
    const verified = await verifyTrust(this.#suite, bundle, checks);
    if (!verified.ok) throw new Error(`the rehearsal's chain does not hold: ${verified.code}`);
    this.#seen = verified.value;
  }
}
