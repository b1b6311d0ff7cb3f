import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { CallStory } from "../../../tests/factories/operator.server.ts";
import {
  CALLER,
  JOUR,
  type Name,
  NAMES,
  PhoneHouse,
  PHONES,
} from "../../../tests/factories/phone-house.server.ts";
import { captureLog } from "../../platform/log.ts";
import { type MyPhone, phonePaths } from "./contract.ts";

let at: PhoneHouse;
const logged: string[] = [];
let release = (): void => undefined;

beforeAll(async () => {
  release = captureLog((written) => logged.push(written));
  at = await PhoneHouse.open();
}, 60_000);
afterAll(async () => {
  release();
  await at.house.close();
});

const rang = ({ rang: who }: CallStory): string[] => who.map(({ number }) => number);
const said = (html: string): string =>
  /<strong>Telefon<\/strong>\s*<span[^>]*>([^<]*)/.exec(html)?.[1] ?? "no telephone";

beforeEach(async () => {
  await at.offDuty(...NAMES);
  await at.setLine({});
  at.elks.phones.clear();
  for (const number of Object.values(PHONES)) at.elks.phones.set(number, "answers");
});

describe("somebody rings", () => {
  test("and the first on duty answers; her display shows the jour's number", async () => {
    await at.onDuty("anna", "bea");
    const story = await at.ring();
    expect(story.rang).toEqual([{ number: PHONES.anna, shows: JOUR, seconds: 20 }]);
    expect([story.talkedTo, story.end]).toEqual([PHONES.anna, "talked"]);
  });

  test.each(["silent", "busy", "off"] as const)("%s: her colleague is rung", async (does) => {
    await at.onDuty("anna", "bea");
    at.elks.phones.set(PHONES.anna, does);
    const story = await at.ring();
    expect(rang(story)).toEqual([PHONES.anna, PHONES.bea]);
    expect(story.talkedTo).toBe(PHONES.bea);
  });

  test("who has said that she is in a call is not rung until she says otherwise", async () => {
    await at.onDuty("anna", "bea");
    await at.women.anna.desk.post(phonePaths.inCall, { inCall: true });
    expect(rang(await at.ring())).toEqual([PHONES.bea]);
    await at.women.anna.desk.post(phonePaths.inCall, { inCall: false });
    expect(rang(await at.ring())).toEqual([PHONES.anna]);
  });

  test("while a telephone rings for one, another call rings the next", async () => {
    await at.onDuty("anna", "bea");
    let answer = (): void => undefined;
    const patience = new Promise<void>((resolve) => (answer = resolve));
    let rings = (): void => undefined;
    const ringing = new Promise<void>((resolve) => (rings = resolve));
    at.elks.phones.set(PHONES.anna, async () => {
      rings();
      await patience;
      return "answers";
    });
    const first = at.ring();
    await ringing;
    expect(rang(await at.ring())).toEqual([PHONES.bea]);
    answer();
    expect((await first).talkedTo).toBe(PHONES.anna);
  });

  test("all at once, where the jour wants it so", async () => {
    await at.setLine({ mode: "all", ringSeconds: 35 });
    await at.onDuty("anna", "bea", "cia");
    for (const name of ["anna", "bea"] as const) at.elks.phones.set(PHONES[name], "silent");
    const story = await at.ring();
    expect(story.rang.map(({ shows, seconds }) => [shows, seconds])).toEqual(
      Array.from({ length: 3 }, () => [JOUR, 35]),
    );
    expect(story.talkedTo).toBe(PHONES.cia);
  });

  test("in turn, where the jour wants it so", async () => {
    await at.setLine({ first: "in-turn" });
    await at.onDuty("anna", "bea");
    const two = [await at.ring(), await at.ring()].flatMap(rang);
    expect(two.toSorted()).toEqual([PHONES.anna, PHONES.bea]);
  });

  test("nobody answers: told so, with 112 and the way to letters; nothing rings on", async () => {
    await at.onDuty("anna", "bea");
    for (const number of Object.values(PHONES)) at.elks.phones.set(number, "silent");
    const story = await at.ring();
    expect(rang(story)).toEqual([PHONES.anna, PHONES.bea]);
    expect(story.end).toBe("played");
    expect(story.heard[0]?.path).toContain("/phone/voice/unanswered-sv.danger-sv");
    expect(story.heard[0]).toMatchObject({ type: "audio/wav" });
    expect(story.heard[0]?.sound.toString("latin1", 0, 4)).toBe("RIFF");
  });

  test("who goes off duty in the middle of a call is not rung any more", async () => {
    await at.onDuty("anna", "bea", "cia");
    at.elks.phones.set(PHONES.anna, async () => {
      await at.offDuty("bea");
      return "silent";
    });
    expect(rang(await at.ring())).toEqual([PHONES.anna, PHONES.cia]);
  });

  test("who leaves while it rings is missed by nobody", async () => {
    await at.onDuty("anna");
    const story = await at.ring({ leaves: true });
    expect(story.posts.map(({ status }) => status)).toEqual([200, 200]);
    expect(rang(await at.ring())).toEqual([PHONES.anna]);
  });
});

describe("nobody is on duty", () => {
  const every = <T>(what: T): T[] => Array.from({ length: 7 }, () => what);
  const path = ({ heard }: CallStory): string | undefined => heard[0]?.path;

  test("the voice says that it is closed, where no hours are announced", async () => {
    await at.setHours(every([]));
    const story = await at.ring();
    expect(story.rang).toEqual([]);
    expect(path(story)).toMatch(/^\/phone\/voice\/closed-sv\.hours-sv\.danger-sv\./);
  });

  test("when it opens, where that is announced", async () => {
    // From a time of day that is never now, for an hour: it opens within the day.
    const zone = { hour: "2-digit", timeZone: "Europe/Stockholm" } as const;
    const hour = (Number(new Intl.DateTimeFormat("sv-SE", zone).format()) + 13) % 24;
    const clock = (one: number): string => `${String(one % 24).padStart(2, "0")}:35`;
    await at.setHours(every([{ from: clock(hour), until: clock(hour + 1) }]));
    const spoken = path(await at.ring());
    expect(spoken).toMatch(/\/closed-sv\.opens-sv\.(today|tomorrow)\.clock-sv\.n\d+\.n35\./);
    expect(spoken).toContain(`.n${hour}.n35.`);
  });

  test("that nobody can answer, at hours when somebody should be there", async () => {
    await at.setHours(every([{ from: "00:00", until: "00:00" }]));
    expect(path(await at.ring())).toContain("/unanswered-sv.danger-sv");
    expect(said(await at.page())).toContain("Ingen kan svara just nu");
    await at.setHours(every([]));
  });

  test("the jour's own recording is played where there is one", async () => {
    const sound = Buffer.from(`RIFF\0\0\0\0WAVE${"hej ".repeat(50)}`, "latin1");
    const audio = sound.toString("base64url");
    for (const kind of ["closed", "unanswered"] as const)
      await at.coordinator.desk.ask("PUT", phonePaths.recording(at.face, kind), { audio });
    const { heard } = await at.ring();
    expect(heard[0]?.path).toMatch(/^\/phone\/recording\/[\w-]+\/[0-9a-f]{32}\.wav$/);
    expect(heard[0]?.sound.equals(sound)).toBe(true);
    for (const kind of ["closed", "unanswered"] as const)
      await at.coordinator.desk.ask("DELETE", phonePaths.recording(at.face, kind));
    expect((await at.ring()).heard[0]?.path).toContain("/phone/voice/");
  });

  test("a file that is no sound is refused", async () => {
    const audio = Buffer.from("<html>").toString("base64url");
    const { body } = await at.coordinator.desk.ask("PUT", phonePaths.recording(at.face, "closed"), {
      audio,
    });
    expect(body).toEqual({ error: "recording-refused" });
  });

  test("a telephone whose shift has run out does not ring, and its number is deleted", async () => {
    await at.onDuty("anna");
    await at.house.database.tenant(at.mira.jour, (tx) =>
      tx.rows("update duties set expires_at = now() - interval '1 second'"),
    );
    expect((await at.ring()).rang).toEqual([]);
    await at.house.phone.sweep(at.mira.jour);
    const left = await at.house.database.tenant(at.mira.jour, (tx) =>
      tx.rows("select 1 from duty_phones"),
    );
    expect(left).toEqual([]);
  });
});

describe("the front page", () => {
  test("tells by who answers, not by the hours, once the operator has reached us", async () => {
    await at.ring();
    const before = said(await at.page());
    await at.onDuty("anna");
    expect(said(await at.page())).toContain("Öppen nu");
    await at.women.anna.desk.post(phonePaths.inCall, { inCall: true });
    expect(said(await at.page())).toBe(before);
    await at.women.anna.desk.post(phonePaths.inCall, { inCall: false });
    expect(said(await at.page())).toContain("Öppen nu");
    await at.women.anna.desk.post(phonePaths.release, {});
    expect(said(await at.page())).toBe(before);
    expect(before).not.toContain("Öppen");
  });

  test("goes by the hours while the operator has not reached us by the address it has", async () => {
    await at.newAddress();
    await at.onDuty("anna");
    expect((await at.line())?.worked).toBe("never");
    expect(said(await at.page())).not.toContain("Öppen nu");
    await at.ring();
    expect((await at.line())?.worked).toBe("today");
    expect(said(await at.page())).toContain("Öppen nu");
  });
});

describe("who is not the operator", () => {
  const start = { direction: "incoming", callid: "c0123456789", from: CALLER, to: JOUR };
  const other = (secret: string): string => at.address.replace(/[\w-]{43}$/, secret);

  test("finds nothing with a wrong secret, nor with an old one", async () => {
    await at.onDuty("anna");
    const old = at.address;
    await at.newAddress();
    for (const place of [old, other("A".repeat(43)), other("short"), other("A".repeat(44))]) {
      const post = await at.elks.post(place, start);
      expect([post.status, post.text]).toEqual([404, '{"error":"not-found"}']);
    }
    expect((await at.ring()).talkedTo).toBe(PHONES.anna);
  });

  test("finds nothing at another jour's host, though the line is just being used", async () => {
    await at.ring();
    const post = await at.elks.post(at.address.replace("mira.", "vide."), start);
    expect([post.status, post.text]).toEqual([404, '{"error":"not-found"}']);
  });

  test("is not answered when it says again what has been said", async () => {
    await at.onDuty("anna", "bea");
    at.elks.phones.set(PHONES.anna, "silent");
    const { posts } = await at.ring();
    expect(posts).toHaveLength(4);
    for (const { path, form } of posts) {
      const again = await at.elks.post(at.at(path), Object.fromEntries(new URLSearchParams(form)));
      expect([again.status, again.text]).toEqual([409, '{"error":"call-repeated"}']);
    }
  });

  test("cannot go on with the call of another, nor with a step that it has changed", async () => {
    await at.onDuty("anna", "bea");
    const { posts } = await at.ring({ leaves: true });
    const next = JSON.parse(posts[0]?.text ?? "{}") as { next: string };
    const step = { ...start, result: "failed" };
    const bent = next.next.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    for (const place of [next.next, bent]) {
      const post = await at.elks.post(place, { ...step, callid: "c9876543210" });
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
      Array.from({ length: 41 }, (_, field) => `f${field}=1`).join("&"),
      ...(["application/x-www-form-urlencoded", 400, "bad-input"] as const),
    ],
    ['{"callid":"c1234567"}', "application/json", 415, "wrong-content-type"],
    ["callid=c1234567", "text/plain", 415, "wrong-content-type"],
    ["\u{ff}\u{fe}", "application/x-www-form-urlencoded", 400, "call-refused"],
  ])("what makes no sense is refused by name (%#)", async (body, type, status, code) => {
    const heard = await at.elks.send(at.address, body, type);
    expect([heard.status, heard.text]).toEqual([status, JSON.stringify({ error: code })]);
  });

  test("who has the secret cannot make the house work without end", async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => at.elks.post(at.address, { callid: "" })),
    );
    const told = new Set(answers.map(({ status }) => status));
    expect(told).toEqual(new Set([400, 503]));
    await at.newAddress();
  });
});

describe("a volunteer", () => {
  const mine = async (name: Name): Promise<MyPhone> =>
    (await at.women[name].desk.get<MyPhone>(phonePaths.mine)).body;

  test("takes the telephone only while on duty, with an ordinary number", async () => {
    const take = (number: string) => at.women.anna.desk.post(phonePaths.take, { number });
    expect((await take(PHONES.anna)).body).toEqual({ error: "not-on-duty" });
    await at.onDuty("anna");
    expect((await take("0900-123 45 67")).body).toEqual({ error: "number-refused" });
    expect((await take("070-174 06 12")).body).toMatchObject({
      phone: { ending: "…12", inCall: false },
    });
    await at.offDuty("anna");
    expect(await mine("anna")).toEqual({ lines: [at.face], phone: null });
  });

  test("'s number is seen by no colleague, and stands nowhere in the clear", async () => {
    await at.onDuty("anna");
    const seen = JSON.stringify([
      await mine("bea"),
      (await at.coordinator.desk.get(phonePaths.lines)).body,
      (await at.coordinator.desk.get("/desk/api/people/members")).body,
      await at.page(),
    ]);
    expect(seen).not.toContain(PHONES.anna.slice(3));
    expect(await at.rows()).not.toContain(PHONES.anna.slice(3));
  });

  test("counts a call by door and length, and may take it back for a while", async () => {
    const count = (length: string) =>
      at.women.anna.desk.post<{ counted: string }>(phonePaths.count, {
        face: at.face,
        door: "woman",
        length,
      });
    const first = await count("5-20");
    const second = await count("60+");
    const undo = (who: Name) =>
      at.women[who].desk.post(phonePaths.undo, { counted: second.body.counted });
    expect((await undo("bea")).body).toEqual({ error: "gone" });
    expect((await undo("anna")).status).toBe(200);
    expect((await undo("anna")).body).toEqual({ error: "gone" });
    expect(first.status).toBe(200);
    const strange = { face: crypto.randomUUID(), door: "woman", length: "0-5" };
    expect((await at.women.anna.desk.post(phonePaths.count, strange)).body).toEqual({
      error: "not-found",
    });
  });
});

test("the caller's number is nowhere: not in answers, rows, files of the database, nor in the log", async () => {
  await at.onDuty("anna", "bea");
  at.elks.phones.set(PHONES.anna, "silent");
  const canary = "+46701740687";
  const stories = [
    await at.elks.call({ from: canary, to: JOUR, voiceStart: at.address }),
    await at.elks.call({ from: canary, to: JOUR, voiceStart: at.address, leaves: true }),
  ];
  await at.offDuty("anna", "bea");
  stories.push(await at.elks.call({ from: canary, to: JOUR, voiceStart: at.address }));
  // What is refused is not written down either.
  await at.elks.post(at.address, { from: canary, callid: canary });
  await at.elks.post(`${at.address.slice(0, -1)}x`, { from: canary, callid: "c1234567" });
  await at.elks.send(
    at.address,
    `from=${canary}&from=${canary}`,
    "application/x-www-form-urlencoded",
  );
  const answers = stories.flatMap(({ posts }) => posts.map(({ text }) => text)).join();
  const digits = canary.slice(3);
  expect(stories.flatMap(({ posts }) => posts.map(({ form }) => form)).join()).toContain(digits);
  expect([answers, await at.rows(), logged.join()].filter((text) => text.includes(digits))).toEqual(
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
  const { rows } = await at.house.database.raw.query<{ oid: string }>(
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
