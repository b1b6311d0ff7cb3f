import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../tests/factories/database.server.ts";
import { trustedJour, type TrustedJour } from "../../tests/factories/trust.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { verifyTrust } from "../protocol/index.ts";
import {
  looksHash,
  makePledge,
  makeReview,
  openExtract,
  pledgeTextHash,
  type Register,
  sealExtract,
  signHandedIn,
} from "../protocol/records/index.ts";
import type { RecordDeps } from "./deps.server.ts";
import { Extracts } from "./extracts.server.ts";
import { Looks } from "./looks.server.ts";
import { Records } from "./service.server.ts";

const WORDS = "Jag lovar att inte berätta för någon om dem som söker stöd hos oss.";
let database: FreshDatabase;
let jour: JourId;
let house: TrustedJour;
let clock: number;
let gone: string[];
let records: Records;
let extracts: Extracts;
let looks: Looks;
/** The coordinator's, to whom copies are sealed. */
let seal: { seed: Uint8Array; key: Uint8Array };

const of = (index: number) => ({ jour, member: house.woman(index).id });
const MAJKEN = 0;
const ANNA = 1;
const BEA = 2;

beforeEach(async () => {
  database = await freshDatabase();
  jour = await database.jour();
  house = await trustedJour(jour, 3);
  clock = Date.parse("2026-11-21T12:00:00Z");
  gone = [];
  const seed = house.suite.random(32);
  seal = { seed, key: await house.suite.xwing.publicKey(seed) };
  await insertMembers();
  const trust = await verifyTrust(house.suite, house.bundle, {
    jour: uuidBytes(jour),
    now: Date.now(),
  });
  const deps: RecordDeps = {
    ...{ database, suite: house.suite, now: () => clock },
    members: async () =>
      house.women
        .map(({ id }, at) => ({
          ...{ id, name: ["Majken", "Anna", "Bea"][at] ?? "", sealKey: seal.key },
          role: at === MAJKEN ? "coordinator" : "volunteer",
        }))
        .filter(({ id }) => !gone.includes(id)),
    trust: async () => (trust.ok ? trust.value : undefined),
  };
  [records, extracts, looks] = [new Records(deps), new Extracts(deps), new Looks(deps)];
});
afterEach(() => database.close());

async function insertMembers(): Promise<void> {
  await database.tenant(jour, async (tx) => {
    for (const { id, identity } of house.women)
      await tx.rows(
        `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, 'Anna', 'volunteer', '{conversations}', 'active', '\\x00', $3, $4, '2026-11-01')`,
        [id, jour, await house.suite.ed25519.publicKey(identity), seal.key],
      );
  });
}
const leaves = async (index: number): Promise<void> => {
  gone.push(house.woman(index).id);
  await database.tenant(jour, (tx) =>
    tx.rows("delete from members where id = $1", [house.woman(index).id]),
  );
  await records.sweep(jour);
};

async function pledged(index: number, version: number, words = WORDS, by = index) {
  const { suite } = house;
  return makePledge(suite, house.woman(by).identity, {
    ...{ jour: uuidBytes(jour), member: uuidBytes(house.woman(index).id), version },
    ...{ text: await pledgeTextHash(suite, words), name: "Anna", at: clock },
  });
}
const clearance = (index: number) => records.clearance(jour, house.woman(index).id);

describe("the pledge", () => {
  test("is asked for before the next shift, each version anew", async () => {
    expect(await clearance(ANNA)).toMatchObject({ ok: true });
    await records.publishText(of(MAJKEN), 0, WORDS);
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "pledge-unsigned" });
    expect(await records.sign(of(ANNA), 1, await pledged(ANNA, 1))).toMatchObject({ ok: true });
    expect(await clearance(ANNA)).toMatchObject({ ok: true });
    await records.publishText(of(MAJKEN), 1, `${WORDS} Ingen.`);
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "pledge-unsigned" });
    // The old one does not count for the new words.
    const old = await records.sign(of(ANNA), 2, await pledged(ANNA, 1));
    expect(old).toEqual({ ok: false, code: "pledge-refused" });
    const late = await records.sign(of(ANNA), 1, await pledged(ANNA, 1));
    expect(late).toEqual({ ok: false, code: "changed-meanwhile" });
  });

  test("comes in only under her own key, and of the words that she read", async () => {
    await records.publishText(of(MAJKEN), 0, WORDS);
    const refused = { ok: false, code: "pledge-refused" };
    expect(await records.sign(of(ANNA), 1, await pledged(ANNA, 1, WORDS, BEA))).toEqual(refused);
    expect(await records.sign(of(ANNA), 1, await pledged(BEA, 1, WORDS, ANNA))).toEqual(refused);
    expect(await records.sign(of(ANNA), 1, await pledged(ANNA, 1, "Annat."))).toEqual(refused);
    expect((await records.pledges(jour)).pledges).toEqual([]);
  });

  test("is asked for again of her who came back with other keys", async () => {
    await records.publishText(of(MAJKEN), 0, WORDS);
    await records.sign(of(ANNA), 1, await pledged(ANNA, 1));
    expect(await clearance(ANNA)).toMatchObject({ ok: true });
    await database.tenant(jour, (tx) =>
      tx.rows("update members set identity_key = $2 where id = $1", [
        house.woman(ANNA).id,
        house.suite.random(32),
      ]),
    );
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "pledge-unsigned" });
  });

  test("of two who write a new text at once only one comes in", async () => {
    const both = await Promise.all([
      records.publishText(of(MAJKEN), 0, WORDS),
      records.publishText(of(MAJKEN), 0, `${WORDS} Ingen.`),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("is provable two years after she left, and then no more", async () => {
    await records.publishText(of(MAJKEN), 0, WORDS);
    await records.sign(of(ANNA), 1, await pledged(ANNA, 1));
    await leaves(ANNA);
    const kept = () => database.tenant(jour, (tx) => tx.rows("select left_on::text from pledges"));
    expect(await kept()).toEqual([{ left_on: "2026-11-21" }]);
    clock = Date.parse("2028-11-21T12:00:00Z");
    await records.sweep(jour);
    expect(await kept()).toHaveLength(1);
    clock = Date.parse("2028-11-22T12:00:00Z");
    await records.sweep(jour);
    expect(await kept()).toHaveLength(0);
  });
});

describe("where only a note may be kept", () => {
  beforeEach(() => records.setWork(of(MAJKEN), house.woman(ANNA).id, "children"));
  const note = () => extracts.note(of(MAJKEN), house.woman(ANNA).id, "2026-11");

  test("she goes on duty when it was shown, and not a year after", async () => {
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "extract-missing" });
    expect(await note()).toMatchObject({ ok: true });
    expect(await clearance(ANNA)).toMatchObject({ ok: true });
    clock = Date.parse("2027-11-01T12:00:00Z");
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "extract-lapsed" });
  });

  test("a copy is refused, by the rule and by the schema alike", async () => {
    expect(await extracts.copy(of(MAJKEN), await copyOf(ANNA))).toEqual({
      ok: false,
      code: "wrong-regime",
    });
    await expect(insertCopyOf(ANNA)).rejects.toThrow(/only of those who work at a shelter/);
  });

  test("the table has no room for more than month and who saw it", async () => {
    const columns = await database.shared((tx) =>
      tx.rows<{ name: string }>(
        "select column_name as name from information_schema.columns where table_name = 'extract_notes'",
      ),
    );
    expect(columns.map(({ name }) => name).toSorted()).toEqual(
      ["jour_id", "member_id", "seen_by", "shown_month", "work"].toSorted(),
    );
  });

  test("nobody notes her own, and the note goes with the work it belongs to", async () => {
    const own = await extracts.note(of(ANNA), house.woman(ANNA).id, "2026-11");
    expect(own).toEqual({ ok: false, code: "own-record" });
    await note();
    await records.setWork(of(MAJKEN), house.woman(ANNA).id, "shelter");
    const rows = await database.tenant(jour, (tx) => tx.rows("select 1 from extract_notes"));
    expect(rows).toEqual([]);
  });
});

async function copyOf(index: number, more: { issuedOn?: string } = {}, signer = MAJKEN) {
  const { suite } = house;
  const member = uuidBytes(house.woman(index).id);
  const manager = {
    ...{ member: uuidBytes(house.woman(MAJKEN).id), seal: seal.key },
    sealKeyHash: await suite.sha256(seal.key),
  };
  const sealedOf = (register: Register) =>
    sealExtract(suite, { jour: uuidBytes(jour), member, register }, [manager], BYTES);
  const both = { criminal: await sealedOf("criminal"), suspicion: await sealedOf("suspicion") };
  const days = { issuedOn: "2026-09-01", startedOn: "2026-11-21", ...more };
  const said = {
    ...{ jour: uuidBytes(jour), member, author: uuidBytes(house.woman(signer).id), at: clock },
    ...{ issued: days.issuedOn, started: days.startedOn },
  };
  const statement = await signHandedIn(suite, house.woman(signer).identity, said, both);
  return { member: house.woman(index).id, ...days, ...both, statement };
}
const BYTES = new TextEncoder().encode("Inga uppgifter finns.");

const insertCopyOf = (index: number) =>
  database.tenant(jour, (tx) =>
    tx.rows(
      `insert into extract_copies (id, jour_id, member_id, issued_on, started_on, readers, criminal, suspicion)
       values (gen_random_uuid(), $1, $2, '2026-09-01', '2026-11-21', array[$2]::uuid[], '\\x00', '\\x00')`,
      [jour, house.woman(index).id],
    ),
  );

describe("where a shelter receives children", () => {
  beforeEach(() => records.setWork(of(MAJKEN), house.woman(ANNA).id, "shelter"));

  test("both are sealed to the manager, who alone can open them", async () => {
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "extract-missing" });
    expect(await extracts.copy(of(MAJKEN), await copyOf(ANNA))).toMatchObject({ ok: true });
    expect(await clearance(ANNA)).toMatchObject({ ok: true });
    const opened = await records.open(of(MAJKEN), house.woman(ANNA).id);
    const extract = opened.ok ? opened.value.extract : undefined;
    if (extract?.kind !== "copy") throw new Error("no copy was kept");
    const { id } = extract.copy;
    expect(await extracts.open(of(BEA), id, "criminal")).toEqual({ ok: false, code: "not-found" });
    const got = await extracts.open(of(MAJKEN), id, "criminal");
    const bytes = new Uint8Array(Buffer.from(got.ok ? got.value.sealed : "", "base64url"));
    const about = {
      ...{ jour: uuidBytes(jour), member: uuidBytes(house.woman(ANNA).id) },
      register: "criminal" as const,
    };
    const self = { member: uuidBytes(house.woman(MAJKEN).id), seal: seal.seed };
    const clear = await openExtract(house.suite, bytes, about, self);
    expect(clear.ok && Buffer.from(clear.value).equals(BYTES)).toBe(true);
    expect(Buffer.from(bytes).includes(Buffer.from("uppgifter"))).toBe(false);
    const other = { ...about, register: "suspicion" as const };
    expect((await openExtract(house.suite, bytes, other, self)).ok).toBe(false);
  });

  test("a note is refused, and so is what is older than half a year, by rule and schema", async () => {
    const member = house.woman(ANNA).id;
    const refused = (code: string) => ({ ok: false, code });
    expect(await extracts.note(of(MAJKEN), member, "2026-11")).toEqual(refused("wrong-regime"));
    const old = await copyOf(ANNA, { issuedOn: "2026-05-20" });
    expect(await extracts.copy(of(MAJKEN), old)).toEqual(refused("extract-too-old"));
    const noted = database.tenant(jour, (tx) =>
      tx.rows(
        "insert into extract_notes (jour_id, member_id, shown_month) values ($1, $2, '2026-11-01')",
        [jour, member],
      ),
    );
    await expect(noted).rejects.toThrow(/foreign key/);
    await expect(
      database.tenant(jour, (tx) =>
        tx.rows(
          `insert into extract_copies (id, jour_id, member_id, issued_on, started_on, readers, criminal, suspicion)
           values (gen_random_uuid(), $1, $2, '2026-05-20', '2026-11-21', array[$2]::uuid[], '\\x00', '\\x00')`,
          [jour, member],
        ),
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test("a copy of another's, or sealed to somebody who does not coordinate, is refused", async () => {
    const hers = await copyOf(BEA);
    const swapped = { ...hers, member: house.woman(ANNA).id };
    const refused = { ok: false, code: "copy-refused" };
    expect(await extracts.copy(of(MAJKEN), swapped)).toEqual(refused);
    const { criminal } = await copyOf(ANNA);
    const twice = { ...(await copyOf(ANNA)), criminal, suspicion: criminal };
    expect(await extracts.copy(of(MAJKEN), twice)).toEqual(refused);
  });

  test("a copy that she does not sign herself, for these days and of these bytes, is refused", async () => {
    const refused = { ok: false, code: "copy-refused" };
    const right = await copyOf(ANNA);
    const again = await copyOf(ANNA);
    const wrong = [
      await copyOf(ANNA, {}, BEA),
      { ...right, issuedOn: "2026-09-02" },
      { ...right, statement: again.statement },
      { ...right, suspicion: again.suspicion },
      { ...right, statement: right.statement.map((byte, at) => (at === 200 ? byte ^ 1 : byte)) },
    ];
    for (const each of wrong) expect(await extracts.copy(of(MAJKEN), each)).toEqual(refused);
    expect(await extracts.copy(of(MAJKEN), right)).toMatchObject({ ok: true });
  });

  test("who handed it in is told with it, and nobody where it was kept before that was signed", async () => {
    const copy = await copyOf(ANNA);
    await extracts.copy(of(MAJKEN), copy);
    const opened = await records.open(of(MAJKEN), house.woman(ANNA).id);
    const extract = opened.ok ? opened.value.extract : undefined;
    const id = extract?.kind === "copy" ? extract.copy.id : "";
    const statement = Buffer.from(copy.statement).toString("base64url");
    expect(await extracts.open(of(MAJKEN), id, "suspicion")).toMatchObject({
      ...{ ok: true, value: { handedIn: { by: house.woman(MAJKEN).id, statement } } },
    });
    await database.tenant(jour, (tx) => tx.rows("update extract_copies set statement = null"));
    expect(await extracts.open(of(MAJKEN), id, "suspicion")).toMatchObject({
      ...{ ok: true, value: { handedIn: null } },
    });
  });

  test("it outlives her by two years, and cannot be deleted before", async () => {
    await extracts.copy(of(MAJKEN), await copyOf(ANNA));
    const opened = await records.open(of(MAJKEN), house.woman(ANNA).id);
    const extract = opened.ok ? opened.value.extract : undefined;
    const id = extract?.kind === "copy" ? extract.copy.id : "";
    const early = { ok: false, code: "keep-longer" };
    expect(await extracts.forget(of(MAJKEN), id)).toEqual(early);
    await leaves(ANNA);
    const [copy] = (await records.overview(of(MAJKEN))).left;
    expect(copy).toMatchObject({ id, endedOn: "2026-11-21", mayGoOn: "2028-11-21" });
    clock = Date.parse("2028-11-20T12:00:00Z");
    expect(await extracts.forget(of(MAJKEN), id)).toEqual(early);
    clock = Date.parse("2028-11-21T12:00:00Z");
    expect(await extracts.forget(of(MAJKEN), id)).toMatchObject({ ok: true });
  });
});

describe("who looked", () => {
  const sign = async (month: string, index = MAJKEN) => {
    const { suite } = house;
    const view = await looks.view(jour, month);
    return makeReview(suite, house.woman(index).identity, {
      ...{ jour: uuidBytes(jour), month, member: uuidBytes(house.woman(MAJKEN).id), at: clock },
      looks: await looksHash(suite, view.looks),
    });
  };

  test("is written down by the day, and she is told", async () => {
    await records.open(of(MAJKEN), house.woman(ANNA).id);
    await records.open(of(MAJKEN), house.woman(ANNA).id);
    const mine = await records.mine(of(ANNA));
    expect(mine.looks).toEqual([
      expect.objectContaining({ day: "2026-11-21", whoName: "Majken", what: "record", times: 2 }),
    ]);
    expect((await records.mine(of(BEA))).looks).toEqual([]);
  });

  test("must be gone through: else no record opens from the fifteenth on", async () => {
    await records.open(of(MAJKEN), house.woman(ANNA).id);
    clock = Date.parse("2026-12-14T12:00:00Z");
    expect(await records.open(of(MAJKEN), house.woman(ANNA).id)).toMatchObject({ ok: true });
    clock = Date.parse("2026-12-15T12:00:00Z");
    const due = { ok: false, code: "review-due" };
    expect(await records.open(of(MAJKEN), house.woman(ANNA).id)).toEqual(due);
    const forged = await looks.review(of(MAJKEN), "2026-11", await sign("2026-11", BEA));
    expect(forged).toEqual({ ok: false, code: "review-refused" });
    const signed = await sign("2026-11");
    expect(await looks.review(of(MAJKEN), "2026-11", signed)).toMatchObject({ ok: true });
    expect(await records.open(of(MAJKEN), house.woman(ANNA).id)).toMatchObject({ ok: true });
    expect(await looks.review(of(MAJKEN), "2026-11", signed)).toMatchObject({ ok: false });
    const open = await looks.review(of(MAJKEN), "2026-12", signed);
    expect(open).toEqual({ ok: false, code: "month-open" });
  });
});

describe("her own data", () => {
  test("she takes all of it along, and asks for what she wants", async () => {
    await records.ask(of(ANNA), "erasure");
    await records.setLeave(of(ANNA), house.woman(ANNA).id, true);
    expect(await clearance(ANNA)).toEqual({ ok: false, code: "on-leave" });
    const all = (await records.export(of(ANNA))) as { records: Record<string, unknown> };
    expect(all.records).toMatchObject({
      record: { name: "Anna", onLeave: true, holds: ["on-leave"] },
      requests: [{ kind: "erasure", askedOn: "2026-11-21" }],
    });
    expect((await records.overview(of(MAJKEN))).requests).toHaveLength(1);
    expect(await records.settle(jour, house.woman(ANNA).id, "erasure")).toMatchObject({ ok: true });
    expect((await records.overview(of(MAJKEN))).requests).toEqual([]);
  });
});
