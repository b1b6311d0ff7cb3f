import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, laptop, openBrowser, openHouse, phone } from "./harness.server.ts";
import { appears, heading, isShown, press } from "./look.server.ts";
import { enterDesk, pageOf, part } from "./staff.server.ts";
import { goOnDuty } from "./talk.server.ts";

let house: House;
let browser: Browser;
let majken: Page;
let sara: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  majken = await (await laptop(browser)).newPage();
  sara = await (await phone(browser)).newPage();
  const [invitation = ""] = house.invitations.volunteers;
  await enterDesk(majken, house.invitations.coordinator, "Majken");
  await enterDesk(sara, invitation, "Sara");
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe("a new pledge", () => {
  test("is written by a coordinator, who is offered words to begin with", async () => {
    await part(majken, "Människor");
    await pageOf(majken, "Människor", "Tystnadslöftet");
    await appears(majken.getByText("Ni har ingen text än."));
    await isShown(majken, "pledge-first");
    await press(majken, "Publicera och fråga alla");
    await appears(majken.getByText("Version 1 gäller från"));
    await majken.getByText("inte underskrivet").first().waitFor();
  });

  test("is asked for before the shift, signed, and then she is on duty", async () => {
    await part(sara, "Pass");
    await sara.getByLabel("Namn under passet").fill("Björk");
    await press(sara, "Gå i tjänst");
    await appears(sara.getByText("Du behöver läsa och skriva under jourens tystnadslöfte"));
    await expect.poll(() => sara.getByLabel("Namn under passet").inputValue()).toBe("Björk");
    await isShown(sara, "pledge-asked");
    await part(sara, "Min sida");
    await pageOf(sara, "Min sida", "Löfte och utdrag");
    await appears(sara.getByText("Innan du kan gå i tjänst"));
    await isShown(sara, "pledge-mine");
    expect(await sara.getByRole("button", { name: "Skriv under" }).isDisabled()).toBe(true);
    await sara.getByLabel("Jag har läst löftet").check();
    await press(sara, "Skriv under");
    await appears(sara.getByText("Du kan gå i tjänst."));
    await part(sara, "Pass");
    await goOnDuty(sara, "Björk");
  });

  test("is believed by the coordinator's own browser", async () => {
    await part(majken, "Pass");
    await part(majken, "Människor");
    await pageOf(majken, "Människor", "Tystnadslöftet");
    await heading(majken, "Underskrifter");
    await appears(majken.getByRole("listitem").filter({ hasText: "Sara" }).getByText("version 1"));
  });

  test("in its next version lets her finish, and is asked for before the next shift", async () => {
    await press(majken, "Skriv en ny version");
    const words = majken.getByLabel("Löftets text");
    await words.fill(`${await words.inputValue()}\n\nJag lämnar tillbaka nycklar när jag slutar.`);
    await press(majken, "Publicera och fråga alla");
    await appears(majken.getByText("Version 2 gäller från"));
    await appears(sara.getByText("I tjänst till"));
    await press(sara, "Gå av");
    await press(sara, "Gå i tjänst");
    await appears(sara.getByText("Du behöver läsa och skriva under jourens tystnadslöfte"));
  });
});

describe("a register extract", () => {
  const card = () => majken.getByRole("listitem").filter({ hasText: "Sara" });

  test("is noted by the coordinator, and that she looked is told to her whose it is", async () => {
    await pageOf(majken, "Människor", "Löften och utdrag");
    await appears(card().getByText("välj vad hon gör"));
    await press(majken, "Öppna uppgifterna för Sara");
    await majken.getByLabel("Möter barn och unga i stödet").check();
    await press(majken, "Spara");
    await appears(card().getByText("utdrag saknas"));
    await isShown(majken, "extract-note");
    await majken.getByRole("button", { name: "Anteckna", exact: true }).click();
    await appears(card().getByText(/Visat i .*, sett av Majken/));
    await part(sara, "Min sida");
    await pageOf(sara, "Min sida", "Mina uppgifter");
    // Who looked, and on which day.
    await appears(sara.getByText(/\d{4}: Majken$/));
    await isShown(sara, "my-data");
  });

  test("is never kept as a copy where only a note may be, even when somebody insists", async () => {
    expect(await majken.getByText("Spara kopior av utdragen").count()).toBe(0);
    const told = await majken.evaluate(async () => {
      const post = async (path: string, body: object): Promise<Response> =>
        fetch(`/desk/api/records/${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
      const { members } = (await (await post("overview", {})).json()) as {
        members: { member: string; name: string }[];
      };
      const member = members.find(({ name }) => name === "Sara")?.member;
      const days = { issuedOn: "2026-11-01", startedOn: "2026-11-02" };
      const answer = await post("copy", {
        member,
        ...days,
        criminal: "AAAA",
        suspicion: "AAAA",
        statement: "AAAA",
      });
      return [answer.status, await answer.json()];
    });
    expect(told).toEqual([422, { error: "wrong-regime" }]);
  });

  test("that is to be kept is sealed before it leaves the browser", async () => {
    await majken.getByLabel("Arbetar i skyddat boende som tar emot barn").check();
    await press(majken, "Spara");
    await majken.getByRole("heading", { name: "Spara kopior av utdragen" }).waitFor();
    const sent: string[] = [];
    majken.on("request", (request) => sent.push(request.postData() ?? ""));
    const file = { name: "utdrag.pdf", mimeType: "application/pdf", buffer: Buffer.from(CANARY) };
    await majken.getByLabel("Belastningsregistret", { exact: true }).setInputFiles(file);
    await majken.getByLabel("Misstankeregistret", { exact: true }).setInputFiles(file);
    await isShown(majken, "extract-copy");
    await press(majken, "Försegla och spara");
    await appears(card().getByText("Sparas så länge hon arbetar där och två år efter."));
    // However many bytes stand before it, one of these would be in the body.
    const inClear = ["", " ", "  "].map((before) =>
      Buffer.from(before + CANARY)
        .toString("base64url")
        .slice(4, 40),
    );
    expect(sent.some((body) => body.includes("criminal"))).toBe(true);
    const shows = (body: string): boolean =>
      [CANARY, ...inClear].some((text) => body.includes(text));
    expect(sent.some(shows)).toBe(false);
    const [download] = await Promise.all([
      majken.waitForEvent("download"),
      press(majken, "Öppna: Belastningsregistret"),
    ]);
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(await download.path(), "utf8")).toBe(CANARY);
    await appears(majken.getByText(/Underskriven av Majken, /));
  });

  test("that the server has exchanged is not opened, and one that nobody signed is given only after saying so", async () => {
    const open = () => press(majken, "Öppna: Misstankeregistret");
    await majken.evaluate(() => {
      const honest = globalThis.fetch;
      globalThis.fetch = async (...asked) => {
        const answer = await honest(...asked);
        if (!String(asked[0]).endsWith("/records/copy/open")) return answer;
        const told = (await answer.json()) as { sealed: string };
        const { lie } = globalThis as unknown as { lie: "altered" | "unsigned" };
        const { sealed } = told;
        const bent = sealed.slice(0, -8) + (sealed.at(-8) === "A" ? "B" : "A") + sealed.slice(-7);
        return Response.json({
          ...told,
          ...(lie === "altered" ? { sealed: bent } : { handedIn: null }),
        });
      };
    });
    await majken.evaluate(() => Object.assign(globalThis, { lie: "altered" }));
    await open();
    await appears(majken.getByText("Kopian stämmer inte med sin underskrift"));
    await majken.evaluate(() => Object.assign(globalThis, { lie: "unsigned" }));
    await open();
    await appears(majken.getByText("Jämför med pappret innan du litar på den."));
    await isShown(majken, "extract-unproven");
    await majken.getByRole("button", { name: "Spara filen ändå" }).waitFor();
  });
});
const CANARY = "Det finns inga uppgifter om den sökta i registret, flaggskepp 4711.";

test("rooms are reached without a mouse, and what is read next is the room", async () => {
  await majken.keyboard.press("Alt+Shift+Digit1");
  const tabs = majken.getByRole("navigation", { name: "Delar av skrivbordet" }).getByRole("button");
  await expect.poll(() => tabs.first().getAttribute("aria-current")).toBe("page");
  await expect.poll(() => majken.evaluate(() => document.activeElement?.id)).toBe("desk-content");
  const more = majken.getByRole("button", { name: /^Mer/ });
  await more.focus();
  await majken.keyboard.press("Enter");
  await majken.getByRole("button", { name: "Min sida", exact: true }).waitFor();
  await isShown(majken, "rooms-more");
  await majken.keyboard.press("Escape");
  await expect.poll(() => more.getAttribute("aria-expanded")).toBe("false");
  await part(majken, "Människor");
});

describe("who may do what", () => {
  test("is shown as the doors have it, with the names of those who are chosen", async () => {
    await pageOf(majken, "Människor", "Vem får göra vad");
    await appears(majken.getByText("Gå i tjänst: svara i chatten och telefonen"));
    await majken.getByText("Majken, Sara").first().waitFor();
    await isShown(majken, "rights");
    await pageOf(majken, "Människor", "Vem har tittat");
    await appears(majken.getByText(/Majken öppnade en medlems uppgifter \(Sara\)/));
    await isShown(majken, "looks");
  });

  test("is chosen by the coordinator, signed in her browser, and holds at once", async () => {
    await pageOf(majken, "Människor", "Medlemmar");
    await press(majken, "Välj grupper för Sara");
    await majken.getByRole("checkbox", { name: /Chatt och telefon/ }).uncheck();
    await majken.getByRole("checkbox", { name: /Redaktör/ }).check();
    await isShown(majken, "teams");
    await press(majken, "Spara och skriv under");
    await appears(majken.getByText("Brev, Samtalsmottagningen, Redaktör"));
    const told = await sara.evaluate(async () => (await fetch("/desk/api/duty")).status);
    expect(told).toBe(403);
    const faces = await sara.evaluate(async () => (await fetch("/desk/api/faces")).status);
    expect(faces).toBe(200);
  });
});
