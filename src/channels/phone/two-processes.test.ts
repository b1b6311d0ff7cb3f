import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appAt } from "../../../tests/factories/asking.server.ts";
import { type CallStory, ElksEmulator } from "../../../tests/factories/operator.server.ts";
import { Desk } from "../../../tests/factories/people-house.server.ts";
import {
  CALLER,
  JOUR,
  type Name,
  NAMES,
  PhoneHouse,
  PHONES,
} from "../../../tests/factories/phone-house.server.ts";
import type { RealHouse } from "../../../tests/factories/real-house.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import { phonePaths } from "./contract.ts";

// One house in two processes on one database, as behind a proxy that leads each request anywhere.

let at: PhoneHouse;
let other: RealHouse;
beforeAll(async () => {
  at = await PhoneHouse.open();
  other = await at.beside();
}, 60_000);
afterAll(async () => {
  await other.close();
  await at.house.close();
});
beforeEach(async () => {
  await at.offDuty(...NAMES);
  await at.onDuty("anna", "bea");
});

/** The operator, led to the first or second process, or to either in turn. */
function operator(port: () => number): (does?: Does) => Promise<CallStory> {
  const elks = new ElksEmulator(port);
  return (does = {}) => {
    for (const name of NAMES) elks.phones.set(PHONES[name], does[name] ?? "answers");
    return elks.call({ from: CALLER, to: JOUR, voiceStart: at.address });
  };
}
type Does = Partial<Record<Name, "silent" | (() => Promise<"answers">)>>;

const rang = ({ rang: who }: CallStory): string[] => who.map(({ number }) => number);

function patience() {
  let [answer, rings] = [(): void => undefined, (): void => undefined];
  const until = new Promise<void>((resolve) => (answer = resolve));
  const ringing = new Promise<void>((resolve) => (rings = resolve));
  const does = async (): Promise<"answers"> => {
    rings();
    await until;
    return "answers";
  };
  return { does, ringing, answer: () => answer() };
}

describe("with two processes", () => {
  test("a call whose every step comes to another one goes its way", async () => {
    let turn = 0;
    const ring = operator(() => [at.house.port, other.port][turn++ % 2] ?? 0);
    const story = await ring({ anna: "silent" });
    expect(rang(story)).toEqual([PHONES.anna, PHONES.bea]);
    expect([story.talkedTo, story.end]).toEqual([PHONES.bea, "talked"]);
    expect(turn).toBeGreaterThan(3);
  });

  test("a telephone that rings by way of the one is not rung by way of the other", async () => {
    const { does, ringing, answer } = patience();
    const first = operator(() => other.port)({ anna: does });
    await ringing;
    // The hint is on its way for a moment; a call that begins before it comes may ring her too, and
    // when that one stops it takes the hint's word back (Rounds).
    await sleep(1000);
    await soon(async () =>
      expect(rang(await operator(() => at.house.port)())).toEqual([PHONES.bea]),
    );
    answer();
    expect((await first).talkedTo).toBe(PHONES.anna);
    await soon(async () =>
      expect(rang(await operator(() => at.house.port)())).toEqual([PHONES.anna]),
    );
  });

  test("in turn is in turn across both", async () => {
    await at.setLine({ first: "in-turn" });
    const begun = rang(await operator(() => other.port)())[0];
    await soon(async () => {
      const next = rang(await operator(() => at.house.port)())[0];
      expect(next).not.toBe(begun);
    });
    await at.setLine({});
  });

  test("what the one has counted is taken back by way of the other, once, and does not count", async () => {
    const third = await at.beside();
    const beside = (name: Name): Desk => {
      const desk = new Desk(appAt(third.port), "mira.localhost");
      desk.cookie = at.women[name].desk.cookie;
      return desk;
    };
    const count = async (length: string): Promise<string> => {
      const wish = { face: at.face, door: "woman", length };
      return (await beside("anna").post<{ counted: string }>(phonePaths.count, wish)).body.counted;
    };
    const [kept, mistaken] = [await count("5-20"), await count("60+")];
    expect(kept).not.toBe(mistaken);
    const undo = (name: Name) => at.women[name].desk.post(phonePaths.undo, { counted: mistaken });
    expect((await undo("bea")).body).toEqual({ error: "gone" });
    expect((await undo("anna")).status).toBe(200);
    expect((await undo("anna")).body).toEqual({ error: "gone" });
    // It ends, and what it holds counts now.
    await third.close();
    const rows = await at.house.database.tenant(at.mira.jour, (tx) =>
      tx.rows("select bucket, count from counters where channel = 'phone' and measure = 'length'"),
    );
    expect(rows).toEqual([{ bucket: "5-20", count: 1 }]);
    const late = { counted: kept };
    expect((await at.women.anna.desk.post(phonePaths.undo, late)).body).toEqual({ error: "gone" });
  });
});
