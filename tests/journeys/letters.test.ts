import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isAccessible, press } from "./look.server.ts";
import { enterDesk, part } from "./staff.server.ts";
import { fieldOf, goOnDuty, hears, queue, says, take } from "./talk.server.ts";

let house: House;
let browser: Browser;
let seeker: Page;
let desk: Page;
let words: string[] = [];
/** Everything that the seeker's browser sent, as text. */
const wire: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  seeker = await (await phone(browser)).newPage();
  seeker.on("request", (request) => void wire.push(request.url() + (request.postData() ?? "")));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A picture that says where it was taken. */
async function pictureWithPlace(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    const url = canvas.toDataURL("image/jpeg");
    return url.slice(url.indexOf(",") + 1);
  });
  const jpeg = Buffer.from(plain, "base64");
  const said = Buffer.from("Exif\0\0GPS 58.75,17.00 NYKOPING", "latin1");
  const marker = Buffer.from([0xff, 0xe1, 0, said.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, said, jpeg.subarray(2)]);
}

describe("written at night, answered in the morning, read at the library", () => {
  it("she finds the letter on the front page, at an hour when nobody is there", async () => {
    await seeker.goto(house.url("mira"));
    await seeker.getByRole("link", { name: "Skriv brev" }).click();
    await heading(seeker, "Brev");
    await isAccessible(seeker);
    await press(seeker, /Skriv ett brev/);
    await seeker.getByLabel("Ditt brev").fill("Han läser min telefon. Vad gör jag?");
    await seeker.locator("input[type=file]").setInputFiles({
      name: "IMG_2041.jpg",
      mimeType: "image/jpeg",
      buffer: await pictureWithPlace(seeker),
    });
    await seeker.getByText("Bild 1").first().waitFor();
    await isAccessible(seeker);
    await press(seeker, "Fortsätt");
  });

  it("copies seven words, and is told when one is copied wrong", async () => {
    await heading(seeker, "Dina sju ord");
    words = await seeker.locator(".code-words li").allTextContents();
    expect(words).toHaveLength(7);
    await isAccessible(seeker);
    await seeker.getByLabel("Ord nummer 3").fill("fel");
    await seeker.getByLabel("Ord nummer 5").fill(words[4] ?? "");
    await press(seeker, "Skicka brevet");
    await appears(seeker.getByText("Ord nummer 3 stämmer inte"));
    await seeker.getByLabel("Ord nummer 3").fill((words[2] ?? "").toUpperCase());
    await press(seeker, "Skicka brevet");
    await heading(seeker, "Brevet har kommit fram");
    await isAccessible(seeker);
  });

  it("and nothing of it went over the wire or stays in her browser in the clear", async () => {
    const all = wire.join("\n");
    for (const secret of [
      "läser min telefon",
      "NYKOPING",
      "IMG_2041",
      words.join(" "),
      words[6] ?? "",
    ])
      expect(all.includes(secret), secret).toBe(false);
    expect(all).not.toContain(Buffer.from("NYKOPING").toString("base64url").slice(0, 8));
    const kept = await seeker.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      history.length,
    ]);
    expect(kept.slice(0, 2)).toEqual([0, 0]);
    expect(await seeker.context().cookies()).toEqual([]);
  });

  it("an acknowledged letter outlives a killed server", async () => {
    desk = await (await laptop(browser)).newPage();
    // She signs in just as it falls: her shift is asked for again by itself.
    await desk.route("**/desk/api/duty", (route) => route.abort(), { times: 1 });
    await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Sara");
    await house.crash();
    await house.restart();
    await seeker.close();
  });

  it("in the morning a volunteer opens the inbox, takes it, and answers", async () => {
    await part(desk, "Inkorg");
    await press(desk, "Hämta nytt");
    await desk.getByRole("button", { name: /Väntar sedan/ }).waitFor({ timeout: 60_000 });
    await desk
      .getByText("Du kan inte läsa breven än")
      .waitFor({ state: "detached", timeout: 90_000 });
    await press(desk, /Väntar sedan/);
    await appears(desk.getByText("Han läser min telefon. Vad gör jag?"));
    await press(desk, "Visa Bild 1");
    await desk.getByRole("img", { name: "Bild 1" }).waitFor();
    await isAccessible(desk);
    await press(desk, "Jag svarar");
    await desk.getByLabel("Ditt svar").fill("Ring från en annan telefon. Vi finns här.");
    await desk.getByLabel("Undertecknat").fill("Sara");
    await appears(desk.getByText("Utkastet är sparat"));
    await press(desk, "Skicka svaret");
    await appears(desk.getByText("Svaret är skickat"));
    await isAccessible(desk);
  });

  it("at the library she mistypes a word, is helped, and reads the answer", async () => {
    seeker = await (await laptop(browser)).newPage();
    await seeker.goto(house.url("mira", "/contact/?way=letter"));
    await press(seeker, /Jag har skrivit förut/);
    const slipped = words.with(1, `${(words[1] ?? "").slice(0, 3)}xyzq`);
    await seeker.getByLabel("Dina sju ord").fill(slipped.join(" "));
    await press(seeker, "Öppna");
    await appears(seeker.getByText(/Ord nummer 2, .*finns inte/));
    await seeker.getByLabel("Dina sju ord").fill(words.join(" "));
    await press(seeker, "Öppna");
    await heading(seeker, "Din brevlåda");
    await appears(seeker.getByText("Ring från en annan telefon. Vi finns här."));
    await appears(seeker.getByText("Läst av oss"));
    await isAccessible(seeker);
    await seeker.getByLabel("Ditt brev").fill("Tack. Det gör jag.");
    await press(seeker, "Skicka");
    await appears(seeker.getByText("Tack. Det gör jag."));
  });

  it("in a tab that she had left open she is told what has come, sees it, and sends again", async () => {
    await seeker.getByLabel("Ditt brev").fill("En sak till.");
    const other = await seeker.context().newPage();
    await other.goto(house.url("mira", "/contact/?way=letter"));
    await press(other, /Jag har skrivit förut/);
    await other.getByLabel("Dina sju ord").fill(words.join(" "));
    await press(other, "Öppna");
    await heading(other, "Din brevlåda");
    await other.getByLabel("Ditt brev").fill("Från den andra fliken.");
    await press(other, "Skicka");
    await appears(other.getByText("Från den andra fliken."));
    await other.close();
    await press(seeker, "Skicka");
    await appears(seeker.getByText("Det har kommit ett nytt brev."));
    await appears(seeker.locator(".letter").getByText("Från den andra fliken."));
    expect(await seeker.getByLabel("Ditt brev").inputValue()).toBe("En sak till.");
    await press(seeker, "Skicka");
    await appears(seeker.locator(".letter").getByText("En sak till."));
  });

  it("deletes everything, and the words open nothing any more, for nobody", async () => {
    await press(seeker, "Ta bort allt");
    await press(seeker, "Ja, ta bort allt");
    await heading(seeker, "Allt är borta");
    await press(desk, "Hämta nytt");
    await appears(desk.getByText("Inga brev just nu"));
    await seeker.goto(house.url("mira", "/contact/?way=letter"));
    await press(seeker, /Jag har skrivit förut/);
    await seeker.getByLabel("Dina sju ord").fill(words.join(" "));
    await press(seeker, "Öppna");
    await appears(seeker.getByText("Det finns ingen brevlåda med de orden"));
  });
});

describe("a chat that cannot go on", () => {
  it("becomes a letter in one step: what she has written stands there, and nothing was sent", async () => {
    await part(desk, "Pass");
    await goOnDuty(desk, "Sara");
    const page = await (await phone(browser)).newPage();
    await queue(page, house);
    await fieldOf(page).fill("Jag hinner inte vänta.");
    await press(page, "Gör det till ett brev");
    await heading(page, "Skriv ett brev");
    await expect
      .poll(() => page.getByLabel("Ditt brev").inputValue())
      .toBe("Jag hinner inte vänta.");
    await desk.getByText("Ingen väntar").first().waitFor();
    await page
      .getByRole("link", { name: /Lämna sidan/ })
      .first()
      .waitFor();
  });
});

describe("a chat that could go on as letters", () => {
  it("is offered so by the volunteer; nothing ends until she chooses, and what she began goes with her", async () => {
    const page = await (await phone(browser)).newPage();
    await queue(page, house);
    await take(page, desk);
    await says(page, "Jag måste snart gå.");
    await hears(desk, "Jag måste snart gå.");
    await desk.getByText("Mer", { exact: true }).click();
    await press(desk, "Föreslå brev");
    await isAccessible(desk);
    await press(desk, "Skicka förslaget");
    await hears(page, "Vi kan fortsätta som brev");
    await isAccessible(page);
    // It goes on as before.
    await says(desk, "Hinner du en fråga till?");
    await hears(page, "Hinner du en fråga till?");
    await fieldOf(page).fill("Ja, men han kommer");
    await press(page, "Gör det till ett brev");
    await heading(page, "Skriv ett brev");
    await expect
      .poll(() => page.getByLabel("Ditt brev").inputValue())
      .toBe("Jag måste snart gå.\n\nJa, men han kommer");
    await desk
      .getByText(/Samtalet är slut|avslutade samtalet/)
      .first()
      .waitFor();
  });
});
