import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  anna,
  askHer,
  away,
  briefTo,
  by,
  database,
  hers,
  jour,
  lena,
  own,
  readBy,
  request,
  sara,
  team,
  told,
  withSupporters,
  yes,
} from "../../../tests/factories/supporters.server.ts";
import { destroyMailbox, sweepMailboxes } from "../../letters/sweeping.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { supportersWhen } from "../index.server.ts";
import { deleteOldEndings, takeUntold } from "./endings-store.server.ts";

withSupporters();

/** Lena is asked; her first brief and the random number of this time. */
async function asked(): Promise<{ mailbox: Buffer; ask: Uint8Array; first: Uint8Array }> {
  const [mailbox, ask] = [await request(), randomBytes(16)];
  const first = await briefTo(mailbox, lena(), { ask });
  expect(await team.ask(by(anna()), mailbox, lena(), first)).toEqual(ok());
  return { mailbox, ask, first };
}
const wrote = async (): Promise<boolean | undefined> =>
  (await team.look(by(anna()))).asks.find(({ member }) => member === lena())?.wrote;
const heard = async (mailbox: Uint8Array): Promise<number> => {
  const said = await team.told(by(anna()), mailbox, lena());
  return said.ok ? said.value.briefs.length : -1;
};

describe("an answer in words", () => {
  it("stands in one row with what the team writes, for her and for the team", async () => {
    const { mailbox, ask, first } = await asked();
    expect(await wrote()).toBe(false);
    const words = await briefTo(mailbox, lena(), { ask, after: first, from: lena() });
    expect(await own.answer(by(lena()), mailbox, words)).toEqual(ok());
    expect(await wrote()).toBe(true);
    expect([await readBy(lena()), await heard(mailbox)]).toEqual([2, 2]);
    expect(await own.answer(by(lena()), mailbox, words)).toEqual(fail("changed-meanwhile"));
    const again = await briefTo(mailbox, lena(), { ask, after: words, number: 3 });
    expect(await team.tell(by(anna()), mailbox, lena(), again)).toEqual(ok());
    expect(await wrote()).toBe(false);
  });

  it("is nobody's but hers: not in a colleague's name, not to another, not where she was not asked", async () => {
    const { mailbox, ask, first } = await asked();
    const forged = await briefTo(mailbox, lena(), { ask, after: first, from: anna() });
    expect(await own.answer(by(lena()), mailbox, forged)).toEqual(fail("letter-refused"));
    const words = await briefTo(mailbox, lena(), { ask, after: first, from: lena() });
    expect(await own.answer(by(sara()), mailbox, words)).toEqual(fail("not-found"));
    expect(await team.tell(by(lena()), mailbox, lena(), forged)).toEqual(fail("letter-refused"));
    away.add(lena());
    expect(await own.answer(by(lena()), mailbox, words)).toEqual(fail("on-leave"));
  });

  it("goes with a yes; refused words leave the yes unsaid", async () => {
    const { mailbox, ask, first } = await asked();
    const wrong = await briefTo(mailbox, lena(), { ask, from: lena() });
    expect(await own.reply(by(lena()), mailbox, { ...yes("Lo"), words: wrong })).toEqual(
      fail("changed-meanwhile"),
    );
    expect(await told(mailbox)).toEqual({ state: "asked", alias: "" });
    const words = await briefTo(mailbox, lena(), { ask, after: first, from: lena() });
    expect(await own.reply(by(lena()), mailbox, { ...yes("Lo"), words })).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "found", alias: "Lo" });
    expect(await heard(mailbox)).toBe(2);
  });

  it("goes with a no, and is then all that is left", async () => {
    const { mailbox, ask } = await asked();
    const words = await briefTo(mailbox, lena(), { ask, from: lena() });
    const no = { yes: false, alias: "", words };
    expect(await own.reply(by(lena()), mailbox, no)).toEqual(ok());
    expect([await readBy(lena()), await heard(mailbox), await wrote()]).toEqual([0, 1, true]);
    expect(await askHer(mailbox, lena())).toEqual(ok());
    expect([await heard(mailbox), await wrote()]).toEqual([1, false]);
  });

  it("goes when she gives it back, and goes with the correspondence", async () => {
    const { mailbox, ask, first } = await asked();
    await own.reply(by(lena()), mailbox, yes("Lo"));
    const late = await briefTo(mailbox, lena(), { ask, after: first, from: lena() });
    expect(await own.stop(by(lena()), mailbox, late)).toEqual(fail("changed-meanwhile"));
    expect(await told(mailbox)).toEqual({ state: "found", alias: "Lo" });
    const words = await briefTo(mailbox, lena(), { ask, from: lena() });
    expect(await own.stop(by(lena()), mailbox, words)).toEqual(ok());
    expect([await told(mailbox), await heard(mailbox)]).toEqual([{ state: "lost", alias: "" }, 1]);
    await erase(mailbox);
    const left = await database.tenant(jour, (tx) => tx.rows("select 1 from supporter_briefs"));
    expect(left).toEqual([]);
  });
});

const NOW = Date.parse("2026-11-21T12:00:00Z");
const letters = () => ({
  ...{ database, gone: supportersWhen(() => NOW), now: () => NOW },
  keys: { destroy: async () => undefined },
});
const erase = (mailbox: Uint8Array) => destroyMailbox(letters(), jour, mailbox);
const endings = async (member: string) => (await own.look(by(member))).endings;
const mailedNow = () => database.tenant(jour, takeUntold);

describe("who was to come along", () => {
  it("is told, and mailed once, when she deletes everything; and nothing says which it was", async () => {
    const { mailbox } = await asked();
    await own.reply(by(lena()), mailbox, yes("Lo"));
    await Promise.all([erase(mailbox), erase(mailbox)]);
    const [one, ...others] = await endings(lena());
    expect(one).toMatchObject({ why: "deleted", hadSaidYes: true });
    expect(others).toEqual([]);
    expect((await own.look(by(lena()))).asks).toEqual([]);
    expect([...(await mailedNow()), ...(await mailedNow())]).toEqual([lena()]);
    const rows = await database.tenant(jour, (tx) => tx.rows("select * from supporter_endings"));
    expect(JSON.stringify(rows)).not.toContain("Lo");
    expect(Object.keys(rows[0] ?? {})).not.toContain("mailbox_id");
    await own.seen(by(sara()), one?.id ?? "");
    expect(await endings(lena())).toHaveLength(1);
    await own.seen(by(lena()), one?.id ?? "");
    expect(await endings(lena())).toEqual([]);
  });

  it("is told at her page alone where she had not answered; not where it was over for her already", async () => {
    const { mailbox } = await asked();
    await askHer(mailbox, sara());
    await askHer(mailbox, anna(), sara());
    await own.reply(by(sara()), mailbox, { yes: false, alias: "" });
    await erase(mailbox);
    expect(await endings(lena())).toMatchObject([{ why: "deleted", hadSaidYes: false }]);
    expect([await endings(anna()), await endings(sara())]).toMatchObject([[{}], []]);
    expect([...(await mailedNow())]).toEqual([]);
  });

  it("is not told of a request that the team has closed, nor where somebody else came", async () => {
    const { mailbox } = await asked();
    await askHer(mailbox, sara());
    await own.reply(by(sara()), mailbox, yes("Saga"));
    await erase(mailbox);
    expect([await endings(lena()), await endings(sara())]).toMatchObject([[], [{}]]);
    const closed = await asked();
    await database.tenant(jour, (tx) =>
      tx.rows(
        "insert into counselling_requests (mailbox_id, jour_id, stage, reason) values ($1, $2, 'closed', 'helped')",
        [closed.mailbox, jour],
      ),
    );
    await erase(closed.mailbox);
    expect(await endings(lena())).toEqual([]);
  });

  it("is told that a mailbox has expired; but it waits three months for a visit", async () => {
    const { mailbox } = await asked();
    await own.reply(by(lena()), mailbox, yes("Lo"));
    const at = (day: string) => ({ ...letters(), now: () => Date.parse(`${day}T12:00:00Z`) });
    expect(await sweepMailboxes(at("2027-02-18"), jour)).toBe(0);
    expect(await sweepMailboxes(at("2027-02-20"), jour)).toBe(1);
    expect(await endings(lena())).toMatchObject([{ why: "expired", hadSaidYes: true }]);
    await database.tenant(jour, (tx) => deleteOldEndings(tx, Date.parse("2026-12-21T12:00:00Z")));
    expect(await endings(lena())).toHaveLength(1);
    await database.tenant(jour, (tx) => deleteOldEndings(tx, Date.parse("2026-12-22T12:00:00Z")));
    expect(await endings(lena())).toEqual([]);
  });

  it("is mailed once when she or the team calls it off, and not when she had said nothing yet", async () => {
    const first = await asked();
    await own.reply(by(lena()), first.mailbox, yes("Lo"));
    await hers.alone(jour, first.mailbox);
    expect([...(await mailedNow()), ...(await mailedNow())]).toEqual([lena()]);
    const second = await asked();
    await team.end(by(anna()), second.mailbox, lena());
    expect([...(await mailedNow())]).toEqual([]);
  });
});
