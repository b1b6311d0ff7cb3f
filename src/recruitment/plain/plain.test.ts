import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type LetterHouse,
  letterHouse,
  type Visited,
} from "../../../tests/factories/letters.server.ts";
import type { FormDefinition, Question } from "../../forms/index.ts";
import { publishForm } from "../../forms/index.server.ts";
import { plainPaths } from "../../letters/index.ts";
import { APPLY_PLAIN, SEAT_PLAIN } from "../contract.ts";
import { defaultSettings } from "../defaults.ts";
import { openRecruitment, type Recruitment } from "../index.server.ts";
import { starterApplication } from "../starter-form.ts";
import { type Asks, faultsOf, filledIn, isFine, nothingYet } from "./filled.ts";

let house: LetterHouse;
let recruitment: Recruitment;

beforeAll(async () => {
  house = await letterHouse(undefined, (database, letters) => {
    recruitment = openRecruitment({
      ...{ database, now: Date.now, members: async () => [], changed: () => undefined },
      find: (...token) => house.letters.find(...token),
      findPlain: (...token) => house.letters.findPlain(...token),
      erase: async () => undefined,
    });
    return recruitment.plainDoors(letters.plain);
  });
  house.inWords = (jour, text, language) => recruitment.inWords(jour, text, language);
  house.besideLetters = (...open) => recruitment.besideLetters(...open);
  // The demo's way to make all teams' keys.
  await house.letters.tendDemo(house.jour, house.world.delegate);
  await house.database.tenant(house.jour, (tx) =>
    publishForm(tx, "application", 0, starterApplication),
  );
});
afterAll(() => house.close());

const opens = (endsOn: string): Promise<unknown> =>
  house.database.tenant(house.jour, (tx) =>
    tx.rows(
      `insert into recruitment_rounds (id, jour_id, words, opens_on, ends_on, keep_months)
       values ($1, $2, $3, '2026-01-01', $4, 3)`,
      [
        randomUUID(),
        house.jour,
        JSON.stringify({ title: { sv: "Bli volontär", en: "" }, text: { sv: "Hej", en: "" } }),
        endsOn,
      ],
    ),
  );

const wordsOf = ({ text }: Visited): string[] =>
  [...(/<ol class="code-words"[\s\S]*?<\/ol>/.exec(text)?.[0] ?? "").matchAll(/<li>([^<]+)</g)].map(
    ([, word]) => word ?? "",
  );

const sessionIn = ({ text }: Visited): string =>
  /name="session" value="([\w-]+)"/.exec(text)?.[1] ?? "";

/** Everybody who has applied is invited to one interview with so many seats. */
async function invitedTo(seats: number): Promise<string> {
  const id = randomUUID();
  await house.database.tenant(house.jour, async (tx) => {
    await tx.rows("update recruitment_applications set stage = 'invited'");
    await tx.rows(
      `insert into recruitment_meetings (id, jour_id, kind, starts_at, ends_at, place, seats, member_id)
       values ($1, $2, 'interview', now() + interval '2 days', now() + interval '2 days 1 hour', 'Stadsbiblioteket', $3, $4)`,
      [id, house.jour, seats, house.anna],
    );
  });
  return id;
}

const ticks = Object.fromEntries(defaultSettings.conditions.map(({ id }) => [`c.${id}`, "yes"]));
const hers = {
  ...{ name: " Tove ", reach: "tove@al.example", "q.why": "Jag vill\r\nlyssna." },
  ...{ "q.where.chat": "yes", "q.where.letters": "yes", "q.when.evenings": "yes", ...ticks },
};

async function send(more: Record<string, string> = {}, without: readonly string[] = []) {
  const words = wordsOf(await house.visit(APPLY_PLAIN));
  const form: Record<string, string> = {
    ...{ words: words.join(" "), word3: words[2] ?? "", word5: words[4] ?? "" },
    ...hers,
    ...more,
  };
  for (const name of without) delete form[name];
  return { words: words.join(" "), page: await house.visit(APPLY_PLAIN, form) };
}

describe("applying without script", () => {
  it("is not possible while no round is open, and says so", async () => {
    const page = await house.visit(APPLY_PLAIN);
    expect(page.text).toContain("Just nu går det inte att ansöka");
    expect(page.text).not.toContain("<form");
    const posted = await house.visit(APPLY_PLAIN, { ...hers, words: "a" });
    expect(posted.text).toContain("Just nu går det inte att ansöka");
    await opens("2090-01-01");
  });

  it("says first that it protects less; every question stands there, and no script", async () => {
    const { text } = await house.visit(APPLY_PLAIN);
    expect(text.indexOf("skyddar sämre")).toBeGreaterThan(0);
    expect(text.indexOf("skyddar sämre")).toBeLessThan(text.indexOf("<form"));
    for (const { label } of starterApplication.questions) expect(text).toContain(label.sv);
    for (const { text: said } of defaultSettings.conditions) expect(text).toContain(said.sv);
    expect(text).not.toMatch(/<script(?! src="\/exit)/);
  });

  it("is sealed to the recruiters like any other; her words open it, in words", async () => {
    const { words, page } = await send();
    expect(page.text).toContain("Tack, det har kommit fram");
    const rows = await house.database.tenant(house.jour, (tx) =>
      tx.rows<{ team: string; kind: string }>("select team, kind from mailboxes"),
    );
    expect(rows).toEqual([{ team: "recruiters", kind: "plain" }]);
    const { text } = await house.visit(plainPaths.read, { words });
    expect(text).toContain("Ansökan");
    expect(text).toContain("Kallas: Tove");
    expect(text).toContain("Varför vill du vara med?\nJag vill\nlyssna.");
    expect(text).toContain("Chatt, Brev");
    expect(text).toContain("– Jag har fyllt 18 år.");
    expect(text).not.toContain("lykta application");
  });

  it("and goes on from there: what she adds is sealed to the recruiters too", async () => {
    const { words } = await send();
    const box = await house.visit(plainPaths.read, { words });
    const session = sessionIn(box);
    const more = await house.visit(plainPaths.more, { session, text: "Jag kan på tisdagar." });
    expect(more.text).toContain("Ditt brev har kommit fram");
    expect(more.text).toContain("Jag kan på tisdagar.");
  });

  it("chooses a time when she is invited, one of two who press at once, and gives it back", async () => {
    const [one, other] = [await send(), await send()];
    const opened = async (words: string) => house.visit(plainPaths.read, { words });
    const before = await opened(one.words);
    expect(before.text).toContain("Vi har fått din ansökan och läser den.");
    expect(before.text).not.toContain("Tider att välja på");
    const id = await invitedTo(1);
    const [first, second] = [await opened(one.words), await opened(other.words)];
    for (const { text } of [first, second]) {
      expect(text).toContain("Tider att välja på");
      expect(text).toContain("Stadsbiblioteket");
    }
    const press = (page: Visited, does: string) =>
      house.visit(SEAT_PLAIN, { session: sessionIn(page), meeting: id, does });
    const both = await Promise.all([press(first, "take"), press(second, "take")]);
    const got = both.filter(({ text }) => text.includes("Du är anmäld."));
    expect(got).toHaveLength(1);
    expect(both.filter(({ text }) => text.includes("Den hann bli full."))).toHaveLength(1);
    const [holder] = got;
    if (!holder) throw new Error("nobody got it");
    expect(holder.text).toContain("Passar tiden inte längre kan du byta här.");
    const left = await press(holder, "leave");
    expect(left.text).toContain("Du är avbokad.");
    expect((await opened(other.words)).text).toContain("Ta den här");
    const stranger = await house.visit(SEAT_PLAIN, { session: "x", meeting: id, does: "take" });
    expect(stranger.text).not.toContain("Du är anmäld");
  });

  it.each([
    ["no name", { name: "  " }, [], "Skriv vad du vill bli kallad."],
    ["a name too long", { name: "x".repeat(81) }, [], "Det blev för långt."],
    ["no answer to what must be answered", {}, ["q.why"], "Här behövs ett svar."],
    ["a condition of the jour's not met", {}, ["c.age"], "behöver allt som inte är frivilligt"],
    ["an option that there is not", { "q.when.evenings": "" }, [], "Här behövs ett svar."],
    ["a word copied wrong", { word3: "fel" }, [], "De ord som du skrev av stämmer inte"],
  ])("is not sent with %s; what she wrote is still there", async (_, more, without, says) => {
    const { page } = await send(more, without);
    expect(page.text).toContain(says);
    expect(page.text).toContain('value="tove@al.example"');
    expect(page.text).toMatch(/<input[^>]*name="c.policy"[^>]* checked/);
  });

  it("never shows words that were not drawn here", async () => {
    const { page } = await send({ words: "<b>a</b> b c d e f g", word3: "c" });
    expect(page.text).not.toContain("<b>a</b>");
    expect(page.text).toContain("Det gick inte att skicka just nu.");
  });
});

describe("what a form brings", () => {
  const question: Question = {
    ...{ id: "where", label: { sv: "Var?", en: "" }, hint: { sv: "", en: "" } },
    ...{ required: true, when: null, kind: "choice", several: false },
    options: [
      { id: "here", label: { sv: "Här", en: "" } },
      { id: "there", label: { sv: "Där", en: "" } },
    ],
  };
  const form: FormDefinition = {
    offered: true,
    lead: { sv: "", en: "" },
    questions: [
      question,
      {
        ...{ id: "how", label: { sv: "Hur?", en: "" }, hint: { sv: "", en: "" } },
        ...{ required: true, when: { question: "where", is: "there" }, kind: "scale" },
        ...{ from: 1, to: 3, low: { sv: "", en: "" }, high: { sv: "", en: "" } },
      },
    ],
  };
  const asks: Asks = { form, conditions: [] };
  const fine = (fields: Record<string, string>) =>
    isFine(faultsOf(filledIn({ name: "Tove", ...fields }, asks), asks));

  it("is held to the form as an answer with script is", () => {
    expect(filledIn({}, asks)).toEqual(nothingYet);
    expect(fine({ "q.where": "here" })).toBe(true);
    expect(fine({ "q.where": "there" })).toBe(false);
    expect(fine({ "q.where": "there", "q.how": "3" })).toBe(true);
    expect(fine({ "q.where": "there", "q.how": "4" })).toBe(false);
    expect(fine({ "q.where": "elsewhere" })).toBe(false);
    // Not asked after all: it goes nowhere.
    expect(filledIn({ "q.where": "here", "q.how": "9" }, asks).answers).toEqual({ where: "here" });
    expect(filledIn({ "q.where": "here", __proto__: "x" }, asks).answers).toEqual({
      where: "here",
    });
  });
});
