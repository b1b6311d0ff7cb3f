import fc from "fast-check";

/** One step of a history; the numbers choose among whatever is there when its turn comes. */
export interface Op {
  readonly do: Deed;
  readonly a: number;
  readonly b: number;
}

/** What people do, and what happens to anybody. */
const deeds = {
  together: 3,
  write: 6,
  chat: 8,
  receipt: 2,
  note: 1,
  come: 4,
  admit: 6,
  leave: 2,
  reload: 2,
  crash: 1,
  rekey: 3,
  flush: 8,
  deliver: 12,
  settle: 5,
  end: 1,
} as const;

/** What a hostile server does besides. */
const attacks = {
  drop: 3,
  hide: 2,
  swap: 5,
  again: 3,
  replay: 3,
  lose: 2,
  reorder: 1,
  flip: 2,
  garbage: 1,
  foreign: 2,
  forgeHello: 2,
  forgeEpoch: 2,
  forgeEnd: 1,
  forgeLeave: 1,
  forgeMessage: 2,
  forgeDirect: 1,
  trust: 2,
} as const;

export type Deed = keyof typeof deeds | keyof typeof attacks;

const ops = (weights: Partial<Record<Deed, number>>): fc.Arbitrary<Op> =>
  fc
    .tuple(
      fc.oneof(
        ...Object.entries(weights).map(([name, weight]) => ({
          arbitrary: fc.constant(name as Deed),
          weight,
        })),
      ),
      fc.nat({ max: 30 }),
      fc.nat({ max: 1000 }),
    )
    .map(([deed, a, b]) => ({ do: deed, a, b }));

const some = (one: fc.Arbitrary<Op>) => fc.array(one, { minLength: 1, maxLength: 45, size: "max" });

/** A server that keeps the order and loses nothing, as slow as it likes. */
export const honestOps = some(ops(deeds));
export const hostileOps = some(ops({ ...deeds, ...attacks }));
