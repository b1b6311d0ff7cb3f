import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type LetterHouse,
  letterHouse,
  type Visited,
} from "../../../tests/factories/letters.server.ts";
import { fromBase64url, toBase64url } from "../../protocol/index.ts";
import {
  deriveMailbox,
  newReturnCode,
  readMailbox,
  readReturnCode,
  writeLetter,
} from "../../protocol/letters/index.ts";
import { stretch } from "../../protocol/testing/post.ts";
import {
  type Inbox,
  inboxPaths as inbox,
  letterPaths,
  plainPaths as paths,
  type TeamMailboxView,
} from "../contract.ts";
import { PLAIN_LETTERS } from "../policy.ts";

let house: LetterHouse;
beforeAll(async () => {
  house = await letterHouse();
});
afterAll(() => house.close());

const bytesOf = (value: string): Uint8Array => fromBase64url(value) ?? new Uint8Array();
const wordsOf = ({ text }: Visited): string[] =>
  [...text.matchAll(/<li>([^<]+)<\/li>/g)].map(([, word]) => word ?? "");
const sessionOf = ({ text }: Visited): string =>
  /name="session" value="([\w-]+)"/.exec(text)?.[1] ?? "";
const faultOf = ({ text }: Visited): string | undefined => /data-code="(\w+)"/.exec(text)?.[1];

async function writing(): Promise<{ words: string[]; form: Record<string, string> }> {
  const page = await house.visit(paths.write);
  const words = wordsOf(page);
  expect(words).toHaveLength(7);
  const [, , third = "", , fifth = ""] = words;
  return { words, form: { words: words.join(" "), word3: third, word5: fifth } };
}

/** Written and sent; gives the words. */
async function sent(text: string, more: Record<string, string> = {}): Promise<string> {
  const { words, form } = await writing();
  const page = await house.visit(paths.write, { ...form, text, ...more });
  expect(page.text).toContain("Brevet har kommit fram");
  return words.join(" ");
}

const opened = (words: string): Promise<Visited> => house.visit(paths.read, { words });

/** What the team reads at its desk, newest correspondence first. */
async function atDesk(words: string): Promise<{ view: TeamMailboxView; texts: string[] }> {
  const { suite, jour } = house.world;
  const keys = await deriveMailbox(suite, stretch, jour, "plain", words.split(" "));
  const { entries } = (await house.ask(inbox.inbox, {}, house.anna)).body as unknown as Inbox;
  for (const { id, kind } of entries) {
    const view = (await house.ask(inbox.read, { mailbox: id }, house.anna))
      .body as unknown as TeamMailboxView;
    const read = await readMailbox(suite, {
      ...{ id: bytesOf(id), mailbox: bytesOf(view.mailbox), letters: view.letters.map(bytesOf) },
      teamKeys: [house.team.key],
      reader: { side: "team", seal: () => house.team.seal },
    });
    if (!read.ok) throw new Error(read.code);
    const own = await suite.ed25519.publicKey(keys.sign);
    if (Buffer.compare(read.value.mailbox.sign, own) !== 0) continue;
    expect(kind).toBe("plain");
    return { view, texts: read.value.letters.map((one) => (one.ok ? one.text : one.code)) };
  }
  throw new Error("the letter has not come");
}

async function answered(words: string, text: string): Promise<void> {
  const { view } = await atDesk(words);
  const { suite, face } = house.world;
  const { key, sign } = house.team;
  const last = bytesOf(view.letters.at(-1) ?? "");
  const header = {
    ...{ mailbox: bytesOf(view.id), face, author: "team" as const, teamKey: key.id },
    ...{ number: view.letters.length + 1, previous: await suite.sha256(last), attachments: [] },
  };
  const content = { at: Date.now(), alias: "Anna", code: "kept" as const, text, attachments: [] };
  const keys = await deriveMailbox(suite, stretch, house.world.jour, "plain", words.split(" "));
  const seeker = await suite.xwing.publicKey(keys.seal);
  const letter = await writeLetter(suite, sign, { header, content, team: key.seal, seeker });
  const body = { mailbox: view.id, letter: toBase64url(letter) };
  expect(await house.ask(inbox.answer, body, house.anna)).toMatchObject({ status: 200 });
}

describe("a letter without script", () => {
  it("is written, read by the team, answered, read, written on, and deleted", async () => {
    const words = await sent("Hej.\r\nVågar jag skriva?");
    expect(await atDesk(words)).toMatchObject({
      view: { kind: "plain" },
      texts: ["Hej.\nVågar jag skriva?"],
    });
    await answered(words, "Ja. <b>Skriv</b> så mycket du vill.");
    const mailbox = await opened(words);
    // Not 200: what is answered so is put aside by browsers, to be shown again by Back.
    expect(mailbox.status).toBe(203);
    expect(mailbox.text).toContain("Vågar jag skriva?");
    expect(mailbox.text).toContain("Ja. &lt;b>Skriv&lt;/b> så mycket du vill.");
    const more = { session: sessionOf(mailbox), text: "Tack." };
    const after = await house.visit(paths.more, more);
    expect(after.text).toContain("Ditt brev har kommit fram.");
    expect((await atDesk(words)).texts).toHaveLength(3);
    // Sent twice by a page that was not answered: taken once.
    await house.visit(paths.more, more);
    expect((await atDesk(words)).texts.at(-1)).toBe("Tack.");
    expect((await atDesk(words)).texts).toHaveLength(3);
    const unsure = await house.visit(paths.erase, { session: sessionOf(after) });
    expect(faultOf(unsure)).toBe("notSure");
    const gone = await house.visit(paths.erase, { session: sessionOf(unsure), sure: "yes" });
    expect(gone.text).toContain("Allt är borta");
    expect(faultOf(await opened(words))).toBe("notThere");
    expect(faultOf(await house.visit(paths.look, { session: sessionOf(after) }))).toBe(
      "closedMailbox",
    );
  });

  it("can be sent without words, and then nobody can answer", async () => {
    const words = await sent("Jag behöver inget svar", { without: "1", word3: "" });
    const { view } = await atDesk(words);
    const { suite } = house.world;
    const read = await readMailbox(suite, {
      ...{ id: bytesOf(view.id), mailbox: bytesOf(view.mailbox) },
      ...{ letters: view.letters.map(bytesOf), teamKeys: [house.team.key] },
      reader: { side: "team", seal: () => house.team.seal },
    });
    expect(read.ok && read.value.letters[0]).toMatchObject({ code: "not-kept" });
  });

  it("that is sent again because no answer came is taken once; what was added goes behind it", async () => {
    const { words, form } = await writing();
    const first = { ...form, text: "En gång" };
    await house.visit(paths.write, first);
    expect((await house.visit(paths.write, first)).text).toContain("Brevet har kommit fram");
    expect((await atDesk(words.join(" "))).texts).toEqual(["En gång"]);
    const added = await house.visit(paths.write, { ...form, text: "En gång till" });
    expect(added.text).toContain("Brevet har kommit fram");
    expect((await atDesk(words.join(" "))).texts).toEqual(["En gång", "En gång till"]);
  });

  it("outlives a process that begins anew; an open mailbox asks for the words, and keeps the text", async () => {
    const words = await sent("Före");
    const session = sessionOf(await opened(words));
    await house.restart();
    const away = await house.visit(paths.more, { session, text: "Efter" });
    expect(faultOf(away)).toBe("away");
    expect(away.text).toContain(">Efter</textarea>");
    const wrong = await house.visit(paths.more, { session: "", text: "Efter", words: "ett två" });
    expect(faultOf(wrong)).toBe("wrongNumber");
    expect(wrong.text).toContain(">Efter</textarea>");
    const done = await house.visit(paths.more, { session: "", text: "Efter", words });
    expect(done.text).toContain("Ditt brev har kommit fram.");
    expect((await atDesk(words)).texts).toEqual(["Före", "Efter"]);
  });
});

describe("what goes wrong is told, and what she wrote stays", () => {
  it.each([
    ["a word copied wrong", { word3: "fel" }, "wrongWord"],
    ["a word of three letters", { word5: "abc" }, "wrongWord"],
    ["no text", { text: "  " }, "empty"],
    ["a text too long", { text: "å".repeat(20_001) }, "tooLong"],
  ])("%s", async (_, change, fault) => {
    const { words, form } = await writing();
    const page = await house.visit(paths.write, { ...form, text: "Mitt brev", ...change });
    expect(faultOf(page)).toBe(fault);
    expect(wordsOf(page)).toEqual(words);
    if (fault === "wrongWord") expect(page.text).toContain(">Mitt brev</textarea>");
    const right = await house.visit(paths.write, { ...form, text: "Mitt brev" });
    expect(right.text).toContain("Brevet har kommit fram");
  });

  it("letters that are closed: the start page says so, and a letter that was begun is not lost", async () => {
    const { form } = await writing();
    house.clock.ahead = 10 * 86_400_000;
    expect((await house.visit(paths.write)).text).toContain("Ingen hos oss kan ta emot brev");
    const page = await house.visit(paths.write, { ...form, text: "Vänta på mig" });
    house.clock.ahead = 0;
    expect(faultOf(page)).toBe("closed");
    expect(page.text).toContain(">Vänta på mig</textarea>");
  });

  it("words: too few, none of ours, none that fit, none that open anything", async () => {
    expect(faultOf(await opened("ett två"))).toBe("wrongNumber");
    const words = (await sent("Hej")).split(" ");
    const slip = await opened(words.with(1, `${words[1]?.slice(0, 3)}xyzq`).join(" "));
    expect(faultOf(slip)).toBe("unknownWord");
    expect(slip.text).toContain("Ord nummer 2");
    // One turn in two thousand fits a code of the other kind by chance.
    const turned = [1, 2, 3].map((by) => [...words.slice(by), ...words.slice(0, by)].join(" "));
    const faults = await Promise.all(turned.map(async (one) => faultOf(await opened(one))));
    expect(faults).toContain("doNotFit");
    expect(faults).not.toContain(undefined);
    const others = await newReturnCode(house.world.suite, "plain");
    expect(faultOf(await opened(others.join(" ")))).toBe("notThere");
    expect(faultOf(await opened(words.join(" ").toUpperCase()))).toBeUndefined();
  });

  it("a form that is too large is refused in words", async () => {
    const page = await house.visit(paths.write, { text: "a".repeat(300_000) });
    expect(page).toMatchObject({ status: 413, text: expect.stringContaining("Det gick inte") });
  });
});

describe("the two kinds of code", () => {
  it("never open each other's mailbox", async () => {
    const box = await house.newBox();
    await box.write("seeker", "Från en webbläsare");
    await house.send(box);
    expect(faultOf(await opened(box.words.join(" ")))).toBe("sealedCode");
    const words = (await sent("Utan skript")).split(" ");
    const { suite, jour } = house.world;
    expect(await readReturnCode(suite, words.join(" "))).toMatchObject({ kind: "plain" });
    for (const kind of ["plain", "sealed"] as const) {
      const { token } = await deriveMailbox(suite, stretch, jour, kind, words);
      const asked = await house.ask(letterPaths.read, { token: toBase64url(token) });
      expect(asked.body).toMatchObject({ error: "mailbox-unknown" });
    }
  });
});

describe("no trace", () => {
  it("a page that shows something is shown once; Back finds nothing", async () => {
    const mailbox = await opened(await sent("Bara en gång"));
    expect(mailbox.text).toContain("Bara en gång");
    const again = await house.visit(mailbox.path);
    expect(again).toMatchObject({ status: 410 });
    expect(again.text).not.toContain("Bara en gång");
  });

  it("no address holds text or words, no cookie is set, nothing may be kept", async () => {
    const { words, form } = await writing();
    const page = await house.visit(paths.write, { ...form, text: "Hemligt" });
    expect(page.path).toMatch(/^\/contact\/plain\/once\/[\w-]{24}$/);
    for (const one of [page, await opened(words.join(" ")), await house.visit(paths.start)]) {
      expect(one.headers.get("cache-control")).toBe("no-store");
      expect(one.headers.get("set-cookie")).toBeNull();
    }
    const field = /<textarea[^>]*>/.exec((await house.visit(paths.write)).text)?.[0];
    expect(field).toContain('autocomplete="off"');
    expect(field).toContain('spellcheck="false"');
  });

  it("of each visit the words are others", async () => {
    expect(wordsOf(await house.visit(paths.write))).not.toEqual(
      wordsOf(await house.visit(paths.write)),
    );
  });
});

describe("a form from elsewhere", () => {
  it.each([
    { "sec-fetch-site": "cross-site" },
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { referer: "https://elsewhere.example/page" },
  ])("is refused: %o", async (headers) => {
    const words = await sent("Hej");
    expect(await house.visit(paths.read, { words }, headers)).toMatchObject({ status: 403 });
  });

  it.each([
    { "sec-fetch-site": "same-origin" },
    { referer: "http://mira.localhost/contact/plain" },
  ])("while our own is taken: %o", async (headers) => {
    const words = await sent("Hej");
    expect(await house.visit(paths.read, { words }, headers)).toMatchObject({ status: 203 });
  });
});

describe("a flood", () => {
  it("of words finds a full lane, and is told so; those within it are answered", async () => {
    const words = await sent("Hej");
    const all = await Promise.all(Array.from({ length: 60 }, () => opened(words)));
    const faults = all.map(faultOf);
    expect(faults.filter((fault) => fault === "busy").length).toBeGreaterThan(0);
    expect(faults.filter((fault) => fault === undefined).length).toBeGreaterThan(0);
    const busy = all.find((page) => faultOf(page) === "busy");
    expect(busy?.text).toContain(words);
    expect(faultOf(await opened(words))).toBeUndefined();
  });

  it("of letters from one network: she who writes from another gets her turn; a text that gets none stays", async () => {
    // What the letters before this one have used up is there again.
    const calm = PLAIN_LETTERS.atOnce * PLAIN_LETTERS.refillMs;
    house.clock.ahead = calm;
    const words = await sent("Före floden");
    const leaving = new AbortController();
    const flood = async (n: number): Promise<Visited> => {
      const { form } = await writing();
      const from = { "lykta-crowd": "1" };
      return house.visit(paths.write, { ...form, text: `Flod ${n}` }, from, leaving.signal);
    };
    for (let n = 0; n < PLAIN_LETTERS.atOnce - 1; n++) await flood(n);
    const waiting = Array.from({ length: PLAIN_LETTERS.mostWaiting + 8 }, (_, n) => flood(n));
    const turned = await Promise.any(
      waiting.map(async (one) => {
        const page = await one;
        if (faultOf(page) !== "busy") throw new Error("let in");
        return page;
      }),
    );
    expect(turned.text).toMatch(/>Flod \d+<\/textarea>/);
    const { form } = await writing();
    const hers = house.visit(paths.write, { ...form, text: "Och jag då?" }, { "lykta-crowd": "2" });
    // Those who come back, and letters with script, do not stand in that line.
    expect(faultOf(await opened(words))).toBeUndefined();
    const box = await house.newBox();
    await box.write("seeker", "Med skript");
    expect(await house.send(box)).toMatchObject({ status: 200 });
    // Two turns later, noticed when somebody comes.
    house.clock.ahead = calm + 2 * PLAIN_LETTERS.refillMs + 1;
    waiting.push(flood(0));
    expect(faultOf(await hers)).toBeUndefined();
    house.clock.ahead = 0;
    leaving.abort();
    await Promise.all(waiting);
  }, 40_000);
});
