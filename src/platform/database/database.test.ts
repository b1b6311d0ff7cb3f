import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import type { JourId } from "../ids.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe("when more ask than can be answered", () => {
  test("whoever talks does not stand behind them, and beyond a queue they are told at once", async () => {
    const crowded = await freshDatabase();
    const held: (() => void)[] = [];
    const hold = (): Promise<void> => new Promise((go) => held.push(go));
    const asking = Array.from({ length: 300 }, () =>
      crowded.shared(hold).then(
        () => "done",
        (error: { code: string }) => error.code,
      ),
    );
    const { rows } = await crowded.raw.query("select 1 as one");
    expect(rows).toEqual([{ one: 1 }]);
    expect(await asking.at(-1)).toBe("53300");
    const free = setInterval(() => held.splice(0).forEach((go) => go()), 5);
    const outcomes = await Promise.all(asking);
    clearInterval(free);
    expect(outcomes.filter((one) => one === "done").length).toBeGreaterThanOrEqual(200);
    expect(await crowded.shared((tx) => tx.row("select 1 as one"))).toEqual({ one: 1 });
    await crowded.close();
  });
});

describe("a transaction", () => {
  test("is bound to its jour, and a later one on the same connection is not", async () => {
    const jour = await database.jour();
    const seen = await database.tenant(jour, (tx) =>
      tx.row<{ jour: string }>(`select current_setting('lykta.jour') as jour`),
    );
    expect(seen?.jour).toBe(jour);
    const after = await database.shared((tx) =>
      tx.row<{ jour: string | null }>(
        `select nullif(current_setting('lykta.jour', true), '') as jour`,
      ),
    );
    expect(after?.jour).toBeNull();
  });

  test("leaves nothing behind when its work throws", async () => {
    const id = crypto.randomUUID();
    const attempt = database.shared(async (tx) => {
      await tx.rows("insert into jours (id, slug, name) values ($1, $2, $3)", [
        id,
        "never",
        "Never",
      ]);
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    expect(
      await database.shared((tx) => tx.row("select 1 from jours where id = $1", [id])),
    ).toBeUndefined();
  });

  test("refuses a jour that is not a UUID, for her number stands in the text of a statement", async () => {
    const attempt = database.tenant(`x'; drop table jours; --` as JourId, async () => 1);
    await expect(attempt).rejects.toThrow("UUID");
  });

  test("gives one row, none, or an error when there are several", async () => {
    const one = await database.shared((tx) => tx.row<{ n: number }>("select 2::bigint as n"));
    expect(one).toEqual({ n: 2 });
    await expect(database.shared((tx) => tx.row("select generate_series(1, 2)"))).rejects.toThrow(
      "several",
    );
  });
});

describe("listening", () => {
  test("hears notifications, and is told to look for itself after a lost connection", async () => {
    const heard: string[] = [];
    await database.listen("greetings", (payload) => heard.push(payload));
    await database.raw.query(`notify greetings, 'hello'`);
    await expect.poll(() => heard).toEqual(["hello"]);
    const owner = new pg.Client(database.ownerConnection);
    await owner.connect();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lykta-listener' and datname = current_database()`,
    );
    await owner.end();
    await expect.poll(() => heard).toEqual(["hello", ""]);
    await database.raw.query(`notify greetings, 'again'`);
    await expect.poll(() => heard).toEqual(["hello", "", "again"]);
  });
});
