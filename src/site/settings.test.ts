import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import type { FaceSettings } from "./views.ts";

let house: SiteHouse;
beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

const path = "/desk/api/faces";

async function faces(host = "mira"): Promise<readonly FaceSettings[]> {
  const answer = await house.ask(host, path, { actor: coordinator });
  return ((await answer.json()) as { faces: readonly FaceSettings[] }).faces;
}

async function first(host = "mira"): Promise<FaceSettings> {
  const [face] = await faces(host);
  if (!face) throw new Error("the demo has faces");
  return face;
}

const put = (where: string, body: unknown, host = "mira", actor = coordinator) =>
  house.ask(host, `${path}/${where}`, { actor, method: "PUT", body });
const errorOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error?: unknown }).error;

describe("the settings of the faces", () => {
  it("are for coordinators", async () => {
    const { id, version, face } = await first();
    const body = { version, face };
    const nobody = { kind: "nobody" } as const;
    expect((await house.ask("mira", path)).status).toBe(401);
    expect((await house.ask("mira", path, { actor: volunteer })).status).toBe(403);
    expect((await faces()).map(({ slug }) => slug)).toEqual(["kvinnojour", "ungdomsjour"]);
    expect(await errorOf(await put(id, body, "mira", nobody))).toBe("sign-in-first");
    expect(await errorOf(await put(id, body, "mira", volunteer))).toBe("not-allowed");
    expect((await put(id, body)).status).toBe(200);
  });

  it("of another jour do not exist", async () => {
    const mira = await first();
    const vide = await first("vide");
    const face = { ...mira.face, name: "Mine now" };
    const body = { version: vide.version, face };
    expect(await errorOf(await put(vide.id, body))).toBe("not-found");
    const hours = { version: vide.hoursVersion, hours: mira.hours };
    expect(await errorOf(await put(`${vide.id}/hours`, hours))).toBe("not-found");
    expect((await first("vide")).face.name).toBe("Kvinnojouren Vide");
    expect(await house.page("", "/hitta")).not.toContain("Mine now");
    expect(await errorOf(await put("nonsense", body))).toBe("not-found");
  });

  it("show at once on the site and in the list of the house, and cannot break a page", async () => {
    const { id, version, face } = await first();
    const changed = { ...face, name: "<Mira> & Co", phone: "08-465 004 11" };
    expect((await put(id, { version, face: changed })).status).toBe(200);
    const html = await house.page("mira", "/");
    expect(html).toContain("&lt;Mira> &amp; Co");
    expect(html).toContain("tel:+46846500411");
    expect(await house.page("", "/hitta")).toContain("&lt;Mira> &amp; Co");
  });

  it("of two coordinators at once: the second is told, and nothing is lost", async () => {
    const { id, version, face } = await first();
    const berit = await put(id, { version, face: { ...face, place: "Nyköping" } });
    const majken = await put(id, { version, face: { ...face, phone: null } });
    expect(berit.status).toBe(200);
    expect([majken.status, await errorOf(majken)]).toEqual([409, "changed-meanwhile"]);
    expect((await first()).face).toMatchObject({ place: "Nyköping", phone: face.phone });
  });

  it("that are wrong are refused with their places, and nothing is written", async () => {
    const { id, version, face } = await first();
    const english = { sv: "Bara svenska", en: "" };
    const wrong = {
      ...face,
      phone: "ring mig",
      exitUrl: "javascript:alert(1)",
      welcome: { ...face.welcome, lead: english },
    };
    const answer = await put(id, { version, face: wrong });
    const { error, details } = (await answer.json()) as {
      error: string;
      details: { at: string }[];
    };
    expect(error).toBe("bad-input");
    expect(details.map(({ at }) => at).sort()).toEqual([
      "face.exitUrl",
      "face.phone",
      "face.welcome.lead.en",
    ]);
    expect((await first()).version).toBe(version);
  });
});

describe("the opening hours", () => {
  it("are replaced as a whole, exceptions too, and past dates are let go", async () => {
    const { id, hoursVersion: version, hours } = await first();
    const chat = hours.week.chat.map(() => [
      { from: "10:00", until: "12:00" },
      { from: "22:00", until: "01:00" },
    ]);
    const exceptions = [
      { date: "2026-11-01", channel: "all" as const, intervals: [] },
      {
        date: "2026-12-24",
        channel: "chat" as const,
        intervals: [{ from: "08:00", until: "09:00" }],
      },
    ];
    const changed = { week: { ...hours.week, chat }, exceptions };
    expect((await put(`${id}/hours`, { version, hours: changed })).status).toBe(200);
    const now = await first();
    expect(now.hours).toEqual({ ...changed, exceptions: exceptions.slice(1) });
    expect(now.hoursVersion).toBe(version + 1);
    expect(await errorOf(await put(`${id}/hours`, { version, hours }))).toBe("changed-meanwhile");
  });

  it("that overlap, or name a date twice, are refused", async () => {
    const { id, hoursVersion: version, hours } = await first();
    const overlap = hours.week.chat.map(() => [
      { from: "10:00", until: "12:00" },
      { from: "11:00", until: "13:00" },
    ]);
    const twice = [1, 2].map(() => ({ date: "2026-12-24", channel: "all", intervals: [] }));
    const wrong = [
      { ...hours, week: { ...hours.week, chat: overlap } },
      { ...hours, week: { ...hours.week, chat: hours.week.chat.slice(1) } },
      { ...hours, exceptions: twice },
      { ...hours, exceptions: [{ date: "2026-02-30", channel: "all", intervals: [] }] },
    ];
    for (const one of wrong)
      expect(await errorOf(await put(`${id}/hours`, { version, hours: one }))).toBe("bad-input");
  });

  it("can be tried before they are saved, by the very rules of the site", async () => {
    house.now = Date.parse("2026-11-26T09:00+01:00");
    const { hours } = await first();
    const body = { ...hours, exceptions: [] };
    const ask = { actor: coordinator, method: "POST", body } as const;
    const answer = await house.ask("mira", `${path}/preview?lang=sv`, ask);
    expect(await answer.json()).toEqual({
      says: [
        { channel: "chat", says: "Öppnar i dag 10:00" },
        { channel: "phone", says: "Öppen till\u00a016:00" },
      ],
    });
  });
});
