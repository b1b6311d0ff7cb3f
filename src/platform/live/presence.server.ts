import type { Neighbours } from "./neighbours.server.ts";

/** In place of a log: forget what you heard of me, all of it follows. */
const ANEW = 0;
const nobody: readonly string[] = [];

/** Who has a living connection to which log, on every process. Labels are the application's own. */
export class Presence {
  readonly #neighbours: Neighbours;
  // Arrays, because there are as many logs as people who wait, nearly all with one connection.
  readonly #here = new Map<string, readonly string[]>();
  readonly #elsewhere = new Map<string, Map<string, readonly string[]>>();
  readonly #tellers: ((log: string) => void)[] = [];

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
    neighbours.hear("present", (items, from) => this.#hear(items, from));
    neighbours.onLeave((process) => {
      const theirs = this.#elsewhere.get(process);
      this.#elsewhere.delete(process);
      for (const log of theirs?.keys() ?? []) this.#changed(log);
    });
    // Also after the bus lost something: repeating it all costs little and mends everything.
    neighbours.onGap(() => {
      neighbours.tell("present", [ANEW]);
      for (const [log, labels] of this.#here) neighbours.tell("present", [log, labels]);
    });
  }

  /** Counts one connection; `leave` has to follow, once. */
  enter(log: string, label: string): void {
    this.#set(log, [...(this.#here.get(log) ?? nobody), label]);
  }

  leave(log: string, label: string): void {
    const left = [...(this.#here.get(log) ?? nobody)];
    left.splice(left.indexOf(label), 1);
    this.#set(log, left);
  }

  /** Labels present at a log, each once. */
  at(log: string): ReadonlySet<string> {
    const found = new Set(this.#here.get(log) ?? nobody);
    for (const theirs of this.#elsewhere.values()) {
      for (const label of theirs.get(log) ?? nobody) found.add(label);
    }
    return found;
  }

  onChange(tell: (log: string) => void): void {
    this.#tellers.push(tell);
  }

  #set(log: string, labels: readonly string[]): void {
    if (labels.length > 0) this.#here.set(log, labels);
    else this.#here.delete(log);
    this.#neighbours.tell("present", [log, labels]);
    this.#changed(log);
  }

  #changed(log: string): void {
    for (const tell of this.#tellers) tell(log);
  }

  #hear(items: readonly unknown[], from: string): void {
    const theirs = this.#elsewhere.get(from) ?? new Map<string, readonly string[]>();
    this.#elsewhere.set(from, theirs);
    const changed = new Set<string>();
    for (const item of items) {
      const [log, labels] = item as readonly unknown[];
      if (log === ANEW) {
        for (const known of theirs.keys()) changed.add(known);
        theirs.clear();
      }
      if (typeof log !== "string" || !Array.isArray(labels)) continue;
      if (labels.length > 0) theirs.set(log, labels.map(String));
      else theirs.delete(log);
      changed.add(log);
    }
    for (const log of changed) this.#changed(log);
  }
}
