import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { faceOf, statementOf } from "../../../tests/doors/world.server.ts";
import { type CallStory, ElksEmulator } from "../../../tests/factories/operator.server.ts";
import {
  foundedBy,
  type HouseOfPeople,
  joined,
  type Woman,
} from "../../../tests/factories/people.server.ts";
import { type RealHouse, realHouse } from "../../../tests/factories/real-house.server.ts";
import { captureLog } from "../../platform/log.ts";
import { shiftPaths } from "../../shifts/index.ts";
import { type LineView, type MyPhone, type NewAddress, phonePaths } from "./contract.ts";

// Numbers that the Swedish regulator reserves for fiction.
const JOUR = "+46313900600";
const CALLER = "+46701740699";
const PHONES = { anna: "+46701740611", bea: "+46701740622", cia: "+46701740633" } as const;
type Name = keyof typeof PHONES;

let house: RealHouse;
let mira: HouseOfPeople;
let coordinator: Woman;
let women: Record<Name, Woman>;
let face: string;
let address: string;
let elks: ElksEmulator;
const logged: string[] = [];
let release = (): void => undefined;

beforeAll(async () => {
  release = captureLog((line) => logged.push(line));
  house = await realHouse({ LYKTA_SECRET: "a secret of this house, long enough" });
  mira = await house.place("mira");
  coordinator = await foundedBy(mira);
  const join = (name: string): Promise<Woman> => joined(coordinator, mira, "volunteer", { name });
  women = { anna: await join("Anna"), bea: await join("Bea"), cia: await join("Cia") };
  face = await faceOf(women.anna);
  elks = new ElksEmulator(house.port);
  await setLine({});
  address = await newAddress();
}, 60_000);
afterAll(async () => {
  release();
  await house.close();
});

const at = (path: string): string => `http://mira.localhost:${house.port}${path}`;
const line = async (): Promise<LineView["line"]> => {
  const { body } = await coordinator.desk.get<{ lines: LineView[] }>(phonePaths.lines);
  return body.lines.find((one) => one.face === face)?.line ?? null;
};
async function setLine(change: object): Promise<void> {
  const usual = { number: "031-390 06 00", mode: "one-by-one", first: "longest-on-duty" };
  const version = (await line())?.version ?? 0;
  const body = { version, ...usual, ringSeconds: 20, ...change };
  const { status } = await coordinator.desk.ask("PUT", phonePaths.line(face), body);
  expect(status).toBe(200);
}
async function newAddress(): Promise<string> {
  const { body } = await coordinator.desk.post<NewAddress>(phonePaths.secret(face), {});
  return at(new URL(body.address).pathname);
}
async function onDuty(...names: Name[]): Promise<void> {
  for (const name of names) {
    await women[name].desk.post(shiftPaths.start, await statementOf(women[name], mira, face));
    const { status } = await women[name].desk.post(phonePaths.take, { number: PHONES[name] });
    expect(status).toBe(200);
  }
}
async function offDuty(...names: Name[]): Promise<void> {
  for (const name of names) {
    const { body } = await women[name].desk.get<{ duty: string } | null>(shiftPaths.mine);
    if (body) await women[name].desk.post(shiftPaths.stop, { duty: body.duty });
  }
}
const ring = (more = {}): Promise<CallStory> =>
  elks.call({ from: CALLER, to: JOUR, voiceStart: address, ...more });
const rang = ({ rang: who }: CallStory): string[] => who.map(({ number }) => number);
const page = async (): Promise<string> => (await house.ask("GET", "/")).text;
const said = (html: string): string =>
  /<strong>Telefon<\/strong>\s*<span[^>]*>([^<]*)/.exec(html)?.[1] ?? "no telephone";

beforeEach(async () => {
  await offDuty("anna", "bea", "cia");
  await setLine({});
  elks.phones.clear();
  for (const number of Object.values(PHONES)) elks.phones.set(number, "answers");
});

describe("somebody rings", () => {
  test("and the first on duty answers; her display shows the jour's number", async () => {
    await onDuty("anna", "bea");
    const story = await ring();
    expect(story.rang).toEqual([{ number: PHONES.anna, shows: JOUR, seconds: 20 }]);
    expect([story.talkedTo, story.end]).toEqual([PHONES.anna, "talked"]);
  });

  test.each(["silent", "busy", "off"] as const)("%s: her colleague is rung", async (does) => {
    await onDuty("anna", "bea");
    elks.phones.set(PHONES.anna, does);
    const story = await ring();
    expect(rang(story)).toEqual([PHONES.anna, PHONES.bea]);
    expect(story.talkedTo).toBe(PHONES.bea);
  });

  test("who has said that she is in a call is not rung until she says otherwise", async () => {
    await onDuty("anna", "bea");
    await women.anna.desk.post(phonePaths.inCall, { inCall: true });
    expect(rang(await ring())).toEqual([PHONES.bea]);
    await women.anna.desk.post(phonePaths.inCall, { inCall: false });
    expect(rang(await ring())).toEqual([PHONES.anna]);
  });

  test("while a telephone rings for one, another call rings the next", async () => {
    await onDuty("anna", "bea");
    let answer = (): void => undefined;
    const patience = new Promise<void>((resolve) => (answer = resolve));
    let rings = (): void => undefined;
    const ringing = new Promise<void>((resolve) => (rings = resolve));
    elks.phones.set(PHONES.anna, async () => {
      rings();
      await patience;
      return "answers";
    });
    const first = ring();
    await ringing;
    expect(rang(await ring())).toEqual([PHONES.bea]);
    answer();
    expect((await first).talkedTo).toBe(PHONES.anna);
  });

  test("all at once, where the jour wants it so", async () => {
    await setLine({ mode: "all", ringSeconds: 35 });
    await onDuty("anna", "bea", "cia");
    for (const name of ["anna", "bea"] as const) elks.phones.set(PHONES[name], "silent");
    const story = await ring();
    expect(story.rang.map(({ shows, seconds }) => [shows, seconds])).toEqual(
      Array.from({ length: 3 }, () => [JOUR, 35]),
    );
    expect(story.talkedTo).toBe(PHONES.cia);
  });

  test("in turn, where the jour wants it so", async () => {
    await setLine({ first: "in-turn" });
    await onDuty("anna", "bea");
    const two = [await ring(), await ring()].flatMap(rang);
    expect(two.toSorted()).toEqual([PHONES.anna, PHONES.bea]);
  });

  test("nobody answers: told so, with 112 and the way to letters; nothing rings on", async () => {
    await onDuty("anna", "bea");
    for (const number of Object.values(PHONES)) elks.phones.set(number, "silent");
    const story = await ring();
    expect(rang(story)).toEqual([PHONES.anna, PHONES.bea]);
    expect(story.end).toBe("played");
    expect(story.heard[0]?.path).toContain("/phone/voice/unanswered-sv.danger-sv");
    expect(story.heard[0]).toMatchObject({ type: "audio/wav" });
    expect(story.heard[0]?.sound.toString("latin1", 0, 4)).toBe("RIFF");
  });

  test("who goes off duty in the middle of a call is not rung any more", async () => {
    await onDuty("anna", "bea", "cia");
    elks.phones.set(PHONES.anna, async () => {
      await offDuty("bea");
      return "silent";
    });
    expect(rang(await ring())).toEqual([PHONES.anna, PHONES.cia]);
  });

  test("who leaves while it rings is missed by nobody", async () => {
    await onDuty("anna");
    const story = await ring({ leaves: true });
    expect(story.posts.map(({ status }) => status)).toEqual([200, 200]);
    expect(rang(await ring())).toEqual([PHONES.anna]);
  });
});

describe("nobody is on duty", () => {
  test("the voice says that it is closed, or, at hours that are announced, that nobody can answer", async () => {
    const story = await ring();
    expect(story.rang).toEqual([]);
    expect(story.heard[0]?.path).toMatch(/\/phone\/voice\/(closed|unanswered)-sv\./);
    expect(story.heard[0]?.path).toContain("danger-sv");
  });

  test("the jour's own recording is played where there is one", async () => {
    const sound = Buffer.from(`RIFF\0\0\0\0WAVE${"hej ".repeat(50)}`, "latin1");
    const audio = sound.toString("base64url");
    for (const kind of ["closed", "unanswered"] as const)
      await coordinator.desk.ask("PUT", phonePaths.recording(face, kind), { audio });
    const { heard } = await ring();
    expect(heard[0]?.path).toMatch(/^\/phone\/recording\/[\w-]+\/[0-9a-f]{32}\.wav$/);
    expect(heard[0]?.sound.equals(sound)).toBe(true);
    for (const kind of ["closed", "unanswered"] as const)
      await coordinator.desk.ask("DELETE", phonePaths.recording(face, kind));
    expect((await ring()).heard[0]?.path).toContain("/phone/voice/");
  });

  test("a file that is no sound is refused", async () => {
    const audio = Buffer.from("<html>").toString("base64url");
    const { body } = await coordinator.desk.ask("PUT", phonePaths.recording(face, "closed"), {
      audio,
    });
    expect(body).toEqual({ error: "recording-refused" });
  });

  test("a telephone whose shift has run out does not ring, and its number is deleted", async () => {
    await onDuty("anna");
    await house.database.tenant(mira.jour, (tx) =>
      tx.rows("update duties set expires_at = now() - interval '1 second'"),
    );
    expect((await ring()).rang).toEqual([]);
    await house.phone.sweep(mira.jour);
    const left = await house.database.tenant(mira.jour, (tx) =>
      tx.rows("select 1 from duty_phones"),
    );
    expect(left).toEqual([]);
  });
});

describe("the front page", () => {
  test("tells by who answers, not by the hours, once the operator has reached us", async () => {
    await ring();
    const before = said(await page());
    await onDuty("anna");
    expect(said(await page())).toContain("Öppen nu");
    await women.anna.desk.post(phonePaths.inCall, { inCall: true });
    expect(said(await page())).toBe(before);
    await women.anna.desk.post(phonePaths.inCall, { inCall: false });
    expect(said(await page())).toContain("Öppen nu");
    await women.anna.desk.post(phonePaths.release, {});
    expect(said(await page())).toBe(before);
    expect(before).not.toContain("Öppen");
  });

  test("goes by the hours while the operator has not reached us by the address it has", async () => {
    address = await newAddress();
    await onDuty("anna");
    expect((await line())?.worked).toBe("never");
    expect(said(await page())).not.toContain("Öppen nu");
    await ring();
    expect((await line())?.worked).toBe("today");
    expect(said(await page())).toContain("Öppen nu");
  });
});

describe("who is not the operator", () => {
  const start = { direction: "incoming", callid: "c0123456789", from: CALLER, to: JOUR };
  const other = (secret: string): string => address.replace(/[\w-]{43}$/, secret);

  test("finds nothing with a wrong secret, nor with an old one", async () => {
    await onDuty("anna");
    const old = address;
    address = await newAddress();
    for (const place of [old, other("A".repeat(43)), other("short"), other("A".repeat(44))]) {
      const post = await elks.post(place, start);
      expect([post.status, post.text]).toEqual([404, '{"error":"not-found"}']);
    }
    expect((await ring()).talkedTo).toBe(PHONES.anna);
  });

  test("finds nothing at another jour's host", async () => {
    const post = await elks.post(address.replace("mira.", "vide."), start);
    expect([post.status, post.text]).toEqual([404, '{"error":"not-found"}']);
  });

  test("is not answered when it says again what has been said", async () => {
    await onDuty("anna", "bea");
    elks.phones.set(PHONES.anna, "silent");
    const { posts } = await ring();
    expect(posts).toHaveLength(4);
    for (const { path, form } of posts) {
      const again = await elks.post(at(path), Object.fromEntries(new URLSearchParams(form)));
      expect([again.status, again.text]).toEqual([409, '{"error":"call-repeated"}']);
    }
  });

  test("cannot go on with the call of another, nor with a step that it has changed", async () => {
    await onDuty("anna", "bea");
    const { posts } = await ring({ leaves: true });
    const next = JSON.parse(posts[0]?.text ?? "{}") as { next: string };
    const step = { ...start, result: "failed" };
    const bent = next.next.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    for (const place of [next.next, bent]) {
      const post = await elks.post(place, { ...step, callid: "c9876543210" });
      expect([post.status, post.text]).toEqual([400, '{"error":"call-refused"}']);
    }
  });

  test.each([
    ["callid=c1&callid=c2", "application/x-www-form-urlencoded", 400, "bad-input"],
    ["", "application/x-www-form-urlencoded", 400, "call-refused"],
    ["callid=%00%ff", "application/x-www-form-urlencoded", 400, "call-refused"],
    [
      `callid=c1234567&a=${"b".repeat(9000)}`,
      "application/x-www-form-urlencoded",
      400,
      "bad-input",
    ],
    [`a=${"b".repeat(17_000)}`, "application/x-www-form-urlencoded", 413, "too-large"],
    [
      Array.from({ length: 41 }, (_, at) => `f${at}=1`).join("&"),
      ...(["application/x-www-form-urlencoded", 400, "bad-input"] as const),
    ],
    ['{"callid":"c1234567"}', "application/json", 415, "wrong-content-type"],
    ["callid=c1234567", "text/plain", 415, "wrong-content-type"],
    ["\u{ff}\u{fe}", "application/x-www-form-urlencoded", 400, "call-refused"],
  ])("what makes no sense is refused by name (%#)", async (body, type, status, code) => {
    const heard = await elks.send(address, body, type);
    expect([heard.status, heard.text]).toEqual([status, JSON.stringify({ error: code })]);
  });

  test("who has the secret cannot make the house work without end", async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => elks.post(address, { callid: "" })),
    );
    const told = new Set(answers.map(({ status }) => status));
    expect(told).toEqual(new Set([400, 503]));
    address = await newAddress();
  });
});

describe("a volunteer", () => {
  const mine = async (name: Name): Promise<MyPhone> =>
    (await women[name].desk.get<MyPhone>(phonePaths.mine)).body;

  test("takes the telephone only while on duty, with an ordinary number", async () => {
    const take = (number: string) => women.anna.desk.post(phonePaths.take, { number });
    expect((await take(PHONES.anna)).body).toEqual({ error: "not-on-duty" });
    await onDuty("anna");
    expect((await take("0900-123 45 67")).body).toEqual({ error: "number-refused" });
    expect((await take("070-174 06 12")).body).toMatchObject({
      phone: { ending: "…12", inCall: false },
    });
    await offDuty("anna");
    expect(await mine("anna")).toEqual({ lines: [face], phone: null });
  });

  test("'s number is seen by no colleague, and stands nowhere in the clear", async () => {
    await onDuty("anna");
    const seen = JSON.stringify([
      await mine("bea"),
      (await coordinator.desk.get(phonePaths.lines)).body,
      (await coordinator.desk.get("/desk/api/people/members")).body,
      await page(),
    ]);
    expect(seen).not.toContain(PHONES.anna.slice(3));
    expect(await stored()).not.toContain(PHONES.anna.slice(3));
  });

  test("counts a call by door and length, and may take it back for a while", async () => {
    const count = (length: string) =>
      women.anna.desk.post<{ counted: string }>(phonePaths.count, { face, door: "woman", length });
    const first = await count("5-20");
    const second = await count("60+");
    const undo = (who: Name) =>
      women[who].desk.post(phonePaths.undo, { counted: second.body.counted });
    expect((await undo("bea")).body).toEqual({ error: "gone" });
    expect((await undo("anna")).status).toBe(200);
    expect((await undo("anna")).body).toEqual({ error: "gone" });
    expect(first.status).toBe(200);
    const strange = { face: crypto.randomUUID(), door: "woman", length: "0-5" };
    expect((await women.anna.desk.post(phonePaths.count, strange)).body).toEqual({
      error: "not-found",
    });
  });
});

/** Everything in the database, as its rows and as its files. */
async function stored(): Promise<string> {
  const tables = await house.database.raw.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')",
  );
  const rows = await house.database.tenant(mira.jour, async (tx) => {
    const all: unknown[] = [];
    for (const { name } of tables.rows) all.push(await tx.rows(`select t::text from "${name}" t`));
    return all;
  });
  return JSON.stringify(rows);
}

test("the caller's number is nowhere: not in answers, rows, files of the database, nor in the log", async () => {
  await onDuty("anna", "bea");
  elks.phones.set(PHONES.anna, "silent");
  const canary = "+46701740687";
  const stories = [
    await elks.call({ from: canary, to: JOUR, voiceStart: address }),
    await elks.call({ from: canary, to: JOUR, voiceStart: address, leaves: true }),
  ];
  await offDuty("anna", "bea");
  stories.push(await elks.call({ from: canary, to: JOUR, voiceStart: address }));
  // What is refused is not written down either.
  await elks.post(address, { from: canary, callid: canary });
  await elks.post(`${address.slice(0, -1)}x`, { from: canary, callid: "c1234567" });
  await elks.send(address, `from=${canary}&from=${canary}`, "application/x-www-form-urlencoded");
  const answers = stories.flatMap(({ posts }) => posts.map(({ text }) => text)).join();
  const digits = canary.slice(3);
  expect(stories.flatMap(({ posts }) => posts.map(({ form }) => form)).join()).toContain(digits);
  expect([answers, await stored(), logged.join()].filter((text) => text.includes(digits))).toEqual(
    [],
  );
  if (process.env["DATABASE_URL"] !== undefined) return;
  const files = await filesOfDatabase();
  // The control: what is written in the clear is found in these very files.
  expect(files.some((bytes) => bytes.includes(JOUR.slice(3)))).toBe(true);
  expect(files.some((bytes) => bytes.includes(digits))).toBe(false);
  for (const number of Object.values(PHONES))
    expect(files.some((bytes) => bytes.includes(number.slice(3)))).toBe(false);
});

/** The tables of this database and the log of changes; of a server elsewhere only the rows are seen. */
async function filesOfDatabase(): Promise<Buffer[]> {
  const { rows } = await house.database.raw.query<{ oid: string }>(
    "select oid::text from pg_database where datname = current_database()",
  );
  const found: Buffer[] = [];
  for (const part of ["pg_wal", `base/${rows[0]?.oid}`]) {
    const directory = join(inject("databaseDirectory"), "postgres/cluster", part);
    for (const name of readdirSync(directory)) {
      try {
        if (statSync(join(directory, name)).isFile())
          found.push(readFileSync(join(directory, name)));
      } catch {
        // Gone meanwhile: it is a working database.
      }
    }
  }
  return found;
}
