import { randomBytes } from "node:crypto";
import type { Bus } from "./bus.server.ts";

const BEAT_MS = 4000;
const SILENT_MS = 14_000;
/** Characters of one message; under the bus's own limit with room for the envelope. */
const MESSAGE_CHARACTERS = 7000;

type Hear = (items: readonly unknown[], from: string) => void;

/** The other processes of this house, as far as they were heard lately. */
export interface Neighbours {
  readonly self: string;
  others(): readonly string[];
  /** Gathers items of one kind and sends them soon; nothing is sent while nobody else is there. */
  tell(kind: string, item: unknown): void;
  hear(kind: string, hear: Hear): void;
  /** A process appeared, or the bus may have lost something: compare with the database. */
  onGap(look: () => void): void;
  onLeave(left: (process: string) => void): void;
  close(): Promise<void>;
}

export async function meetNeighbours(
  bus: Bus,
  timing: { beatMs: number; silentMs: number } = { beatMs: BEAT_MS, silentMs: SILENT_MS },
): Promise<Neighbours> {
  const self = randomBytes(6).toString("base64url");
  const heardAt = new Map<string, number>();
  const ears = new Map<string, Hear>();
  const gaps: (() => void)[] = [];
  const leavers: ((process: string) => void)[] = [];
  let gathered = new Map<string, unknown[]>();
  let closed = false;

  const beat = (kind: "here" | "bye"): void => bus.publish(JSON.stringify([self, kind]));
  const leave = (process: string): void => {
    if (heardAt.delete(process)) for (const left of leavers) left(process);
  };

  function receive(text: string): void {
    if (closed) return;
    const message = parse(text);
    if (message === undefined) return gaps.forEach((look) => look());
    const [from, kind, items] = message;
    if (from === self) return;
    if (kind === "bye") return leave(from);
    const isNew = !heardAt.has(from);
    heardAt.set(from, performance.now());
    if (isNew) {
      // Answered at once, so that the newcomer is told everything from its first moment on.
      beat("here");
      gaps.forEach((look) => look());
    }
    if (kind !== "here") ears.get(kind)?.(items, from);
  }

  function flush(): void {
    const sending = gathered;
    gathered = new Map();
    for (const [kind, items] of sending) {
      for (const part of parts(items)) bus.publish(`["${self}","${kind}",[${part}]]`);
    }
  }

  function tick(): void {
    beat("here");
    const limit = performance.now() - timing.silentMs;
    for (const [process, at] of heardAt) if (at < limit) leave(process);
  }

  const unsubscribe = await bus.subscribe(receive);
  const timer = setInterval(tick, timing.beatMs);
  timer.unref();
  beat("here");

  return {
    self,
    others: () => [...heardAt.keys()],
    tell(kind, item) {
      if (heardAt.size === 0 || closed) return;
      if (gathered.size === 0) setImmediate(flush);
      const items = gathered.get(kind);
      if (items) items.push(item);
      else gathered.set(kind, [item]);
    },
    hear: (kind, hear) => void ears.set(kind, hear),
    onGap: (look) => void gaps.push(look),
    onLeave: (left) => void leavers.push(left),
    async close() {
      flush();
      beat("bye");
      clearInterval(timer);
      closed = true;
      await unsubscribe();
    },
  };
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
