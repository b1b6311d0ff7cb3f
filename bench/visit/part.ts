import type { Figure, Part } from "../frame/part.ts";
import type { Times } from "./in-page.ts";
import { openVisit } from "./visit.ts";

const steps: readonly (readonly [string, string])[] = [
  ["interactive", "… the page can be used (she goes on at once)"],
  ["waiting", "… she has a place in the queue"],
  ["meeting", "… she sees who takes her"],
  ["talking", "… they share a key"],
  ["delivered", "… the volunteer's screen shows her message"],
  ["acknowledged", "… her own screen says that it is sent"],
];

export const visit: Part = {
  name: "visit",
  title: "A cold visit on a slow phone and line, until the first message is delivered",
  async run({ rounds, say }) {
    const place = await openVisit();
    const plain: Times[] = [];
    const full: Times[] = [];
    const desks: Awaited<ReturnType<typeof place.desk>>[] = [];
    try {
      // Not counted: the server's and the desk's own first time.
      await place.load();
      await place.talk();
      for (let round = 0; round < rounds; round++) {
        plain.push(await place.load());
        full.push(await place.talk());
        desks.push(await place.desk());
        say(`round ${round + 1} of ${rounds}`);
      }
    } finally {
      await place.close();
    }
    const of = (times: readonly Times[], what: string): number[] =>
      times.map((one) => one[what] ?? Number.NaN);
    return [
      {
        what: "first message delivered, beside the plain page load",
        unit: "ms",
        reference: of(plain, "interactive"),
        house: of(full, "delivered"),
        aim: { atMost: 1.5 },
      },
      {
        ...{ what: "the desk: its first paint, on the same line and processor", unit: "ms" },
        house: desks.map(({ painted }) => painted),
      },
      {
        ...{ what: "… a way in stands there", unit: "ms" },
        house: desks.map(({ ready }) => ready),
      },
      ...steps.map(([step, what]): Figure => ({ what, unit: "ms", house: of(full, step) })),
    ];
  },
};
