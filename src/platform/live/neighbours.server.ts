import { randomBytes } from "node:crypto";
import { type Bus, MAX_HINT } from "./bus.server.ts";

/** Characters of one message; under the bus's own limit with room for the envelope. */
const MESSAGE_CHARACTERS = MAX_HINT - 900;

type Hear = (items: readonly unknown[], from: string) => void;

interface Timing {
  readonly beatMs: number;
  readonly silentMs: number;
}
const usualTiming: Timing = { beatMs: 4000, silentMs: 14_000 };

/** The other processes of this house, as far as they were heard lately. */
export class Neighbours {
  readonly self = randomBytes(6).toString("base64url");
  readonly #bus: Bus;
  readonly #timing: Timing;
  readonly #heardAt = new Map<string, number>();
  readonly #ears = new Map<string, Hear>();
  readonly #gaps: (() => void)[] = [];
  readonly #leavers: ((process: string) => void)[] = [];
  #gathered = new Map<string, unknown[]>();
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe = async (): Promise<void> => undefined;
  #closed = false;
  #met = false;
  #heardSelfAt = performance.now();
  #gapDue = false;

  constructor(bus: Bus, timing: Timing = usualTiming) {
    this.#bus = bus;
    this.#timing = timing;
  }

  async meet(): Promise<void> {
    this.#unsubscribe = await this.#bus.subscribe((text) => this.#receive(text));
    this.#timer = setInterval(() => this.#tick(), this.#timing.beatMs);
    this.#timer.unref();
    this.#beat("here");
  }

  others(): readonly string[] {
    return [...this.#heardAt.keys()];
  }

  /** Whether another process was ever there: it may have written what no hint told of. */
  get met(): boolean {
    return this.#met;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Gathers items of one kind and sends them soon; nothing is sent while nobody else is there. */
  tell(kind: string, item: unknown): void {
    if (this.#heardAt.size === 0 || this.#closed) return;
    if (this.#gathered.size === 0) setImmediate(() => this.#flush());
    const items = this.#gathered.get(kind);
    if (items) items.push(item);
    else this.#gathered.set(kind, [item]);
  }

  hear(kind: string, hear: Hear): void {
    this.#ears.set(kind, hear);
  }

  /** A process came or went, or the bus may have lost something: compare with the database. */
  onGap(look: () => void): void {
    this.#gaps.push(look);
  }

  onLeave(left: (process: string) => void): void {
    this.#leavers.push(left);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#flush();
    this.#beat("bye");
    clearInterval(this.#timer);
    this.#closed = true;
    await this.#unsubscribe();
  }

  #receive(text: string): void {
    if (this.#closed) return;
    const message = parse(text);
    if (message === undefined) return this.#gap();
    const [from, kind, items] = message;
    if (from === this.self) {
      this.#heardSelfAt = performance.now();
      return;
    }
    if (kind === "bye") return this.#leave(from);
    const isNew = !this.#heardAt.has(from);
    this.#heardAt.set(from, performance.now());
    this.#met = true;
    if (isNew) {
      // Answered at once, so that the newcomer is told everything from its first moment on.
      this.#beat("here");
      this.#gap();
    }
    if (kind !== "here") this.#ears.get(kind)?.(items, from);
  }

  #tick(): void {
    this.#beat("here");
    const limit = performance.now() - this.#timing.silentMs;
    for (const [process, at] of this.#heardAt) if (at < limit) this.#leave(process);
    // Who does not hear itself hears nobody: until then it looks for itself, beat by beat.
    if (this.#heardSelfAt < limit && this.#met) this.#gap();
  }

  #leave(process: string): void {
    if (!this.#heardAt.delete(process)) return;
    this.#leavers.forEach((left) => left(process));
    // Its last words may not have been told: it was killed between a commit and the hint.
    this.#gap();
  }

  /** Several at one moment, as when a bus breaks for everybody, are one. */
  #gap(): void {
    if (this.#gapDue) return;
    this.#gapDue = true;
    setImmediate(() => {
      this.#gapDue = false;
      if (!this.#closed) this.#gaps.forEach((look) => look());
    });
  }

  #beat(kind: "here" | "bye"): void {
    this.#bus.publish(JSON.stringify([this.self, kind]));
  }

  #flush(): void {
    const sending = this.#gathered;
    this.#gathered = new Map();
    for (const [kind, items] of sending) {
      for (const part of parts(items)) this.#bus.publish(`["${this.self}","${kind}",[${part}]]`);
    }
  }
}

export async function meetNeighbours(bus: Bus, timing?: Timing): Promise<Neighbours> {
  const neighbours = new Neighbours(bus, timing);
  await neighbours.meet();
  return neighbours;
}

function parts(items: readonly unknown[]): string[] {
  const found: string[] = [];
  let current = "";
  for (const item of items) {
    const text = JSON.stringify(item);
    if (current !== "" && current.length + text.length > MESSAGE_CHARACTERS) {
      found.push(current);
      current = "";
    }
    current = current === "" ? text : `${current},${text}`;
  }
  if (current !== "") found.push(current);
  return found;
}

/** Undefined for '' (the bus lost something) and for what no version of ours wrote. */
function parse(text: string): [string, string, readonly unknown[]] | undefined {
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const [from, kind, items] = value as unknown[];
    if (typeof from !== "string" || typeof kind !== "string") return undefined;
    return [from, kind, Array.isArray(items) ? items : []];
  } catch {
    return undefined;
  }
}
