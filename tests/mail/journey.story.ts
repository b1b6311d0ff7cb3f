import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, laptop, openBrowser, openHouse } from "../journeys/harness.server.ts";
import { isAccessible, press } from "../journeys/look.server.ts";
import { enterDesk, pageOf, part } from "../journeys/staff.server.ts";
import { type Hold, holdOnCommand } from "./hold.server.ts";
import { arrived, left } from "./letter-box.server.ts";
import { JOUR, openPostOffice, PASSWORD, type PostOffice, SEEKER } from "./post-office.server.ts";

let post: PostOffice;
let hold: Hold;
let house: House;
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  post = await openPostOffice();
  // What the house asks of the mail server passes here, and is held just before it removes a mail.
  hold = await holdOnCommand(post.imap, / STORE /);
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await hold?.close();
  await post?.close();
});

/** As the operator writes it. */
function mailFile(directory: string): string {
  const path = join(directory, "mail.json");
  const login = { host: "127.0.0.1", security: "none", user: JOUR, password: PASSWORD };
  const jour = {
    ...{ address: JOUR, name: "Jouren" },
    imap: { ...login, port: hold.port },
    smtp: { ...login, port: post.submission },
  };
  const file = { fetchSeconds: 1, jours: { "mira.localhost": jour } };
  writeFileSync(path, JSON.stringify(file), { mode: 0o600 });
  return path;
}

/** As the last start printed it: those of the one before are used up by it. */
const invitation = (role: string): string => {
  const lines = house
    .output()
    .split("\n")
    .filter((line) => line.includes(`${role} invitation`));
  return /https?:\S+/.exec(lines.at(-1) ?? "")?.[0] ?? "";
};

/** For looking at, where LYKTA_PICTURES names a directory. */
async function picture(name: string): Promise<void> {
  const directory = process.env["LYKTA_PICTURES"];
  if (directory === undefined) return;
  for (const width of [360, 1280]) {
    await desk.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await desk.emulateMedia({ colorScheme });
      await desk.screenshot({
        path: `${directory}/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await desk.setViewportSize({ width: 1280, height: 800 });
}

describe("a mail comes to the old address, and is answered from the desk", () => {
  it("is kept once, though the program is killed between keeping it and removing it there", async () => {
    house = await openHouse({ LYKTA_MAIL: mailFile(post.home) });
    const world = createTransport({
      host: "127.0.0.1",
      port: post.smtp,
      secure: false,
      ignoreTLS: true,
    });
    await world.sendMail({
      ...{ from: `Åsa <${SEEKER}>`, to: JOUR, subject: "Min man" },
      html: '<p>Han <b>slog</b> mig igår.</p><img src="https://spy.example/1.gif"><script>x()</script>',
      attachments: [{ filename: "brev.html", content: "<script>alert(1)</script>" }],
    });
    world.close();
    await hold.held();
    await house.crash();
    expect(await left(post, JOUR)).toHaveLength(1);
    hold.release();
    await house.restart();
    await expect.poll(async () => (await left(post, JOUR)).length, { timeout: 60_000 }).toBe(0);
  });

  it("stands in the inbox, marked, as plain text, its file only to be saved", async () => {
    desk = await (await laptop(browser)).newPage();
    const fetched: string[] = [];
    desk.on("request", (request) => void fetched.push(new URL(request.url()).hostname));
    await enterDesk(desk, invitation("volunteer"), "Sara");
    await part(desk, "Inkorg");
    await press(desk, "Hämta nytt");
    const entry = desk.getByRole("button", { name: /Väntar sedan/ });
    await entry.first().waitFor({ timeout: 60_000 });
    expect(await entry.count()).toBe(1);
    await desk
      .getByText("Du kan inte läsa breven än")
      .waitFor({ state: "detached", timeout: 90_000 });
    await entry.click();
    await desk.getByText("Kom som vanlig e-post: inte hemligt på vägen").waitFor();
    await desk.getByText("Han slog mig igår.").waitFor();
    await desk.getByText("Min man").waitFor();
    await press(desk, /Hämta brev.html.osaker/);
    const saving = desk.waitForEvent("download");
    await desk.getByRole("link", { name: "Spara brev.html.osaker" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("brev.html.osaker");
    expect(readFileSync(await saved.path(), "utf8")).toBe("<script>alert(1)</script>");
    expect(fetched.filter((name) => !name.endsWith("localhost") && name !== "")).toEqual([]);
    await isAccessible(desk);
    await picture("mail-read");
  });

  it("is answered, and the answer arrives at the other side", async () => {
    await press(desk, "Jag svarar");
    await desk.getByText(`Svaret går som vanlig e-post till ${SEEKER}`).waitFor();
    await desk.getByLabel("Ditt svar").fill("Vi finns här. Ring när du kan.");
    await desk.getByLabel("Undertecknat").fill("Sara");
    await isAccessible(desk);
    await picture("mail-answer");
    await press(desk, "Skicka svaret");
    await desk.getByText("Svaret är sparat och skickas som vanlig e-post").waitFor();
    const mail = await arrived(post, SEEKER, "Subject: Svar");
    expect(mail).toContain("Vi finns h=C3=A4r.");
    expect(mail).toContain("Sara");
    expect(mail).not.toMatch(/slog|Min man/);
    expect(mail.replaceAll("=\r\n", "")).toContain("/contact/?way=3Dletter");
    expect(house.output()).not.toMatch(/slog|asa@|jouren@/);
    await picture("mail-answered");
  });

  it("and a coordinator sees that mail is on, and when it was fetched", async () => {
    desk = await (await laptop(browser)).newPage();
    await enterDesk(desk, invitation("coordinator"), "Karin");
    await part(desk, "Jouren");
    await pageOf(desk, "Jouren", "E-post");
    await desk.getByRole("heading", { name: "Vanlig e-post" }).waitFor();
    await desk.getByText(/Hämtades senast/).waitFor();
    await isAccessible(desk);
    await post.stopDovecot();
    await expect
      .poll(
        async () => {
          await desk.getByRole("button", { name: "Se efter igen" }).click();
          return desk.getByText("E-postservern svarar inte").count();
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(1);
    await picture("mail-state");
  });
});
