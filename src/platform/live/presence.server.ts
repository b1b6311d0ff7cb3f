import type { Neighbours } from "./neighbours.server.ts";

/** Who has a living connection to which log, on every process. Labels are the application's own. */
export interface Presence {
  /** Counts one connection; call what it returns when the connection is over. */
  enter(log: string, label: string): () => void;
  /** Labels present at a log, each once. */
  at(log: string): ReadonlySet<string>;
  onChange(tell: (log: string) => void): void;
}

/** In place of a log: forget what you heard of me, all of it follows. */
const ANEW = 0;
const nobody: readonly string[] = [];

export function openPresence(neighbours: Neighbours): Presence {
  // Arrays, because there are as many logs as people who wait, nearly all with one connection.
  const here = new Map<string, readonly string[]>();
  const elsewhere = new Map<string, Map<string, readonly string[]>>();
  const tellers: ((log: string) => void)[] = [];
  const changed = (log: string): void => tellers.forEach((tell) => tell(log));

  function set(log: string, labels: readonly string[]): void {
    if (labels.length > 0) here.set(log, labels);
    else here.delete(log);
    neighbours.tell("present", [log, labels]);
    changed(log);
  }

  neighbours.hear("present", (items, from) => {
    const theirs = elsewhere.get(from) ?? new Map<string, readonly string[]>();
    elsewhere.set(from, theirs);
    const changedLater = new Set<string>();
    for (const item of items) {
      const [log, labels] = item as readonly unknown[];
      if (log === ANEW) {
        for (const known of theirs.keys()) changedLater.add(known);
        theirs.clear();
      }
      if (typeof log !== "string" || !Array.isArray(labels)) continue;
      if (labels.length > 0) theirs.set(log, labels.map(String));
      else theirs.delete(log);
      changedLater.add(log);
    }
    changedLater.forEach(changed);
  });
  neighbours.onLeave((process) => {
    const theirs = elsewhere.get(process);
    elsewhere.delete(process);
    for (const log of theirs?.keys() ?? []) changed(log);
  });
  // Also after the bus lost something: repeating it all costs little and mends everything.
  neighbours.onGap(() => {
    neighbours.tell("present", [ANEW]);
    for (const [log, labels] of here) neighbours.tell("present", [log, labels]);
  });

  return {
    enter(log, label) {
      set(log, [...(here.get(log) ?? nobody), label]);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = [...(here.get(log) ?? nobody)];
        left.splice(left.indexOf(label), 1);
        set(log, left);
      };
    },
    at(log) {
      const found = new Set(here.get(log) ?? nobody);
      for (const theirs of elsewhere.values()) {
        for (const label of theirs.get(log) ?? nobody) found.add(label);
      }
      return found;
    },
    onChange: (tell) => void tellers.push(tell),
  };
}
