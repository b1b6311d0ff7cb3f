import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LetterHouse, letterHouse } from "../../tests/factories/letters.server.ts";
import { toBase64url } from "../protocol/index.ts";
import { LETTER_SIZE } from "../protocol/letters/index.ts";
import { type Box, teamKeyOf } from "../protocol/testing/post.ts";
import { inboxPaths as inbox, letterPaths as paths } from "./contract.ts";
import { MAX_CHUNKS } from "./policy.ts";

let house: LetterHouse;
beforeAll(async () => {
  house = await letterHouse();
});
afterAll(() => house.close());

const SEALED = LETTER_SIZE.chunk + 16;
const text = (bytes: Uint8Array): string => toBase64url(bytes);
const piece = (fill: number, length = SEALED): string => text(new Uint8Array(length).fill(fill));

/** A letter that names one file of two pieces. */
async function withFile(): Promise<{ box: Box; attachment: Buffer }> {
  const [box, attachment] = [await house.newBox(), randomBytes(16)];
  await box.write("seeker", "Här är en bild.", { attachments: [{ id: attachment, chunks: 2 }] });
  expect(await house.send(box)).toMatchObject({ status: 200 });
  return { box, attachment };
}
const token = (box: Box) => ({ token: text(box.keys.token) });
const put = (box: Box, id: Uint8Array, place: number, chunk: string) =>
  house.ask(paths.attach, { ...token(box), attachment: text(id), place, chunk });
const get = (box: Box, id: Uint8Array, place: number) =>
  house.ask(paths.chunk, { ...token(box), attachment: text(id), place });
const rows = async (box: Box): Promise<Buffer[]> => {
  const found = await house.database.tenant(house.jour, (tx) =>
    tx.rows<{ sealed: Buffer }>("select sealed from attachment_chunks where mailbox_id = $1", [
      box.id,
    ]),
  );
  return found.map(({ sealed }) => sealed);
};

describe("a file in pieces", () => {
  it("is kept piece by piece, read by her and by the team, and wrapped where it lies", async () => {
    const { box, attachment } = await withFile();
    expect(await get(box, attachment, 1)).toMatchObject({ body: { error: "not-found" } });
    expect(await put(box, attachment, 1, piece(2))).toMatchObject({ status: 200 });
    expect(await put(box, attachment, 0, piece(1))).toMatchObject({ status: 200 });
    const hers = await get(box, attachment, 1);
    expect(JSON.stringify(hers.body)).toContain(piece(2));
    const at = { mailbox: text(box.id), attachment: text(attachment), place: 0 };
    expect(JSON.stringify((await house.ask(inbox.chunk, at, house.anna)).body)).toContain(piece(1));
    expect((await house.ask(inbox.chunk, at, house.outsider)).status).not.toBe(200);
    for (const sealed of await rows(box)) {
      expect(sealed.includes(Buffer.alloc(64, 1))).toBe(false);
      expect(sealed.includes(Buffer.alloc(64, 2))).toBe(false);
    }
  });

  it("is taken once: what comes again changes nothing", async () => {
    const { box, attachment } = await withFile();
    await put(box, attachment, 0, piece(1));
    expect(await put(box, attachment, 0, piece(9))).toMatchObject({ status: 200 });
    expect(JSON.stringify((await get(box, attachment, 0)).body)).toContain(piece(1));
    expect(await rows(box)).toHaveLength(1);
  });

  it("is refused where no letter names it, beyond its end, in another size, and in another's mailbox", async () => {
    const { box, attachment } = await withFile();
    const refused = { body: { error: "letter-refused" } };
    expect(await put(box, randomBytes(16), 0, piece(1))).toMatchObject(refused);
    expect(await put(box, attachment, 2, piece(1))).toMatchObject(refused);
    expect((await put(box, attachment, 0, piece(1, SEALED - 1))).status).toBe(400);
    const other = await withFile();
    expect(await put(other.box, attachment, 0, piece(1))).toMatchObject(refused);
    expect(await get(other.box, attachment, 0)).toMatchObject({ body: { error: "not-found" } });
    expect(await rows(box)).toEqual([]);
  });

  it("ends where one correspondence would fill the disk", async () => {
    const { box, attachment } = await withFile();
    await house.database.tenant(house.jour, (tx) =>
      tx.rows(
        `insert into attachment_chunks (jour_id, mailbox_id, attachment_id, place, sealed)
         select $1, $2, decode(lpad(to_hex(n), 32, '0'), 'hex'), 0, '\\x00' from generate_series(1, $3) n`,
        [house.jour, box.id, MAX_CHUNKS],
      ),
    );
    expect(await put(box, attachment, 0, piece(1))).toMatchObject({
      body: { error: "limit-reached" },
    });
  });

  it("goes with the letters, every piece of it", async () => {
    const { box, attachment } = await withFile();
    await put(box, attachment, 0, piece(1));
    expect(await house.ask(paths.erase, token(box))).toMatchObject({ status: 200 });
    expect(await rows(box)).toEqual([]);
    expect((await get(box, attachment, 0)).body).toMatchObject({ error: "mailbox-unknown" });
  });
});

describe("the team's key", () => {
  const rotate = async () => (await house.ask(inbox.keys, {}, house.anna)).body["rotate"];
  it("is to be made anew after a week, and at once when somebody who holds it leaves", async () => {
    expect(await rotate()).toBeNull();
    house.clock.ahead = 7 * 86_400_000;
    expect(await rotate()).toBe("week-over");
    house.clock.ahead = 0;
    await house.database.tenant(house.jour, (tx) =>
      tx.rows("delete from team_shares where member_id = $1", [house.bea]),
    );
    expect(await rotate()).toBe("somebody-left");
  });

  it("is to be made anew when it was made before anybody was in the team: nobody could share it", async () => {
    const own = await teamKeyOf(house.world, { team: "board", seed: house.world.suite.random(32) });
    await house.ask(inbox.newKey, { statement: text(own.statement), shares: [] }, house.anna);
    const rotateBoard = async () =>
      (await house.ask(inbox.keys, { team: "board" }, house.anna)).body["rotate"];
    expect(await rotateBoard()).toBeNull();
    expect(await house.letters.isRead(house.jour, "board")).toBe(false);
    house.moved(house.outsider, ["board"]);
    expect(await rotateBoard()).toBe("nobody-holds-it");
    expect(await house.letters.isRead(house.jour, "board")).toBe(false);
    await house.publishKey("board", 2);
    expect(await rotateBoard()).toBeNull();
    expect(await house.letters.isRead(house.jour, "board")).toBe(true);
  });
});
