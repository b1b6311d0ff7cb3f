import { randomBytes, randomUUID } from "node:crypto";
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
  mailed,
  own,
  readBy,
  request,
  sara,
  stageOf,
  team,
  told,
  willing,
  withSupporters,
  yes,
} from "../../../tests/factories/supporters.server.ts";
import { fail, ok } from "../../platform/result.ts";

withSupporters();

describe("a supporter", () => {
  it("says what she is willing to, in whatever team she is, and takes it back", async () => {
    const known = await team.look(by(anna()));
    expect(known.willing.map(({ id, mine }) => [id, mine]).toSorted()).toEqual(
      [[anna(), true], ...[sara(), lena()].map((id) => [id, false])].toSorted(),
    );
    expect((await own.look(by(lena()))).willing).toEqual(willing);
    await own.offer(by(sara()), null);
    expect((await team.look(by(anna()))).willing.map(({ id }) => id)).not.toContain(sara());
  });

  it("is asked only where she is willing and in order, and only about a request", async () => {
    const [mine, letter] = [await request(), await request("letters")];
    expect(await askHer(letter, lena())).toEqual(fail("mailbox-unknown"));
    away.add(lena());
    expect(await askHer(mine, lena())).toEqual(fail("not-found"));
    expect((await team.look(by(anna()))).willing.map(({ id }) => id)).not.toContain(lena());
    await own.offer(by(sara()), null);
    expect(await askHer(mine, sara())).toEqual(fail("not-found"));
    expect(await askHer(mine, randomUUID())).toEqual(fail("not-found"));
    expect(await told(mine)).toEqual({ state: "none", alias: "" });
    expect(mailed).toEqual([]);
  });

  it("outside the team reads what is written to her, and nothing once she has said no", async () => {
    const mailbox = await request();
    const first = await briefTo(mailbox, lena());
    expect(await team.ask(by(anna()), mailbox, lena(), first)).toEqual(ok());
    expect(mailed).toEqual([`jour@example.org ${lena()}`]);
    const { asks } = await own.look(by(lena()));
    expect(asks).toMatchObject([{ state: "asked", taken: false }]);
    expect(asks[0]?.briefs).toEqual([Buffer.from(first).toString("base64url")]);
    expect(await readBy(sara())).toBe(0);
    away.add(lena());
    expect(await readBy(lena())).toBe(0);
    expect(await own.reply(by(lena()), mailbox, yes("L"))).toEqual(fail("on-leave"));
    away.clear();
    expect(await own.reply(by(lena()), mailbox, { yes: false, alias: "" })).toEqual(ok());
    expect(await readBy(lena())).toBe(0);
    const rows = await database.tenant(jour, (tx) => tx.rows("select 1 from supporter_briefs"));
    expect(rows).toEqual([]);
  });

  it("is told more, in one row that nobody breaks; not after she has withdrawn", async () => {
    const mailbox = await request();
    const ask = randomBytes(16);
    const first = await briefTo(mailbox, lena(), { ask });
    await team.ask(by(anna()), mailbox, lena(), first);
    expect(await askHer(mailbox, lena(), sara())).toEqual(fail("changed-meanwhile"));
    const more = await briefTo(mailbox, lena(), { ask, after: first, from: sara() });
    expect(await team.tell(by(anna()), mailbox, lena(), more)).toEqual(fail("letter-refused"));
    expect(await team.tell(by(sara()), mailbox, lena(), more)).toEqual(ok());
    expect(await team.tell(by(sara()), mailbox, lena(), more)).toEqual(fail("changed-meanwhile"));
    const other = await briefTo(mailbox, lena(), { after: more, number: 3 });
    expect(await team.tell(by(anna()), mailbox, lena(), other)).toEqual(fail("letter-refused"));
    expect(await team.told(by(anna()), mailbox, lena())).toMatchObject({
      value: { ask: ask.toString("base64url"), briefs: { length: 2 } },
    });
    await own.reply(by(lena()), mailbox, yes("Lo"));
    expect(await readBy(lena())).toBe(2);
    expect(await own.stop(by(lena()), mailbox)).toEqual(ok());
    const late = await briefTo(mailbox, lena(), { ask, after: more, number: 3 });
    expect(await team.tell(by(anna()), mailbox, lena(), late)).toEqual(fail("not-found"));
    expect(await readBy(lena())).toBe(0);
  });

  it("who says yes first comes; the other is told, and she reads what that one is called", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()]) expect(await askHer(mailbox, member)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "asked", alias: "" });
    const both = await Promise.all(
      [anna(), sara()].map((one) => own.reply(by(one), mailbox, yes(one.slice(0, 8)))),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.code === "already-taken")).toHaveLength(1);
    const first = both[0]?.ok ? anna() : sara();
    expect(await told(mailbox)).toEqual({ state: "found", alias: first.slice(0, 8) });
    const [hears, second] = first === anna() ? [anna(), sara()] : [sara(), anna()];
    expect([await readBy(hears), await readBy(second)]).toEqual([1, 0]);
    expect(await own.reply(by(first), mailbox, yes("Igen"))).toEqual(ok());
    expect(await stageOf(mailbox)).toBe("booked");
    expect(await askHer(mailbox, sara())).toEqual(fail("already-taken"));
  });

  it("cannot say yes unless she was asked", async () => {
    const mailbox = await request();
    expect(await own.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
    await askHer(mailbox, sara(), anna());
    expect(await own.reply(by(sara()), mailbox, { yes: false, alias: "" })).toEqual(ok());
    expect(await own.reply(by(sara()), mailbox, yes("Sara"))).toEqual(fail("not-found"));
  });

  it("who cannot any more gives the request back, and that is told her who waits", async () => {
    const mailbox = await request();
    await askHer(mailbox, sara(), anna());
    await own.reply(by(sara()), mailbox, yes("Sara"));
    await own.stop(by(sara()), mailbox);
    expect(await told(mailbox)).toEqual({ state: "lost", alias: "" });
    expect(await stageOf(mailbox)).toBe("contacted");
    await askHer(mailbox, anna(), sara());
    expect(await own.reply(by(anna()), mailbox, yes("Anna"))).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "found", alias: "Anna" });
  });

  it("is called off by her who holds the words, and everybody who was asked with her", async () => {
    const mailbox = await request();
    for (const member of [anna(), sara()]) await askHer(mailbox, member, anna());
    await own.reply(by(sara()), mailbox, yes("Sara"));
    expect(await hers.alone(jour, mailbox)).toEqual(ok());
    expect(await told(mailbox)).toEqual({ state: "ended", alias: "" });
    const { asks } = await team.look(by(anna()));
    expect(asks.map(({ state, alias }) => [state, alias])).toEqual([
      ["ended-by-her", ""],
      ["ended-by-her", ""],
    ]);
    expect(await own.reply(by(anna()), mailbox, yes("Anna"))).toEqual(fail("not-found"));
  });
});
