import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  coordinator,
  type RunningSite,
  runSite,
  type SiteHouse,
  siteHouse,
} from "../../tests/factories/site.server.ts";
import { trustedJour } from "../../tests/factories/trust.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { memoryBus } from "../platform/live/index.server.ts";
import { meetNeighbours } from "../platform/live/neighbours.server.ts";
import { openShifts } from "../shifts/index.server.ts";
import type { FaceSettings } from "./views.ts";

let house: SiteHouse;
let jour: JourId;
let face: string;
const hosts = ["mira", "dinungdomsjour", "vide"];

beforeAll(async () => {
  house = await siteHouse();
  const found = await house.database.shared((tx) =>
    tx.row<{ jour_id: JourId; face_id: string }>(
      "select jour_id, face_id from hosts where host = 'mira.localhost'",
    ),
  );
  if (!found) throw new Error("the demo has a Mira");
  ({ jour_id: jour, face_id: face } = found);
});
afterAll(() => house.close());
beforeEach(() => {
  house.now = Date.parse("2026-11-26T18:32+01:00");
  house.onDuty = 1;
});

async function rename(site: RunningSite, name: string): Promise<void> {
  const list = await site.ask("mira", "/desk/api/faces", { actor: coordinator });
  const { faces } = (await list.json()) as { faces: readonly FaceSettings[] };
  const mine = faces.find(({ id }) => id === face);
  if (!mine) throw new Error("the face of mira.localhost");
  const body = { version: mine.version, face: { ...mine.face, name } };
  const path = `/desk/api/faces/${face}`;
  const saved = await site.ask("mira", path, { actor: coordinator, method: "PUT", body });
  expect(saved.status).toBe(200);
}

describe("a page that many look at", () => {
  it("lies ready, and shows what is published with the next look", async () => {
    await house.page("mira", "/");
    const before = house.routed();
    for (let look = 0; look < 5; look++)
      expect(await house.page("mira", "/")).not.toContain("Nya Mira");
    expect(house.routed()).toBe(before);
    await rename(house, "Nya Mira");
    for (const path of ["/", "/door/woman", "/?lang=en", "/contact/api/face"])
      expect(await house.page("mira", path)).toContain("Nya Mira");
    expect(await house.page("", "/hitta")).toContain("Nya Mira");
  });

  it("never shows one host what belongs to another, however they are asked", async () => {
    const asks = hosts.flatMap((host) =>
      ["/", "/door/woman", "/?lang=en"].map((path) => ({ host, path })),
    );
    const titles = { mira: "Mira", dinungdomsjour: "Din", vide: "Vide" };
    for (let round = 0; round < 3; round++) {
      const pages = await Promise.all(asks.map(({ host, path }) => house.page(host, path)));
      for (const [index, { host, path }] of asks.entries()) {
        const title = /<title>(\w+)/.exec(pages[index] ?? "")?.[1];
        expect([host, path, title]).toEqual([host, path, titles[host as keyof typeof titles]]);
        expect(pages[index]).toContain(`lang="${path.endsWith("en") ? "en" : "sv"}"`);
        expect(pages[index]).toContain("112");
      }
      house.now += 1000;
    }
  });

  it("wears the demo's banner also when it lies ready", async () => {
    for (let look = 0; look < 2; look++) {
      const answer = await house.ask("vide", "/");
      expect(answer.headers.get("x-robots-tag")).toContain("noindex");
      expect(await answer.text()).toContain("Det här är en demonstration");
    }
  });

  it("tells the minute, and keeps to the hour at which the chat closes", async () => {
    house.onDuty = 0;
    house.now = Date.parse("2026-11-26T20:59:59.900+01:00");
    const said = async () =>
      /<strong>Chatt<\/strong> ?<span[^>]*>([^<]*)/.exec(await house.page("mira", "/"))?.[1];
    expect(await said()).toContain("Ingen kan svara just nu, kl.\u00a020:59");
    house.now += 100;
    expect(await said()).toMatch(/^Öppnar /);
  });
});

describe("two processes and who is on duty", () => {
  const bus = memoryBus();
  const open: { close(): void | Promise<void> }[] = [];
  // Within one minute, wherever the test begins.
  let clock = Date.now();
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function process(trust: Awaited<ReturnType<typeof trustedJour>>) {
    const neighbours = await meetNeighbours(bus);
    const now = (): number => clock;
    const opened = openShifts({
      ...{ database: house.database, neighbours, suite: trust.suite, now },
      trustOf: async () => trust.bundle,
    });
    const onDuty = async (of: JourId, at: string) => ({
      chat: await opened.shifts.countNow(of, at),
    });
    const site = await runSite(house.database, onDuty, now);
    opened.shifts.onChange(() => site.glances.forget());
    open.push(opened, neighbours, site);
    return { ...site, shifts: opened.shifts };
  }

  const isOpen = async (site: RunningSite): Promise<boolean> =>
    (await site.page("mira", "/")).includes("/contact/?door=woman");

  it("agree: at once where she goes on and off duty, within a second elsewhere", async () => {
    clock = Date.now() - (Date.now() % 60_000);
    const trust = await trustedJour(jour, 1);
    const [one, other] = [await process(trust), await process(trust)];
    const both = async () => [await isOpen(one), await isOpen(other)];
    expect(await both()).toEqual([false, false]);
    const woman = trust.woman(0);
    const { statement, seed } = await trust.duty(woman, face);
    const input = { face, statement, sealedSeed: seed.slice(0, 16), capacity: 3 };
    const started = await one.shifts.start(jour, woman.id, input);
    expect(await isOpen(one)).toBe(true);
    clock += 1000;
    expect(await isOpen(other)).toBe(true);
    const duty = started.ok ? started.value.duty : "";
    expect((await other.shifts.stop(jour, woman.id, duty)).ok).toBe(true);
    expect(await isOpen(other)).toBe(false);
    clock += 1000;
    expect(await isOpen(one)).toBe(false);
  });

  it("close when her desk has been silent for too long, though nobody says so", async () => {
    clock = Date.now() - (Date.now() % 60_000);
    const trust = await trustedJour(jour, 1);
    const [one, other] = [await process(trust), await process(trust)];
    const { statement, seed } = await trust.duty(trust.woman(0), face);
    const input = { face, statement, sealedSeed: seed.slice(0, 16), capacity: 3 };
    await one.shifts.start(jour, trust.woman(0).id, input);
    clock += 74_900;
    expect([await isOpen(one), await isOpen(other)]).toEqual([true, true]);
    clock += 1000;
    expect([await isOpen(one), await isOpen(other)]).toEqual([false, false]);
  });

  it("show each other's published words within a second", async () => {
    clock = Date.now() - (Date.now() % 60_000);
    const trust = await trustedJour(jour, 1);
    const [one, other] = [await process(trust), await process(trust)];
    await other.page("mira", "/");
    await rename(one, "Mira i stan");
    expect(await one.page("mira", "/")).toContain("Mira i stan");
    clock += 1000;
    expect(await other.page("mira", "/")).toContain("Mira i stan");
  });
});
