import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isShown, press } from "./look.server.ts";
import { enterDesk, part } from "./staff.server.ts";

let house: House;
let browser: Browser;
let seeker: Page;
let desk: Page;
let words: string[] = [];
const wire: string[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  seeker = await (await phone(browser)).newPage();
  seeker.on("request", (request) => void wire.push(request.url() + (request.postData() ?? "")));
  desk = await (await laptop(browser)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Opens the mailbox with her words, from the front page's own way. */
async function openWithWords(page: Page): Promise<void> {
  await page.goto(house.url("mira", "/contact/?way=talk"));
  await press(page, /Jag har en förfrågan här/);
  await page.getByLabel("Dina sju ord").fill(words.join(" "));
  await press(page, "Öppna");
}

describe("a request", () => {
  it("is found on the front page, which says how long it usually takes, or that nobody knows yet", async () => {
    await seeker.goto(house.url("mira"));
    await appears(seeker.locator("li", { hasText: "Samtal på tid" }).getByText("Be om en tid."));
    await seeker.getByRole("link", { name: "Boka samtal" }).click();
    await heading(seeker, "Boka samtal");
    await isShown(seeker, "choose");
    await press(seeker, /Be om ett samtal/);
  });

  it("asks little, shows what is missing, and asks a question only of whom it concerns", async () => {
    await heading(seeker, "Be om ett samtal");
    await press(seeker, "Fortsätt");
    await appears(seeker.getByText("Här behövs ett svar"));
    expect(await seeker.getByLabel("Behöver du något för att kunna komma hit?").count()).toBe(0);
    await seeker.getByLabel("Hos er").check();
    await seeker.getByLabel("Behöver du något för att kunna komma hit?").fill("Jag har barn med");
    await seeker.getByLabel("Att lämna, eller att ha lämnat").check();
    await seeker.getByRole("radio", { name: "4" }).check();
    await seeker.getByLabel("Med egna ord").fill("Jag vill prata om Granbacken.");
  });

  it("lets her say how she may be reached, and with which word", async () => {
    await seeker.getByLabel("Ring mig").check();
    await press(seeker, "Fortsätt");
    await appears(seeker.getByText("Skriv ett telefonnummer"));
    await seeker.getByLabel("Ditt nummer").fill("070-174 06 31");
    await seeker.getByLabel("När är det tryggt?").fill("Vardagar 9–11");
    await seeker.getByLabel("Ett kodord").fill("blåklint");
    await isShown(seeker, "form");
    await press(seeker, "Fortsätt");
    await heading(seeker, "Dina sju ord");
    words = await seeker.locator(".code-words li").allTextContents();
    await seeker.getByLabel("Ord nummer 3").fill(words[2] ?? "");
    await seeker.getByLabel("Ord nummer 5").fill(words[4] ?? "");
    await press(seeker, "Skicka förfrågan");
    await heading(seeker, "Förfrågan har kommit fram");
    await isShown(seeker, "sent");
  });

  it("left nothing of it in the clear on the wire or in her browser", async () => {
    const all = wire.join("\n");
    for (const secret of [
      "Granbacken",
      "blåklint",
      "070-174",
      "barn med",
      "Vardagar",
      words[6] ?? "",
    ])
      expect(all.includes(secret), secret).toBe(false);
    const kept = await seeker.evaluate(() => [localStorage.length, sessionStorage.length]);
    expect(kept).toEqual([0, 0]);
    expect(await seeker.context().cookies()).toEqual([]);
  });

  it("stands on the board as new, and can be read by the team alone", async () => {
    await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Sara");
    await part(desk, "Samtal");
    await press(desk, "Hämta nytt");
    await heading(desk, "Nya");
    await desk
      .getByText("Du kan inte läsa förfrågningarna än")
      .waitFor({ state: "detached", timeout: 90_000 });
    await press(desk, /Väntar sedan/);
    await appears(desk.getByText("Jag vill prata om Granbacken."));
    await appears(desk.getByText("Ring 070-174 06 31"));
    await appears(desk.getByText("Säg först: ”blåklint”"));
    await appears(desk.getByText("Säg inte vilka ni är till någon annan."));
    await isShown(desk, "board");
  });

  it("is moved on, and its letters are answered like any other", async () => {
    await desk.getByRole("combobox", { name: "Läge" }).selectOption("contacted");
    await press(desk, "Spara läget");
    await appears(desk.getByText("Läget är sparat"));
    await heading(desk, "Kontaktade");
    await press(desk, "Jag svarar");
    await desk.getByLabel("Ditt svar").fill("Hej! Välj gärna en tid här.");
    await press(desk, "Skicka svaret");
    await appears(desk.getByText("Svaret är skickat"));
  });

  it("is read again with her words, as she sent it, and answered", async () => {
    await openWithWords(seeker);
    await heading(seeker, "Din förfrågan");
    await appears(seeker.getByText("Hej! Välj gärna en tid här."));
    await appears(seeker.getByText("Jag vill prata om Granbacken."));
    await isShown(seeker, "request");
  });
});

/** By the browser, which alone knows the made-up host names. */
const fetched = (page: Page, address: string) =>
  page.evaluate(async (url) => {
    const answer = await fetch(url, { credentials: "omit" });
    const type = answer.headers.get("content-type");
    return { status: answer.status, type, text: await answer.text() };
  }, address);

describe("a booking and a change", () => {
  it("begins with a counsellor who publishes times, week after week", async () => {
    await press(desk, "Tider");
    await heading(desk, "Tider");
    await appears(desk.getByText("Inga tider framåt"));
    await desk.getByLabel("Första tiden").fill("2030-10-22T14:00");
    await desk.getByLabel("Antal veckor").fill("3");
    await press(desk, "Lägg ut");
    await appears(desk.getByText("Tiderna är utlagda"));
    await expect.poll(() => desk.getByText("14:00–14:50").count()).toBeGreaterThanOrEqual(3);
    await isShown(desk, "times");
  });

  it("is chosen in her mailbox, and changed there", async () => {
    await press(seeker, "Se om det har kommit något nytt");
    await seeker.getByRole("button", { name: /Ta tiden.*22 oktober/ }).click();
    await appears(seeker.getByText("Tiden är din."));
    await seeker
      .getByText(/22 oktober.* kl\. 14:00–14:50, hos oss/)
      .first()
      .waitFor();
    await press(seeker, "Byt tid");
    await seeker.getByRole("button", { name: /Byt till den här.*29 oktober/ }).click();
    await appears(seeker.getByText("Du har bytt tid."));
    await expect.poll(() => seeker.getByText(/22 oktober/).count()).toBe(0);
    await isShown(seeker, "booked");
  });

  it("is seen by the counsellor as taken, in her calendar as nothing but taken", async () => {
    await press(desk, "Förfrågningar");
    await press(desk, "Hämta nytt");
    await heading(desk, "Bokade");
    await press(desk, "Tider");
    await press(desk, "Gör en adress");
    const address = await desk.locator(".calendar-address").textContent();
    const { text, type } = await fetched(desk, address ?? "");
    expect(type).toContain("text/calendar");
    expect(text.match(/SUMMARY:Upptagen/g)).toHaveLength(1);
    expect(text.match(/SUMMARY:Ledig/g)).toHaveLength(2);
    expect(text).toContain("DTSTART:20301029T130000Z");
    await press(desk, "Gör en ny adress");
    await expect.poll(async () => (await fetched(desk, address ?? "")).status).toBe(404);
  });

  it("is cancelled with the words, without a reason", async () => {
    await press(seeker, "Avboka");
    await press(seeker, "Ja, avboka");
    await appears(seeker.getByText("Tiden är avbokad."));
    await press(desk, "Förfrågningar");
    await press(desk, "Hämta nytt");
    await heading(desk, "Kontaktade");
  });
});

describe("the letters' way", () => {
  it("opens a request too: she need not remember by which way she came", async () => {
    await seeker.goto(house.url("mira", "/contact/?way=letter"));
    await press(seeker, /Jag har skrivit förut/);
    await seeker.getByLabel("Dina sju ord").fill(words.join(" "));
    await press(seeker, "Öppna");
    await heading(seeker, "Din förfrågan");
  });

  it("lets her delete all of it, and the words open nothing any more", async () => {
    await press(seeker, "Ta bort allt");
    await press(seeker, "Ja, ta bort allt");
    await heading(seeker, "Allt är borta");
    await press(desk, "Hämta nytt");
    await appears(desk.getByText("Inga förfrågningar just nu"));
  });
});
