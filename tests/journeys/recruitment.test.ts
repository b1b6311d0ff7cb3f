import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { starterCourse } from "../../src/training/starter/course.ts";
import {
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
  withPasskeyDevice,
} from "./harness.server.ts";
import { appears, heading, isShown, picture, press } from "./look.server.ts";
import { atDesk, confirmCode, enterDesk, pageOf, part, shownCode } from "./staff.server.ts";
import { endBySeeker, goOnDuty, hears, queue, says, take } from "./talk.server.ts";

let house: House;
let browser: Browser;
let her: Page;
let desk: Page;
let words: string[] = [];
const wire: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  her = await (await phone(browser)).newPage();
  her.on("request", (request) => void wire.push(request.url() + (request.postData() ?? "")));
  desk = await (await laptop(browser)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function openWithWords(): Promise<void> {
  await her.goto(house.url("mira", "/contact/?way=apply"));
  await press(her, /Jag har redan ansökt/);
  await her.getByLabel("Dina sju ord").fill(words.join(" "));
  await press(her, "Öppna");
  await heading(her, "Din ansökan");
}

describe("the notice", () => {
  it("is found from the front page, counts the days, and says what is asked and how long it is kept", async () => {
    await her.goto(house.url("mira"));
    await her.getByRole("link", { name: "Bli volontär hos oss" }).click();
    await heading(her, "Bli volontär hos oss");
    await appears(her.getByText("Sista dag att ansöka:"));
    await appears(her.getByText("Det är 24 dagar kvar."));
    await appears(her.getByText("Jag har fyllt 18 år."));
    await appears(her.getByText("Medborgarhuset, sal 2"));
    await appears(her.getByText(/Allt raderas senast 3 månader/));
    await isShown(her, "notice");
    await her.getByRole("link", { name: "Ansök", exact: true }).click();
    await heading(her, "Bli volontär");
    await picture(her, "apply-choose");
    await press(her, /^Ansök/);
  });
});

describe("an application", () => {
  it("tells what is missing, and holds her to the jour's conditions by her own word", async () => {
    await heading(her, "Din ansökan");
    await press(her, "Fortsätt");
    await appears(her.getByText("Skriv vad du vill bli kallad."));
    await appears(her.getByText("allt som inte är frivilligt vara ikryssat"));
    await her.getByLabel("Vad vill du bli kallad?").fill("Ronja");
    await her.getByLabel("Din mejl eller ditt telefonnummer").fill("ronja@skog.example");
    await her.getByLabel("Varför vill du vara med?").fill("Jag vill lyssna, som i Mattisskogen.");
    await her.getByLabel("Vardagskvällar").check();
    for (const box of await her
      .getByRole("group", { name: "Det här ber vi om" })
      .getByRole("checkbox")
      .all())
      await box.check();
    await isShown(her, "apply-form");
    await press(her, "Fortsätt");
    await heading(her, "Dina sju ord");
    words = await her.locator(".code-words li").allTextContents();
    await her.getByLabel("Ord nummer 3").fill(words[2] ?? "");
    await her.getByLabel("Ord nummer 5").fill(words[4] ?? "");
    await press(her, "Skicka");
    await heading(her, "Tack, det har kommit fram");
  });

  it("left nothing of it in the clear on the wire", () => {
    const all = wire.join("\n");
    for (const secret of ["Ronja", "ronja@", "Mattisskogen", words[6] ?? ""])
      expect(all.includes(secret), secret).toBe(false);
  });

  it("stands on the recruiters' board, and is invited to an interview", async () => {
    await enterDesk(desk, house.invitations.coordinator, "Majken");
    await part(desk, "Rekrytering");
    await press(desk, "Möten och tider");
    await desk.getByRole("radio", { name: "Samtal" }).check();
    await desk.getByLabel(/^När/).fill("2030-10-22T14:00");
    await desk.getByRole("textbox", { name: /^Var / }).fill("På telefon");
    await press(desk, "Lägg ut");
    await appears(desk.getByText("Det är utlagt."));
    await picture(desk, "desk-meetings");
    await press(desk, "Ansökningar");
    const recruiting = room();
    // The key is shared with her within seconds; her desk looks for it each minute, or when she asks.
    await expect
      .poll(
        async () => {
          await recruiting.getByRole("button", { name: "Hämta nytt" }).click();
          return recruiting.getByText("Du kan inte läsa ansökningarna än").count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(0);
    await openHers(recruiting);
    await appears(desk.getByText("ronja@skog.example"));
    await isShown(desk, "desk-board");
    await moveTo("invited");
    await press(desk, "Lägg in utkastet i svaret");
    await answer();
  });

  it("gets a time that she chooses, with a neutral title in her calendar", async () => {
    await openWithWords();
    await appears(her.getByText("Vi vill gärna träffa dig. Välj en tid."));
    await her.getByRole("button", { name: /Ta den här.*22 oktober/ }).click();
    await appears(her.getByText("Du är anmäld."));
    await isShown(her, "applied");
    const [file] = await Promise.all([
      her.waitForEvent("download"),
      her.getByRole("link", { name: "Spara i kalendern" }).click(),
    ]);
    const text = readFileSync(await file.path(), "utf8");
    expect(file.suggestedFilename()).toBe("tid.ics");
    expect(text).toContain("DTSTART:20301022T120000Z");
    expect(text.match(/SUMMARY:.*/g)).toEqual(["SUMMARY:Upptagen"]);
    expect(text).not.toMatch(/mira|jour|telefon/i);
  });
});

const room = () => desk.getByRole("region", { name: "Rekrytering", exact: true });

/** Sealed, all of them look alike; the demo's own lie there too, and the newest may still be on its way. */
async function openHers(recruiting: Locator): Promise<void> {
  const hers = desk.getByText("Jag vill lyssna, som i Mattisskogen.");
  const isHers = (): Promise<boolean> =>
    hers.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
  await expect
    .poll(
      async () => {
        for (const one of await recruiting.getByRole("button", { name: /Väntar sedan/ }).all()) {
          await one.click();
          if (await isHers()) return true;
        }
        return false;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

async function moveTo(stage: string): Promise<void> {
  await room().getByRole("combobox", { name: "Läge" }).selectOption(stage);
  await press(desk, "Spara läget");
  await appears(desk.getByText("Läget är sparat"));
}

async function answer(): Promise<void> {
  await room().getByRole("button", { name: "Jag svarar" }).click();
  await room().getByRole("button", { name: "Skicka svaret" }).click();
  await appears(desk.getByText("Svaret är skickat"));
}

describe("a welcome", () => {
  it("brings her the ordinary invitation, inside the sealed answer", async () => {
    await room().getByRole("button", { name: "Hämta nytt" }).click();
    await appears(desk.getByText(/Anmäld: .*22 oktober/));
    await moveTo("welcome");
    await press(desk, "Gör en inbjudan och lägg in den i svaret");
    await appears(desk.getByText("Det ligger i svarsfältet."));
    await answer();
    await press(her, "Se om det har kommit något nytt");
    await appears(her.getByText("Välkommen! Läs vårt brev här nedanför."));
    const said = await her.getByText(/#i=/).first().textContent();
    const link = /https?:\S+/.exec(said ?? "")?.[0] ?? "";
    await withPasskeyDevice(her);
    await her.goto(link);
    await her.getByLabel("Vad ska kollegorna kalla dig?").fill("Ronja");
    await press(her, "Fortsätt");
    await press(her, "Gör min nyckel");
    await confirmCode(her, await shownCode(her));
    await appears(her.getByText("Väntar på att hon skriver under"));
    await part(desk, "Människor");
    await press(desk, "De är lika: släpp in henne");
    await atDesk(her);
  });
});

/** Says something to the made-up seeker, and ends. */
async function rehearse(): Promise<void> {
  await press(her, "Börja övningen");
  await appears(her.getByText("Övning. Den du skriver med är påhittad"));
  await her.locator(".said-theirs").first().waitFor();
  await her.locator("#room-field").fill("Hej, vad bra att du skriver.");
  await press(her, "Skicka");
  await her.locator(".said-mine").first().waitFor();
  await isShown(her, "rehearsal");
  await her.locator(".chat-more summary").click();
  await her.locator(".chat-end").click();
  await press(her, "Avsluta och radera");
  await appears(her.getByText("Hur känns det?"));
}

async function goThrough(at: number): Promise<void> {
  const module = starterCourse.modules[at];
  if (!module) throw new Error("no module");
  await her.getByRole("button", { name: `Börja ${module.title}` }).click();
  await heading(her, module.title);
  if (at === 0) await picture(her, "module");
  for (const { options } of module.quiz) {
    await press(her, "Nästa");
    const right = options.find((one) => one.right);
    await her.getByLabel(right?.text ?? "").check();
    await appears(her.getByText("Rätt."));
  }
  if (module.scenario) {
    await press(her, "Nästa");
    if (at === 0) await rehearse();
    else await endAtOnce();
  }
  await press(her, "Jag är klar");
  await heading(her, "Min utbildning");
}

async function endAtOnce(): Promise<void> {
  await press(her, "Börja övningen");
  await her.locator(".said-theirs").first().waitFor();
  await her.locator(".chat-more summary").click();
  await her.locator(".chat-end").click();
  await press(her, "Avsluta och radera");
  await appears(her.getByText("Hur känns det?"));
}

describe("the training", () => {
  it("goes on where she left it", async () => {
    await part(her, "Utbildning");
    await heading(her, "Min utbildning");
    await isShown(her, "training");
    await press(her, "Börja Tystnadslöfte och säkerhet");
    await press(her, "Nästa");
    await appears(her.getByText("Fråga 1 av 3"));
    const wrong = starterCourse.modules[1]?.quiz[0]?.options[0];
    await her.getByLabel(wrong?.text ?? "").check();
    await appears(her.getByText("Inte riktigt."));
    await appears(her.getByText(wrong?.why ?? ""));
    await isShown(her, "quiz");
    await press(her, "Till kursen");
    await press(her, "Fortsätt Tystnadslöfte och säkerhet");
    await appears(her.getByText("Fråga 1 av 3"));
    for (const { options } of starterCourse.modules[1]?.quiz ?? []) {
      await her.getByLabel(options.find((one) => one.right)?.text ?? "").check();
      const next = her.getByRole("button", { name: /^(Nästa|Jag är klar)$/ });
      await next.click();
    }
    await appears(her.getByText("1 av 4 delar klara"));
  });

  it("plays conversations in the real room, and asks the server for nothing while it does", async () => {
    const before = wire.length;
    await goThrough(0);
    const asked = wire.slice(before).filter((one) => !one.includes("/desk/api/training/"));
    expect(asked.filter((one) => /conversation|live|duty/.test(one))).toEqual([]);
    await goThrough(2);
    await goThrough(3);
    await appears(her.getByText("4 av 4 delar klara"));
  });

  it("ends with a certificate, once the meeting and two shadow shifts are noted", async () => {
    await part(desk, "Utbildning");
    await press(desk, "Deltagare");
    await press(desk, "Öppna Ronja");
    for (const [day, what] of [
      ["2026-03-02", "Notera möte"],
      ["2026-03-09", "Notera bisittning"],
      ["2026-03-16", "Notera bisittning"],
    ] as const) {
      await desk.getByLabel("Dag", { exact: true }).fill(day);
      await press(desk, what);
      await desk
        .getByText(new RegExp(`${Number(day.slice(8))} mars 2026`))
        .first()
        .waitFor();
    }
    await press(desk, "Utfärda intyg");
    await appears(desk.getByText("Intyget är utfärdat."));
    await isShown(desk, "desk-people");
    await part(her, "Min sida");
    await part(her, "Utbildning");
    await appears(her.getByText(/Ditt intyg gäller till och med/));
    await picture(her, "certificate");
  });
});

describe("her first shift", () => {
  it("begins with the pledge, signed before she may go on duty", async () => {
    await part(desk, "Människor");
    await pageOf(desk, "Människor", "Tystnadslöftet");
    await press(desk, "Publicera och fråga alla");
    await appears(desk.getByText("Version 1 gäller från"));
    await part(her, "Pass");
    await her.getByLabel("Namn under passet").fill("Rönn");
    await press(her, "Gå i tjänst");
    await appears(her.getByText("Du behöver läsa och skriva under jourens tystnadslöfte"));
    await part(her, "Min sida");
    await pageOf(her, "Min sida", "Löfte och utdrag");
    await her.getByLabel("Jag har läst löftet").check();
    await press(her, "Skriv under");
    await appears(her.getByText("Du kan gå i tjänst."));
    await part(her, "Pass");
    await goOnDuty(her, "Rönn");
  });

  it("opens the chat, and she answers the one who waits", async () => {
    const seeker = await (await phone(browser)).newPage();
    await queue(seeker, house);
    await take(seeker, her);
    await says(seeker, "Jag vet inte var jag ska börja.");
    await hears(her, "Jag vet inte var jag ska börja.");
    await says(her, "Börja var du vill. Jag har tid.");
    await hears(seeker, "Börja var du vill. Jag har tid.");
    await picture(her, "first-shift");
    await endBySeeker(seeker);
    await seeker.close();
  });
});

describe("what the coordinator writes", () => {
  it("is a course in Markdown with its preview; rules; rounds", async () => {
    await part(desk, "Utbildning");
    await press(desk, "Kurser");
    await press(desk, "Ändra Grundutbildning");
    await desk.getByText("Bemötande", { exact: true }).click();
    await press(desk, "Visa förhandsvisning");
    await desk.getByRole("region", { name: "Förhandsvisning" }).waitFor();
    await isShown(desk, "desk-course");
    await press(desk, "Avbryt");
    await press(desk, "Regler");
    await heading(desk, "Regler");
    await picture(desk, "desk-rules");
    await part(desk, "Rekrytering");
    await press(desk, "Omgångar");
    await press(desk, "Ändra Bli volontär hos oss");
    await desk.getByLabel("Rubrik", { exact: true }).fill("Kom och var med");
    await isShown(desk, "desk-rounds");
    await press(desk, "Spara omgången");
    await appears(desk.getByText("Sparat."));
    await press(desk, "Villkor och svar");
    await heading(desk, "Villkor och svar");
    await picture(desk, "desk-words");
    const page = await (await laptop(browser)).newPage();
    await expect
      .poll(async () => {
        await page.goto(house.url("mira", "/bli-volontar"));
        return page.getByRole("heading", { level: 1 }).textContent();
      })
      .toBe("Kom och var med");
  });
});
