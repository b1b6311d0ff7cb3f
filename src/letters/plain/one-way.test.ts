import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LetterHouse, letterHouse } from "../../../tests/factories/letters.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { fromBase64url } from "../../protocol/index.ts";
import { newReturnCode, readMailbox } from "../../protocol/letters/index.ts";
import { type Inbox, inboxPaths as paths, type TeamMailboxView } from "../contract.ts";
import { PLAIN_LETTERS } from "../policy.ts";

let house: LetterHouse;
beforeAll(async () => {
  house = await letterHouse();
});
afterAll(() => house.close());

const bytesOf = (value: string): Uint8Array => fromBase64url(value) ?? new Uint8Array();
const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const sender = () => {
  const at = { jour: house.jour, face: uuidOf(house.world.face), crowd: "" };
  return (
    text: string,
    once = new Uint8Array(randomBytes(32)),
    gone = new AbortController().signal,
  ) => house.letters.oneWay(at, gone, { team: "letters", once, text });
};

async function texts(): Promise<string[]> {
  const { entries } = (await house.ask(paths.inbox, {}, house.anna)).body as unknown as Inbox;
  const found: string[] = [];
  for (const { id, kind } of entries.filter((one) => one.kind === "plain")) {
    expect(kind).toBe("plain");
    const { body } = await house.ask(paths.read, { mailbox: id }, house.anna);
    const view = body as unknown as TeamMailboxView;
    const read = await readMailbox(house.world.suite, {
      ...{ id: bytesOf(id), mailbox: bytesOf(view.mailbox), letters: view.letters.map(bytesOf) },
      teamKeys: [house.team.key],
      reader: { side: "team", seal: () => house.team.seal },
    });
    if (!read.ok) throw new Error(read.code);
    for (const one of read.value.letters) found.push(one.ok ? `${one.text} ${one.code}` : one.code);
  }
  return found;
}

describe("a form without script", () => {
  it("reaches the team sealed, once for each page, and nobody can be answered there", async () => {
    const send = sender();
    const once = new Uint8Array(randomBytes(32));
    expect(await send("Hej från pressen", once)).toEqual(ok());
    expect(await send("Hej från pressen", once)).toEqual(ok());
    expect(await texts()).toEqual(["Hej från pressen not-kept"]);
  });

  it("is told that many write, and keeps no letter waiting", async () => {
    const send = sender();
    house.clock.ahead += 600_000;
    const all = Array.from({ length: PLAIN_LETTERS.atOnce }, (_, at) => send(`Nr ${at}`));
    expect((await Promise.all(all)).every((one) => one.ok)).toBe(true);
    expect(await send("En till", undefined, AbortSignal.abort())).toEqual(fail("busy"));
    // Those who write letters stand in another line.
    const words = (await newReturnCode(house.world.suite, "plain")).join(" ");
    const letter = { words, word3: "", word5: "", without: "yes" };
    const at = { jour: house.jour, face: uuidOf(house.world.face), crowd: "" };
    const gone = new AbortController().signal;
    expect(await house.letters.plain.send(letter, "Hej", { ...at, gone })).toMatchObject({
      ok: true,
    });
  });

  it("is not taken while the team has no key", async () => {
    const at = { jour: house.jour, face: uuidOf(house.world.face), crowd: "" };
    const given = { team: "office", once: new Uint8Array(randomBytes(32)), text: "Hej" } as const;
    // The flood has let go of its places.
    house.clock.ahead += 600_000;
    const send = house.letters.oneWay;
    expect(await send(at, new AbortController().signal, given)).toEqual(fail("letters-closed"));
  });
});
