import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import { openRelay, type Relay } from "../../../tests/factories/relay.server.ts";
import type { JourId } from "../database/index.server.ts";
import { openShredStore, type ShredStore } from "../shred/index.server.ts";
import type { Sender } from "./accounts.ts";
import { Outbox } from "./outbox.server.ts";
import { pauseAfter } from "./policy.ts";
import { faultOf } from "./transport.server.ts";

let database: FreshDatabase;
let jour: JourId;
let relay: Relay;
let keys: ShredStore;
const home = mkdtempSync(join(tmpdir(), "lykta-outbox-"));
const clock = { ahead: 0 };

beforeAll(async () => {
  [database, relay, keys] = await Promise.all([freshDatabase(), openRelay(), openShredStore(home)]);
  jour = await database.jour("mira");
});
afterAll(async () => {
  await relay.close();
  await database.close();
  rmSync(home, { recursive: true });
});
beforeEach(async () => {
  relay.says = 250;
  relay.isMute = false;
  relay.taken.length = 0;
  clock.ahead = 0;
  await database.tenant(jour, (tx) => tx.rows("delete from mail_outbox"));
  for (const key of await keys.list()) await keys.destroy(key);
});

const from = "jour@mira.example";
const open = (store = keys): Outbox => {
  const server = { host: "127.0.0.1", port: relay.port, security: "none" as const };
  const login = { user: undefined, password: undefined };
  const sender: Sender = { server: { ...server, ...login }, address: from, name: "" };
  const now = (): number => Date.now() + clock.ahead;
  return new Outbox({ database, keys: store, now, sender: async () => sender });
};
const queue = (outbox: Outbox, text = "Ord", automatic = false): Promise<string> =>
  database.tenant(jour, (tx) => {
    const mail = { to: "asa@example.org", subject: "Svar", text, automatic };
    return outbox.queue(tx, from, { ...mail, purpose: "test" });
  });
const numbers = (): string[] =>
  relay.taken.flatMap((mail) => /^Message-ID: <(.*)>/im.exec(mail)?.[1] ?? []);

describe("the way out for mail", () => {
  it("sends each once, though two processes send at the same time, more than one round holds", async () => {
    const [one, two] = [open(), open()];
    const queued = await Promise.all(Array.from({ length: 45 }, () => queue(one)));
    await Promise.all([one.tend(jour), two.tend(jour)]);
    expect(numbers().toSorted()).toEqual(queued.toSorted());
    expect(await keys.list()).toEqual([]);
  });

  it("carries an appointment beside its text", async () => {
    const outbox = open();
    const calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    const mail = { to: "asa@example.org", subject: "Bokat", text: "Ord", automatic: false };
    await database.tenant(jour, (tx) =>
      outbox.queue(tx, from, { ...mail, calendar, purpose: "test" }),
    );
    await outbox.tend(jour);
    const part = relay.taken[0]?.split(/^Content-Type: text\/calendar/im)[1] ?? "";
    expect(part).toContain("filename=tid.ics");
    expect(part).toContain(Buffer.from(calendar).toString("base64"));
  });

  it("keeps its number from try to try, and pauses longer each time", async () => {
    const outbox = open();
    const number = await queue(outbox);
    relay.says = 451;
    await outbox.tend(jour);
    await outbox.tend(jour);
    const [row] = await database.tenant(jour, (tx) =>
      tx.rows<{ tries: number; fault: string }>("select tries, fault from mail_outbox"),
    );
    expect(row).toEqual({ tries: 1, fault: "busy" });
    relay.says = 250;
    clock.ahead = 61_000;
    await outbox.tend(jour);
    expect(numbers()).toEqual([number]);
    const pauses = [1, 2, 3, 4, 5, 50].map(pauseAfter);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it("is nothing that a rolled back transaction has queued, and the key that was made goes", async () => {
    const outbox = open();
    const undone = database.tenant(jour, async (tx) => {
      const mail = { to: "asa@example.org", subject: "Svar", text: "Ord", automatic: false };
      await outbox.queue(tx, from, { ...mail, purpose: "test" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const waiting = await queue(outbox);
    const spare = new Uint8Array(16).fill(9);
    await keys.create(spare);
    expect(await keys.list()).toHaveLength(3);
    await outbox.recover([jour], [spare], 1);
    expect(await keys.list()).toHaveLength(2);
    await outbox.tend(jour);
    expect(numbers()).toEqual([waiting]);
  });

  it("does not send again what was sent before a kill fell between its key and its row", async () => {
    const outbox = open();
    await queue(outbox);
    for (const key of await keys.list()) await keys.destroy(key);
    await outbox.tend(jour);
    expect(numbers()).toEqual([]);
    expect(await database.tenant(jour, (tx) => outbox.standings(tx))).toEqual([]);
  });

  it("does not send what is forgotten, also when another process has taken it up already", async () => {
    const outbox = open();
    const of = new Uint8Array(16).fill(7);
    const mail = { to: "asa@example.org", subject: "Svar", text: "Ord", automatic: false };
    const about = Buffer.concat([of, new Uint8Array(16)]);
    await database.tenant(jour, async (tx) => {
      for (const one of [of, about])
        await outbox.queue(tx, from, { ...mail, purpose: "test", about: one });
    });
    const kept = await queue(outbox);
    const undone = database.tenant(jour, async (tx) => {
      await outbox.forget(tx, of);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await database.tenant(jour, (tx) => outbox.standings(tx))).toHaveLength(3);
    const another = open({
      ...keys,
      async read(id) {
        await database.tenant(jour, (tx) => outbox.forget(tx, of));
        return keys.read(id);
      },
    });
    await another.tend(jour);
    await outbox.tend(jour);
    expect(numbers()).toEqual([kept]);
    expect(await keys.list()).toEqual([]);
  });

  it("tells that it may have gone twice when the next server took it and never said so", async () => {
    const outbox = open();
    const number = await queue(outbox);
    relay.isMute = true;
    await outbox.tend(jour);
    const standings = () => database.tenant(jour, (tx) => outbox.standings(tx));
    expect(await standings()).toMatchObject([{ fault: "unanswered", unsure: true, sent: false }]);
    relay.isMute = false;
    clock.ahead = 61_000;
    await outbox.tend(jour);
    expect(numbers()).toEqual([number, number]);
    expect(await standings()).toMatchObject([{ fault: null, unsure: true, sent: true }]);
    expect(await keys.list()).toEqual([]);
    await outbox.recover([jour], [], 1);
    clock.ahead = 40 * 86_400_000;
    await outbox.sweep(jour);
    expect(await standings()).toEqual([]);
  });

  it("tells so too when this program ended in the middle, and only of that mail", async () => {
    const outbox = open();
    await queue(outbox);
    await queue(outbox, "Två");
    // As a kill leaves it: taken up, one of them begun, nothing noted of either.
    await database.tenant(jour, (tx) =>
      tx.rows(
        "update mail_outbox set tries = 1, handing = (id = (select id from mail_outbox order by id limit 1))",
      ),
    );
    await outbox.tend(jour);
    const standings = await database.tenant(jour, (tx) => outbox.standings(tx));
    expect(standings).toMatchObject([{ unsure: true, sent: true }]);
  });

  it("keeps nothing readable in the table, and marks what a program has written", async () => {
    const outbox = open();
    await queue(outbox, "Hemliga ord", true);
    const rows = await database.tenant(jour, (tx) =>
      tx.rows<{ text: string }>("select row_to_json(m)::text as text from mail_outbox m"),
    );
    const all = rows.map(({ text }) => text + Buffer.from(text, "hex").toString()).join();
    for (const word of ["Hemliga", "asa@", Buffer.from("Hemliga").toString("hex")])
      expect(all).not.toContain(word);
    await outbox.tend(jour);
    expect(relay.taken[0]).toContain("Auto-Submitted: auto-generated");
  });

  it.each([
    [{ code: "EAUTH", responseCode: 535 }, "login-refused"],
    [{ code: "EAUTH", responseCode: 454 }, "busy"],
    [{ code: "EENVELOPE", responseCode: 550 }, "refused"],
    [{ code: "EENVELOPE", responseCode: 450 }, "busy"],
    [{ code: "ETLS" }, "not-secure"],
    [{ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "not-secure"],
    [{ code: "ECONNECTION" }, "unreachable"],
  ])("%j is told as %s", (error, fault) => {
    expect(faultOf(Object.assign(new Error("550 <asa@example.org> no"), error))).toBe(fault);
  });
});
