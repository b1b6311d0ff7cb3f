import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type House,
  laptop,
  openBrowser,
  openHouse,
  phone,
  withPasskeyDevice,
} from "./harness.server.ts";
import { appears, isAccessible } from "./look.server.ts";
import {
  atDesk,
  confirmCode,
  digitsIn,
  eavesdrop,
  enterDesk,
  part,
  shownCode,
  signOut,
} from "./staff.server.ts";

let house: House;
let browser: Browser;
let coordinator: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  coordinator = await (await laptop(browser)).newPage();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Chromium keeps the text of a field that can be completed, a passphrase too: in its profile, in the clear. */
async function completesNothing(page: Page): Promise<void> {
  const shown = page.locator("input[type=text]");
  const said = await shown.evaluateAll((fields) =>
    fields.map((one) => one.getAttribute("autocomplete")),
  );
  expect(said.length).toBeGreaterThan(0);
  expect(new Set(said)).toEqual(new Set(["off"]));
}

describe("a coordinator", () => {
  let code: string[];

  test("comes in by her link, which holds no secret any more when the page is drawn", async () => {
    const { secrets, posted } = await eavesdrop(coordinator);
    code = await enterDesk(coordinator, house.invitations.coordinator, "Majken");
    expect(new URL(coordinator.url()).hash).toBe("");
    const [secret] = await secrets();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(posted.filter((text) => text.includes(secret ?? "?"))).toEqual([]);
    const fragment = new URL(house.invitations.coordinator).hash.slice(3);
    expect(posted.filter((text) => text.includes(fragment))).toEqual([]);
  });

  test("signs out and comes in again by passkey", async () => {
    await signOut(coordinator);
    await isAccessible(coordinator);
    await coordinator.getByRole("button", { name: "Logga in med passkey" }).focus();
    await coordinator.keyboard.press("Enter");
    await atDesk(coordinator);
  });

  test("comes in by the recovery code on her paper, however she types it", async () => {
    await signOut(coordinator);
    await coordinator.getByRole("button", { name: "Återställningskod" }).click();
    await coordinator.getByLabel("Återställningskod").fill("ABCDE-FGHJK");
    await coordinator.getByRole("button", { name: "Logga in", exact: true }).click();
    await appears(coordinator.getByText("Koden går inte ihop"));
    await coordinator.getByLabel("Återställningskod").fill(code.join(" ").toLowerCase());
    await coordinator.getByRole("button", { name: "Logga in", exact: true }).click();
    await appears(coordinator.getByText("Du kom in med återställningskoden"));
  });
});

describe("a volunteer", () => {
  let volunteer: Page;
  let phrase: string;

  test("is invited, compares digits, and is let in", async () => {
    await part(coordinator, "Människor");
    await coordinator.getByRole("button", { name: "Gör en länk" }).click();
    const link = await coordinator.getByLabel("Inbjudan", { exact: true }).inputValue();
    await coordinator.getByRole("button", { name: "Klar" }).click();

    volunteer = await (await phone(browser)).newPage();
    await withPasskeyDevice(volunteer, false);
    await volunteer.goto(link);
    await volunteer.getByLabel("Vad ska kollegorna kalla dig?").fill("Ingegerd");
    await isAccessible(volunteer);
    await volunteer.getByRole("button", { name: "Fortsätt" }).click();
    // Her phone makes passkeys, but knows no PRF.
    await volunteer.getByRole("button", { name: "Gör min nyckel" }).click();
    await appears(volunteer.getByText("kan inte låsa upp din nyckel med den"));
    await isAccessible(volunteer);
    await volunteer.getByRole("button", { name: "Använd en lösenfras i stället" }).click();
    phrase = (await volunteer.locator(".desk-secret").textContent()) ?? "";
    await completesNothing(volunteer);
    await volunteer.getByLabel("Inloggningsnamn").fill("Ingegerd");
    await volunteer.getByLabel("Skriv frasen en gång till").fill(phrase);
    await isAccessible(volunteer);
    await volunteer.getByRole("button", { name: "Använd frasen" }).click();
    await confirmCode(volunteer, await shownCode(volunteer));
    await appears(volunteer.getByText("Väntar på att hon skriver under"));
    await isAccessible(volunteer);
    const hers = await digitsIn(volunteer);

    await part(coordinator, "Min sida");
    await part(coordinator, "Människor");
    const pending = coordinator.getByRole("region", { name: "Väntar på dig" });
    await pending.waitFor();
    expect(await digitsIn(pending)).toEqual(hers);
    await isAccessible(coordinator);
    await pending.getByRole("button", { name: "De är lika: släpp in henne" }).click();
    await atDesk(volunteer);
    expect(
      await volunteer.getByRole("button", { name: "Människor", includeHidden: true }).count(),
    ).toBe(0);
  });

  test("cannot use the link again", async () => {
    const [link = ""] = house.invitations.volunteers;
    const first = await (await phone(browser)).newPage();
    await enterDesk(first, link, "Berit");
    const second = await (await phone(browser)).newPage();
    await second.goto(link);
    await appears(second.getByText("Inbjudan är redan använd"));
    await isAccessible(second);
  });

  test("locks her desk: all is hidden until she opens it again", async () => {
    await part(volunteer, "Min sida");
    await appears(volunteer.getByText("Det jouren har sparat om dig"));
    await isAccessible(volunteer);
    await volunteer.keyboard.press("Control+.");
    await volunteer.getByRole("heading", { name: "Låst" }).waitFor();
    expect(await volunteer.getByText("Det jouren har sparat om dig").isVisible()).toBe(false);
    await isAccessible(volunteer);
    await volunteer.getByRole("button", { name: "Lösenfras" }).click();
    await volunteer.getByRole("button", { name: "Visa" }).click();
    await completesNothing(volunteer);
    await volunteer.getByLabel("Inloggningsnamn").fill(" ingegerd ");
    await volunteer.getByLabel("Lösenfras", { exact: true }).fill(`${phrase}x`);
    await volunteer.getByRole("button", { name: "Logga in", exact: true }).click();
    await appears(volunteer.getByText("Det stämde inte"));
    await volunteer.getByLabel("Lösenfras", { exact: true }).fill(phrase);
    await volunteer.getByRole("button", { name: "Logga in", exact: true }).click();
    await appears(volunteer.getByText("Det jouren har sparat om dig"));
  });

  test("leaves nothing in her browser but a cookie that no script can read", async () => {
    const kept = await volunteer.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({
      cookie: "",
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      workers: 0,
    });
    const cookies = await volunteer.context().cookies();
    expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
      { httpOnly: true, sameSite: "Strict" },
    ]);
  });

  test("is taken out of the register and signed out where she sits", async () => {
    await part(coordinator, "Min sida");
    await part(coordinator, "Människor");
    await coordinator.getByRole("button", { name: "Ta bort Ingegerd" }).click();
    await coordinator.getByRole("button", { name: "Ja, ta bort henne" }).click();
    await coordinator
      .locator("strong")
      .filter({ hasText: "Ingegerd" })
      .waitFor({ state: "detached" });
    // The next thing that her desk asks tells it.
    await part(volunteer, "Pass");
    await appears(volunteer.getByText("Din inloggning tog slut"));
  });
});
