import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LetterHouse, letterHouse } from "../../tests/factories/letters.server.ts";
import { fromBase64url, toBase64url } from "../protocol/index.ts";
import { readMailbox, writeMark, writeSheet } from "../protocol/letters/index.ts";
import type { Box } from "../protocol/testing/post.ts";
import { inboxPaths as inbox, letterPaths as paths } from "./contract.ts";
import type { Inbox, MailboxView, TeamMailboxView } from "./contract.ts";

let house: LetterHouse;
beforeAll(async () => {
  house = await letterHouse();
});
afterAll(() => house.close());

const text = (bytes: Uint8Array): string => toBase64url(bytes);
const bytesOf = (value: string): Uint8Array => fromBase64url(value) ?? new Uint8Array();
const token = (box: Box) => ({ token: text(box.keys.token) });
const mailbox = (box: Box) => ({ mailbox: text(box.id) });

async function written(first = "Hej, vågar jag skriva?"): Promise<Box> {
  const box = await house.newBox();
  await box.write("seeker", first);
  expect(await house.send(box)).toMatchObject({ status: 200 });
  return box;
}

/** What she sees with her words. */
async function hers(box: Box): Promise<string[]> {
  const answer = await house.ask(paths.read, token(box));
  expect(answer.status).toBe(200);
  const view = answer.body as unknown as MailboxView;
  const read = await readMailbox(house.world.suite, {
    id: bytesOf(view.id),
    mailbox: bytesOf(view.mailbox),
    letters: view.letters.map(bytesOf),
    teamKeys: [house.team.key],
    reader: { side: "seeker", seal: box.keys.seal },
  });
  return read.ok ? read.value.letters.map((one) => (one.ok ? one.text : one.code)) : [read.code];
}

const listed = async (box: Box) => {
  const answer = await house.ask(inbox.inbox, {}, house.anna);
  const { entries } = answer.body as unknown as Inbox;
  return entries.find(({ id }) => id === text(box.id));
};

describe("a correspondence", () => {
  it("is written, waits at the top, is answered, and read with the words", async () => {
    const box = await written();
    expect(await listed(box)).toMatchObject({
      letters: 1,
      waitingSince: expect.any(String),
      claim: null,
    });
    const answer = text(await box.write("team", "Ja. Skriv så mycket du vill."));
    expect(
      await house.ask(inbox.answer, { ...mailbox(box), letter: answer }, house.anna),
    ).toMatchObject({ status: 200 });
    expect(await hers(box)).toEqual(["Hej, vågar jag skriva?", "Ja. Skriv så mycket du vill."]);
    expect(await listed(box)).toMatchObject({ letters: 2, waitingSince: null });
    expect(house.counted).toContain("answering within-12-hours");
    const more = text(await box.write("seeker", "Tack."));
    expect(await house.ask(paths.write, { ...token(box), letter: more })).toMatchObject({
      status: 200,
    });
    expect((await hers(box)).at(-1)).toBe("Tack.");
    expect(await listed(box)).toMatchObject({ letters: 3, waitingSince: expect.any(String) });
  });

  it("takes the same letter once, however often it is sent", async () => {
    const box = await written("en gång");
    // Also when its proof is used up: the answer to the first time was lost.
    house.isProofSpent = true;
    expect(await house.send(box)).toMatchObject({ status: 200 });
    house.isProofSpent = false;
    const more = { ...token(box), letter: text(await box.write("seeker", "två")) };
    for (let times = 0; times < 3; times++)
      expect((await house.ask(paths.write, more)).status).toBe(200);
    expect(await hers(box)).toEqual(["en gång", "två"]);
  });

  it("of two answers at once takes the first; the second is told, and nothing is overwritten", async () => {
    const box = await written();
    const one = await box.write("team", "Annas svar", { keep: false });
    const two = await box.write("team", "Beas svar", { keep: false });
    const sent = await Promise.all([
      house.ask(inbox.answer, { ...mailbox(box), letter: text(one) }, house.anna),
      house.ask(inbox.answer, { ...mailbox(box), letter: text(two) }, house.bea),
    ]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(sent.find(({ status }) => status === 409)?.body).toMatchObject({
      error: "changed-meanwhile",
    });
    expect(await hers(box)).toHaveLength(2);
  });

  it("is claimed by one at a time, handed over, and goes back by itself", async () => {
    const box = await written();
    const at = mailbox(box);
    expect((await house.ask(inbox.claim, at, house.anna)).status).toBe(200);
    expect(await house.ask(inbox.claim, at, house.bea)).toMatchObject({
      status: 409,
      body: { error: "claimed" },
    });
    const answer = { ...at, letter: text(await box.write("team", "nej", { keep: false })) };
    expect((await house.ask(inbox.answer, answer, house.bea)).body).toMatchObject({
      error: "claimed",
    });
    expect(
      (await house.ask(inbox.handOver, { ...at, to: house.outsider }, house.anna)).body,
    ).toMatchObject({ error: "not-in-team" });
    expect((await house.ask(inbox.handOver, { ...at, to: house.bea }, house.anna)).status).toBe(
      200,
    );
    expect((await listed(box))?.claim).toMatchObject({ by: { name: "Bea" }, mine: false });
    house.clock.ahead = 3 * 3_600_000;
    expect((await house.ask(inbox.claim, at, house.anna)).status).toBe(200);
    house.clock.ahead = 0;
    expect((await house.ask(inbox.release, at, house.anna)).status).toBe(200);
  });

  it("keeps notes and a draft for the team, never for her", async () => {
    const box = await written();
    const { suite, now } = house.world;
    const { sign, key } = house.team;
    const sheet = async (kind: "note" | "draft", words: string) => {
      const header = { mailbox: box.id, kind, after: 1, teamKey: key.id };
      return text(
        await writeSheet(suite, sign, key.seal, header, { at: now, alias: "Anna", text: words }),
      );
    };
    const [note, draft] = [
      await sheet("note", "Hon skrev i juni också"),
      await sheet("draft", "Käraste"),
    ];
    expect((await house.ask(inbox.note, { ...mailbox(box), sheet: note }, house.anna)).status).toBe(
      200,
    );
    expect(
      (await house.ask(inbox.draft, { ...mailbox(box), sheet: draft }, house.anna)).status,
    ).toBe(200);
    const kept = (await house.ask(inbox.read, mailbox(box), house.bea))
      .body as unknown as TeamMailboxView;
    expect(kept).toMatchObject({ notes: [note], draft });
    const seen = (await house.ask(paths.read, token(box))).body;
    expect(JSON.stringify(seen)).not.toContain(note.slice(40, 90));
    expect(JSON.stringify(seen)).not.toContain(draft.slice(40, 90));
    const answer = text(await box.write("team", "Färdigt"));
    await house.ask(inbox.answer, { ...mailbox(box), letter: answer }, house.anna);
    expect((await house.ask(inbox.read, mailbox(box), house.bea)).body).toMatchObject({
      draft: null,
      notes: [note],
    });
    expect(await hers(box)).toEqual(["Hej, vågar jag skriva?", "Färdigt"]);
  });

  it("shows her that it was read", async () => {
    const box = await written();
    const { suite } = house.world;
    const [first = box.bytes] = box.letters;
    const value = {
      mailbox: box.id,
      author: "team",
      number: 1,
      letter: await suite.sha256(first),
      teamKey: house.team.key.id,
    } as const;
    const mark = text(await writeMark(suite, house.team.sign, value));
    expect((await house.ask(inbox.mark, { ...mailbox(box), mark }, house.anna)).status).toBe(200);
    const view = (await house.ask(paths.read, token(box))).body as unknown as MailboxView;
    expect(view.marks).toEqual({ seeker: null, team: mark });
    expect((await house.ask(paths.mark, { ...token(box), mark })).body).toMatchObject({
      error: "letter-refused",
    });
  });
});

describe("who holds neither words nor a place in the team", () => {
  it("finds nothing; a wrong token is told so a bounded number of times a minute, a true one always", async () => {
    const box = await written();
    const stranger = { token: text(new Uint8Array(32).fill(9)) };
    const said = new Map<string, number>();
    for (let tries = 0; tries < 80; tries++) {
      const { body } = await house.ask(paths.read, stranger);
      said.set(String(body["error"]), (said.get(String(body["error"])) ?? 0) + 1);
    }
    expect(Object.fromEntries(said)).toEqual({ "mailbox-unknown": 60, "try-again": 20 });
    expect(await hers(box)).toHaveLength(1);
    house.clock.ahead = 61_000;
    expect((await house.ask(paths.read, stranger)).body).toMatchObject({
      error: "mailbox-unknown",
    });
    house.clock.ahead = 0;
  });

  it("is refused at each door of the inbox", async () => {
    const box = await written();
    const at = mailbox(box);
    for (const path of [inbox.inbox, inbox.read, inbox.claim, inbox.release]) {
      expect((await house.ask(path, at, house.outsider)).body).toMatchObject({
        error: "not-in-team",
      });
      expect((await house.ask(path, at)).status).toBe(401);
      expect((await house.ask(path, at, house.anna)).status).toBe(200);
    }
  });

  it("cannot open a mailbox without work, with somebody else's keys, or with what is not a letter", async () => {
    const box = await house.newBox();
    await box.write("seeker", "Hej");
    const good = {
      token: text(box.keys.token),
      mailbox: text(box.bytes),
      letter: text(box.letters[0] ?? box.bytes),
    };
    const proof = {
      challenge: { parameters: {}, signature: "s" },
      solution: { counter: 0, derivedKey: "" },
    };
    const ask = async (change: object) =>
      (await house.ask(paths.open, { proof, ...good, ...change })).body["error"];
    expect(await ask({ proof: { ...proof, challenge: { parameters: {}, signature: "no" } } })).toBe(
      "proof-invalid",
    );
    const other = await house.newBox();
    expect(await ask({ mailbox: text(other.bytes) })).toBe("letter-refused");
    expect(await ask({ letter: text(new Uint8Array(900)) })).toBe("letter-refused");
    const second = await box.write("seeker", "Två", { number: 2, keep: false });
    expect(await ask({ letter: text(second) })).toBe("letter-refused");
    const unknown = await box.write("seeker", "Fel nyckel", {
      number: 1,
      previous: new Uint8Array(32),
      teamKey: new Uint8Array(32),
      keep: false,
    });
    expect(await ask({ letter: text(unknown) })).toBe("letters-closed");
    expect(await ask({})).toBeUndefined();
  });
});

describe("what is deleted", () => {
  it("by her is gone at once, key and rows", async () => {
    const box = await written();
    expect((await house.ask(paths.erase, token(box))).status).toBe(200);
    expect((await house.ask(paths.read, token(box))).body).toMatchObject({
      error: "mailbox-unknown",
    });
    expect((await house.ask(inbox.read, mailbox(box), house.anna)).body).toMatchObject({
      error: "mailbox-unknown",
    });
    const rows = await house.database.tenant(house.jour, (tx) =>
      tx.rows("select 1 from mailbox_frames where mailbox_id = $1", [box.id]),
    );
    expect(rows).toEqual([]);
  });

  it("outlives a crash in the middle: a row without key goes, a key without row too", async () => {
    const [half, whole] = [await written("halvt"), await written("helt")];
    const { openShredStore } = await import("../platform/shred/index.server.ts");
    const keys = await openShredStore(house.keysDirectory);
    await keys.destroy(half.id);
    const orphan = new Uint8Array(16).fill(7);
    await keys.create(orphan);
    await house.restart();
    await house.letters.recover([house.jour], 10);
    expect(await keys.read(orphan)).toBeUndefined();
    expect((await house.ask(paths.read, token(half))).body).toMatchObject({
      error: "mailbox-unknown",
    });
    expect(await hers(whole)).toEqual(["helt"]);
  });

  it("by time goes thirty days after the last activity, not before", async () => {
    const box = await written();
    const day = 86_400_000;
    house.clock.ahead = 29 * day;
    await house.letters.sweep(house.jour);
    expect(await hers(box)).toHaveLength(1);
    house.clock.ahead = 58 * day;
    await house.letters.sweep(house.jour);
    expect(await hers(box)).toHaveLength(1);
    house.clock.ahead = 90 * day;
    await house.letters.sweep(house.jour);
    expect((await house.ask(paths.read, token(box))).body).toMatchObject({
      error: "mailbox-unknown",
    });
    house.clock.ahead = 0;
  });
});
