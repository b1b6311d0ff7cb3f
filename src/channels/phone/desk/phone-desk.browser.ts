import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fail, ok, type Result } from "../../../platform/result.ts";
import type { Door } from "../../../site/index.ts";
import type { Language } from "../../../ui/languages.ts";
import { type CallCount, type Counted, type MyPhone, phonePaths } from "../contract.ts";
import { dutyMessages } from "../messages.duty.ts";
import { dutyNumber, type Length, UNDO_MS } from "../policy.ts";

/** How the desk speaks with the server; failures are values with the server's code. */
export interface DeskApi {
  get<T>(path: string): Promise<Result<T>>;
  post<T>(path: string, body: object): Promise<Result<T>>;
}

/** A little sooner than the server, so that who is offered it can still do it. */
const OFFERED_MS = UNDO_MS - 5000;

/** The telephone of the one at this desk. Her number is sent and forgotten: only its end comes back. */
export class PhoneDesk {
  /** null until it is known. */
  readonly mine = signal<MyPhone | null>(null);
  readonly busy = signal(false);
  readonly fault = signal<string | null>(null);
  /** What she has just counted and may take back; "undone" once she has. */
  readonly counted = signal<string | null>(null);
  readonly #api: DeskApi;
  #offer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: DeskApi) {
    this.#api = api;
  }

  isConnected(face: string): boolean {
    return this.mine.value?.lines.includes(face) ?? false;
  }

  /** Said before anything is sent; true when it is a number that can be rung. */
  isNumber(written: string): boolean {
    const isRight = dutyNumber(written) !== undefined;
    this.fault.value = isRight ? null : "number-refused";
    return isRight;
  }

  /** Quietly: what is shown stays until something newer is known. */
  async load(): Promise<void> {
    const answer = await this.#api.get<MyPhone>(phonePaths.mine);
    if (answer.ok && !this.busy.value) this.mine.value = answer.value;
  }

  async take(number: string): Promise<boolean> {
    return this.isNumber(number) && this.#ask(phonePaths.take, { number });
  }

  release(): Promise<boolean> {
    return this.#ask(phonePaths.release, {});
  }

  inCall(inCall: boolean): Promise<boolean> {
    return this.#ask(phonePaths.inCall, { inCall });
  }

  count(face: string, door: Door, length: Length): Promise<boolean> {
    const body: CallCount = { face, door, length };
    return this.#work(async () => {
      const answer = await this.#api.post<Counted>(phonePaths.count, body);
      if (!answer.ok) return answer;
      this.counted.value = answer.value.counted;
      clearTimeout(this.#offer);
      this.#offer = setTimeout(() => (this.counted.value = null), OFFERED_MS);
      return ok(null);
    });
  }

  undo(): Promise<boolean> {
    const counted = this.counted.value;
    clearTimeout(this.#offer);
    this.counted.value = null;
    return this.#work(async () => {
      const answer = await this.#api.post(phonePaths.undo, { counted });
      if (answer.ok) this.counted.value = "undone";
      return answer.ok ? ok(null) : answer;
    });
  }

  #ask(path: string, body: object): Promise<boolean> {
    return this.#work(() => this.#api.post<MyPhone>(path, body));
  }

  /** One thing at a time; true when it went well, else `fault` tells why. */
  async #work(work: () => Promise<Result<MyPhone | null>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.fault.value = null;
    const done = await work().catch(() => fail("our-fault"));
    this.busy.value = false;
    if (!done.ok) this.fault.value = done.code;
    else if (done.value) this.mine.value = done.value;
    return done.ok;
  }
}

const desks = new WeakMap<object, PhoneDesk>();

/** One for each desk, whichever of its screens asks. */
export function phoneDeskOf(api: DeskApi): PhoneDesk {
  const phone = desks.get(api) ?? new PhoneDesk(api);
  desks.set(api, phone);
  return phone;
}

/** Known when a screen appears, and again when she comes back to it. */
export function useKnown(phone: PhoneDesk): void {
  useEffect(() => {
    const look = (): void => void phone.load();
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [phone]);
}

type FaultKey = Extract<keyof (typeof dutyMessages)["sv"], `fault${string}`>;
const sentences: Readonly<Record<string, FaultKey>> = {
  "number-refused": "faultNumber",
  "bad-input": "faultNumber",
  "not-on-duty": "faultDuty",
  "line-missing": "faultLine",
  gone: "faultGone",
  offline: "faultNetwork",
  "try-again": "faultNetwork",
};

export const faultText = (code: string, language: Language): string =>
  dutyMessages[language][sentences[code] ?? "faultOurs"];
