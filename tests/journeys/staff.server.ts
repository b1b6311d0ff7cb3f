import type { Locator, Page } from "playwright-core";
import { withPasskeyDevice } from "./harness.server.ts";

/** Steps at the desk that several stories share. All in Swedish, the language that the desk opens in. */

/** From the link to the point where her recovery code is shown; gives the code's groups. */
async function untilCode(page: Page, url: string, name: string): Promise<string[]> {
  await page.goto(url);
  await page.getByLabel("Vad ska kollegorna kalla dig?").fill(name);
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await page.getByRole("button", { name: "Gör min nyckel" }).click();
  return shownCode(page);
}

export async function shownCode(page: Page): Promise<string[]> {
  await page.getByRole("heading", { name: "Din återställningskod" }).waitFor();
  return digitsIn(page);
}

/** A code, or the digits of a comparison: her browser works them out after the text is there. */
export async function digitsIn(where: Page | Locator): Promise<string[]> {
  await where.locator(".desk-code li").first().waitFor();
  return where.locator(".desk-code li").allTextContents();
}

export async function confirmCode(page: Page, code: readonly string[]): Promise<void> {
  await page.getByLabel("Skriv den sista gruppen").fill(code.at(-1) ?? "");
  await page.getByRole("button", { name: "Jag har skrivit upp den" }).click();
}

/** A woman with a passkey device of her own takes an invitation that countersigns itself, and sits down. */
export async function enterDesk(page: Page, url: string, name: string): Promise<string[]> {
  await withPasskeyDevice(page);
  const code = await untilCode(page, url, name);
  await confirmCode(page, code);
  await atDesk(page);
  return code;
}

export const atDesk = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Logga ut" }).waitFor();

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.getByRole("heading", { name: "Logga in" }).waitFor();
}

/** Goes to a room of the desk by the bar at its top; what finds no place in it is behind "Mer". */
export async function part(page: Page, name: string): Promise<void> {
  const bar = page.getByRole("navigation", { name: "Delar av skrivbordet" });
  const room = bar.getByRole("button", { name, exact: true });
  const more = bar.getByRole("button", { name: /^Mer/ });
  // In the row each room stands, seen or not.
  const inRow = bar.locator(".desk-tabs-row > button", { hasText: new RegExp(`^${name}$`) });
  await inRow.waitFor({ state: "attached" });
  // The bar measures anew when a room opens: what stood in it a moment ago may be behind "Mer" now.
  const last = Date.now() + 30_000;
  for (;;) {
    const isSoon = { timeout: Date.now() > last ? 1 : 2000 };
    if ((await room.count()) === 0) await more.click(isSoon).catch(() => undefined);
    const failed = await room.click(isSoon).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failed === undefined) return;
    if (Date.now() > last) throw failed;
  }
}

/** Goes to a page within the room, by the list at the side; where there is no room for it, by the choice above. */
export async function pageOf(page: Page, room: string, name: string): Promise<void> {
  const label = `Sidor under ${room}`;
  const choice = page.getByRole("combobox", { name: label });
  await page.locator(`[aria-label="${label}"]`).first().waitFor({ state: "attached" });
  if (await choice.isVisible()) return void (await choice.selectOption({ label: name }));
  await page.getByRole("navigation", { name: label }).getByRole("button", { name }).click();
}

/** Keeps what the passkey said in secret, and all that was posted. */
export async function eavesdrop(
  page: Page,
): Promise<{ secrets(): Promise<string[]>; posted: string[] }> {
  const posted: string[] = [];
  page.on("request", (request) => posted.push(request.url() + (request.postData() ?? "")));
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const name of ["create", "get"] as const) {
      const real = navigator.credentials[name].bind(navigator.credentials) as (
        options: unknown,
      ) => Promise<unknown>;
      Object.assign(navigator.credentials, {
        [name]: async (options: unknown) => {
          const answer = (await real(options)) as {
            getClientExtensionResults(): { prf?: { results?: { first?: ArrayBuffer } } };
          };
          const first = answer.getClientExtensionResults().prf?.results?.first;
          if (first) {
            const text = btoa(String.fromCharCode(...new Uint8Array(first)));
            heard.push(text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
          }
          return answer;
        },
      });
    }
  });
  const secrets = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  return { secrets, posted };
}
