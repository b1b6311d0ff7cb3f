import { computed, signal } from "@preact/signals";
import { fail, ok, type Result } from "../platform/result.ts";
import { type DutyStart, type DutyView, shiftPaths } from "./contract.ts";
import { type DutyHolder, openDutySeed, stateDuty } from "./duty-key.browser.ts";

/** How the desk speaks with the server; failures are values with the server's code. */
export interface DeskApi {
  get<T>(path: string): Promise<Result<T>>;
  post<T>(path: string, body: object): Promise<Result<T>>;
}

export interface DutyOptions {
  readonly api: DeskApi;
  readonly holder: DutyHolder;
  /** The newest entry of the jour's log, as the statement names it; null where it cannot be had now. */
  readonly logEnd: () => Promise<Uint8Array | null>;
}

export interface OnDuty extends DutyView {
  /** Signs for her during this shift; in memory only. */
  readonly seed: Uint8Array;
}

export interface DutyTerms {
  readonly face: string;
  readonly alias: string;
  readonly capacity: number;
  readonly minutes: number;
}

export type DutyPhase = "loading" | "unreachable" | "foreign" | "off" | "on";

/** The shift of the one at this desk: what stands at the server, and the key to it. */
export class Duty {
  /** undefined: not known yet. */
  readonly now = signal<OnDuty | null | undefined>(undefined);
  readonly fault = signal<string | null>(null);
  readonly busy = signal(false);
  /** The last shift ran out by itself. */
  readonly ranOut = signal(false);
  /** Prolonged by the desk, because somebody is being answered. */
  readonly stretched = signal(false);
  readonly #unreadable = signal(false);
  readonly phase = computed<DutyPhase>(() => {
    if (this.#unreadable.value) return "foreign";
    if (this.now.value === undefined) return this.fault.value === null ? "loading" : "unreachable";
    return this.now.value === null ? "off" : "on";
  });
  readonly #options: DutyOptions;

  constructor(options: DutyOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    await this.#work(async () => {
      const answer = await this.#options.api.get<DutyView | null>(shiftPaths.mine);
      return answer.ok ? this.#adopt(answer.value) : answer;
    });
  }

  start(terms: DutyTerms): Promise<boolean> {
    this.ranOut.value = false;
    this.stretched.value = false;
    return this.#state(terms, this.#options.holder.suite.random(32));
  }

  /** The same shift and the same key, until later: conversations go on. */
  async prolong(minutes: number, byItself = false): Promise<boolean> {
    const now = this.now.value;
    if (!now) return false;
    const { face, alias, capacity, seed } = now;
    const done = await this.#state({ face, alias, capacity, minutes }, seed);
    if (done) this.stretched.value = byItself;
    return done;
  }

  stop(): Promise<boolean> {
    return this.#work(async () => {
      const now = this.now.value;
      if (!now) return ok();
      const answer = await this.#options.api.post(shiftPaths.stop, { duty: now.duty });
      if (!answer.ok && answer.code !== "not-found") return answer;
      now.seed.fill(0);
      this.now.value = null;
      return ok();
    });
  }

  /** The time of the statement is over. */
  expire(): void {
    this.now.value?.seed.fill(0);
    this.now.value = null;
    this.ranOut.value = true;
  }

  #state(terms: DutyTerms, seed: Uint8Array): Promise<boolean> {
    return this.#work(async () => {
      const { api, holder, logEnd } = this.#options;
      const end = await logEnd();
      if (!end) return fail("trust-missing");
      const from = Date.now();
      const { face, alias, capacity, minutes } = terms;
      const until = from + minutes * 60_000;
      const stated = await stateDuty(holder, { face, alias, from, until }, end, seed);
      const body: DutyStart = { face, capacity, ...stated };
      const answer = await api.post<DutyView>(shiftPaths.start, body);
      return answer.ok ? this.#adopt(answer.value) : answer;
    });
  }

  async #adopt(view: DutyView | null): Promise<Result<undefined>> {
    this.#unreadable.value = false;
    if (!view) {
      this.now.value = null;
      return ok();
    }
    const seed = await openDutySeed(this.#options.holder, view.sealedSeed);
    if (seed) this.now.value = { ...view, seed };
    else this.#unreadable.value = true;
    return seed ? ok() : fail("duty-unreadable");
  }

  /** True when it went well; else `fault` tells why. */
  async #work(work: () => Promise<Result<unknown>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.fault.value = null;
    try {
      const outcome = await work();
      if (!outcome.ok) this.fault.value = outcome.code;
      return outcome.ok;
    } catch {
      this.fault.value = "our-fault";
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}
