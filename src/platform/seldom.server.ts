import type { LogFields } from "./log.ts";

/** Writes at most one such line a second, however often it happens; `count` tells how often it did. */
export function seldom(say: (fields: LogFields) => void): (fields: LogFields) => void {
  let count = 0;
  let last: LogFields = {};
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    timer = undefined;
    if (count === 0) return;
    say({ ...last, count });
    count = 0;
    timer = setTimeout(tell, 1000).unref();
  };
  return (fields) => {
    count++;
    last = fields;
    if (timer === undefined) tell();
  };
}
