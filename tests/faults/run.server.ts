import { setTimeout as sleep } from "node:timers/promises";
import { calm, Network } from "../factories/network.server.ts";
import { type Account, breachesOf, type EndState, type Heard } from "./check.ts";
import { type House, until } from "./house.server.ts";
import type { RunPlan, SidePlan } from "./plan.ts";
import { ask, askUntilDone, Side } from "./sides.server.ts";
import type { Ground } from "./truth.server.ts";

const PATIENCE_MS = 90_000;

/** The house as a run sees it. */
export interface Place {
  readonly house: Pick<House, "port" | "onUp">;
  readonly ground: Ground;
}

export interface Outcome {
  readonly id: string;
  readonly account: Account;
  readonly breaches: readonly string[];
}

/** One conversation from its beginning to its end, or to where all is said, held against the contract. */
export class Run {
  readonly #plan: RunPlan;
  readonly #place: Place;
  readonly #name: string;
  readonly #sides: Side[] = [];
  readonly #networks: Network[] = [];
  readonly #port = (): number => this.#place.house.port;
  #end: EndState = "living";
  #id = "";

  constructor(plan: RunPlan, place: Place, name: string) {
    this.#plan = plan;
    this.#place = place;
    this.#name = name;
  }

  async play(): Promise<Outcome> {
    const stop = this.#place.house.onUp(() => this.#sides.forEach((side) => side.wake()));
    try {
      const begun = await askUntilDone(this.#port, "/begin", PATIENCE_MS);
      if (begun?.body.id === undefined) return this.#outcome(["no conversation could be begun"]);
      this.#id = begun.body.id;
      const writing = Promise.all(this.#plan.sides.map((side) => this.#playSide(side)));
      const ending = this.#plan.end === "early" ? this.#endSoon() : undefined;
      const stuck = (await writing).filter((breach) => breach !== undefined);
      await ending;
      if (this.#plan.end === "late") await this.#finish();
      return await this.#outcome(this.#end === "living" ? stuck : []);
    } finally {
      stop();
      for (const side of this.#sides) side.close();
      await Promise.all(this.#networks.map((network) => network.close()));
    }
  }

  /** Resolves to a sentence when it does not come to rest. */
  async #playSide(plan: SidePlan): Promise<string | undefined> {
    const network = await Network.open(this.#port);
    this.#networks.push(network);
    const manners = [...plan.manners];
    network.behave(() => manners.shift() ?? calm);
    let side = this.#join(plan, network, plan.name);
    for (const [at, { bytes, pauseMs }] of plan.texts.entries()) {
      side.say(bytes);
      if (pauseMs > 0) await sleep(pauseMs);
      if (plan.silence?.after === at) await fallSilent(network, side, plan.silence.noticedMs);
      if (plan.reloadAfter !== at) continue;
      side.close();
      side = this.#join(plan, network, `${plan.name}'`);
    }
    const last = side;
    const isDone = (): boolean => last.isAcknowledged || last.codes.length > 0;
    // A line that went deaf is noticed by the page when it comes to the front.
    const waking = setInterval(() => last.wake(), 1500);
    const isCalm = await until(isDone, PATIENCE_MS);
    clearInterval(waking);
    return isCalm ? undefined : `${this.#name}: ${plan.name} was not acknowledged in time`;
  }

  #join(plan: SidePlan, network: Network, name: string): Side {
    const side = new Side({
      ...{ conversation: this.#id, name, blocked: plan.blocked },
      port: () => network.port,
    });
    this.#sides.push(side);
    return side;
  }

  async #endSoon(): Promise<void> {
    const said = (): number => this.#sides.reduce((sum, side) => sum + side.said.length, 0);
    const all = this.#plan.sides.reduce((sum, side) => sum + side.texts.length, 0);
    await until(() => said() >= all / 2, PATIENCE_MS);
    await this.#finish();
  }

  async #finish(): Promise<void> {
    this.#end = "asked";
    const path = `/end/${this.#id}`;
    const first = this.#networks[0];
    // Once over the poor line, where the answer may get lost; then until it is heard.
    if (first) await Promise.race([ask(first.port, path), sleep(500)]);
    const asked = Array.from({ length: this.#plan.enders }, async () => {
      const answer = await askUntilDone(this.#port, path, PATIENCE_MS);
      if (answer) this.#end = "acknowledged";
    });
    await Promise.all(asked);
  }

  async #outcome(stuck: readonly string[]): Promise<Outcome> {
    const isLiving = this.#end === "living";
    const expected = isLiving && stuck.length === 0 ? await this.#hearAll() : 0;
    // What the sides heard is noted before the truth is looked at, which may only have grown.
    const account = this.#account(expected);
    const unended = this.#end === "asked" ? [`${this.#name}: the end was not acknowledged`] : [];
    const truth = this.#id === "" ? undefined : await this.#place.ground.frames(this.#id);
    const breaches = this.#id === "" ? [] : breachesOf(account, truth);
    return { id: this.#id, account, breaches: [...stuck, ...unended, ...breaches] };
  }

  /** What is acknowledged to one is on its way to the others. */
  async #hearAll(): Promise<number> {
    const there = (await this.#place.ground.frames(this.#id))?.length ?? 0;
    const open = this.#sides.filter((side) => this.#isLast(side));
    const waking = setInterval(() => open.forEach((side) => side.wake()), 1500);
    await until(() => open.every(({ heard }) => heard.length >= there), PATIENCE_MS);
    clearInterval(waking);
    return there;
  }

  /** Not the page that was left by a reload. */
  #isLast(side: Side): boolean {
    const at = this.#sides.indexOf(side);
    return !this.#sides.slice(at + 1).some((later) => later.name === `${side.name}'`);
  }

  #account(expected: number): Account {
    const last = this.#sides.filter((side) => this.#isLast(side));
    const heard: Heard[] = this.#sides.map((side) => ({
      ...{ tab: side.tab, frames: [...side.heard] },
      expected: last.includes(side) ? expected : 0,
    }));
    return {
      ...{ name: this.#name, end: this.#end, heard },
      said: this.#sides.flatMap((side) => side.said),
      patient: new Set(expected > 0 ? last.map(({ tab }) => tab) : []),
    };
  }
}

async function fallSilent(network: Network, side: Side, noticedMs: number): Promise<void> {
  network.freeze();
  await sleep(noticedMs);
  side.wake();
}
