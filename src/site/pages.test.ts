import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { builtExitScript } from "../../tests/factories/exit-script.server.ts";
import { type SiteHouse, siteHouse } from "../../tests/factories/site.server.ts";
import { DOORS } from "./names.ts";
import type { FaceView } from "./views.ts";

let house: SiteHouse;
let exitScript: string;

beforeAll(async () => {
  exitScript = await builtExitScript();
  house = await siteHouse(exitScript);
});
afterAll(() => house.close());
beforeEach(() => {
  house.now = Date.parse("2026-11-26T18:32+01:00");
  house.onDuty = 1;
});

const every = ["/", ...DOORS.map((door) => `/door/${door}`)];
const text = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the front page", () => {
  it("answers the four questions", async () => {
    const html = await house.page("mira", "/");
    expect(text(html)).toContain("Öppen nu, kl. 18:32");
    expect(text(html)).toContain("Öppen till 22:00");
    expect(html).toContain('href="/contact/?door=woman"');
    expect(html).toContain('href="tel:+46846500410"');
    expect(html).toContain('href="tel:112"');
    for (const door of DOORS) expect(html).toContain(`href="/door/${door}"`);
    expect(html).toMatch(
      /<a class="exit" href="https:\/\/www.smhi.se\/" rel="nofollow noreferrer"/,
    );
  });

  it("opens no chat by hours alone, and says so", async () => {
    house.onDuty = 0;
    const html = await house.page("mira", "/");
    expect(text(html)).toContain("Ingen kan svara just nu, kl. 18:32");
    expect(html).not.toContain("/contact/");
  });

  it("says when it opens, and opens out of hours when somebody is on duty", async () => {
    house.now = Date.parse("2026-11-27T08:00+01:00");
    house.onDuty = 0;
    expect(text(await house.page("mira", "/"))).toContain("Öppnar måndag 18:00");
    expect(text(await house.page("mira", "/?lang=en"))).toContain("Opens Monday 18:00");
    house.onDuty = 1;
    expect(text(await house.page("mira", "/"))).toContain("Öppen nu, kl. 08:00");
  });

  it("keeps to the exceptions", async () => {
    house.now = Date.parse("2026-12-24T18:30+01:00");
    house.onDuty = 0;
    expect(text(await house.page("mira", "/"))).toContain("Öppnar måndag 18:00");
  });

  it("names who answers at any hour while nobody here does, and where a bed is to be had", async () => {
    expect(text(await house.page("mira", "/"))).not.toContain("Kan du inte vänta?");
    house.now = Date.parse("2026-11-27T02:00+01:00");
    house.onDuty = 0;
    const html = await house.page("mira", "/");
    expect(html).toContain('href="tel:020505050"');
    expect(text(html)).toContain("Ring 112 och be om socialjouren");
    const young = await house.page("dinungdomsjour", "/door/young");
    expect(young).toContain('href="tel:116111"');
    expect(text(await house.page("mira", "/door/social-services"))).not.toContain(
      "Kan du inte vänta?",
    );
  });

  it("says that the history tells which pages, and the network only which site", async () => {
    const said = text(await house.page("mira", "/"));
    expect(said).toContain("att någon har besökt mira.localhost, och vilka sidor");
    expect(said).toContain("kan se namnet, men inte sidorna");
  });

  it("has two faces with their own names, colours and doors", async () => {
    const [mira, young] = [await house.page("mira", "/"), await house.page("dinungdomsjour", "/")];
    expect(mira).toContain("<title>Mira</title>");
    expect(young).toContain("<title>Din</title>");
    expect(young).toContain('data-colour="sea"');
    expect(young).not.toContain("/contact/?door=woman");
    expect(text(young)).toContain("Vi tar emot alla mellan 12 och 21 år, oavsett kön.");
  });
});

describe("every public page", () => {
  const pages = [
    ...every.map((path) => ["mira", path] as const),
    ...every.map((path) => ["dinungdomsjour", `${path}?lang=en`] as const),
    ["vide", "/"] as const,
    ["", "/"] as const,
  ];

  it.each(pages)(
    "%s%s runs the exit and no other script, and keeps nothing",
    async (host, path) => {
      const answer = await house.ask(host, path);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/exit.js">']);
      expect(html).not.toMatch(/ on[a-z]+=| style=/);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("x-robots-tag")).toContain("noindex");
      expect(html).toContain('name="robots" content="noindex');
      expect(html).toContain("112");
      expect(html.match(/data-exit=/g)).toHaveLength(2);
      const sources = [...html.matchAll(/ (?:src|action)="([^"]*)"/g)].map(([, where]) => where);
      expect(sources.filter((where) => where !== "/exit.js" && where !== "/")).toEqual([]);
    },
  );

  it.each(pages)("%s%s weighs under 20 KB with all that it fetches", async (host, path) => {
    const headers = { "accept-encoding": "gzip, br" };
    const page = await (await house.ask(host, path, { headers })).arrayBuffer();
    expect(brotliDecompressSync(Buffer.from(page)).toString()).toContain("<!doctype html>");
    expect(page.byteLength + exitScript.length).toBeLessThan(20_000);
  });

  it("lets in its own style by hash, and no other", async () => {
    const answer = await house.ask("mira", "/");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/style-src 'sha256-[\w+/=]+'(;|$)/);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });
});

it("the exit script fits in 2 KB", () => {
  expect(exitScript.length).toBeLessThanOrEqual(2048);
});

describe("a door", () => {
  it("is kind to those whom this face does not receive", async () => {
    const young = await house.page("mira", "/door/young");
    expect(young).toContain('href="//dinungdomsjour.localhost:8080/"');
    expect(young).toContain('href="tel:116111"');
    expect(young).not.toContain("/contact/");
    const woman = text(await house.page("mira", "/door/woman"));
    for (const kind of ["mellan 18 och 21", "man och har fyllt 21"]) expect(woman).toContain(kind);
    expect(await house.page("mira", "/door/woman")).toContain('href="tel:020808080"');
  });

  it("is never a dead end, at any face", async () => {
    house.onDuty = 0;
    for (const host of ["mira", "dinungdomsjour", "vide"]) {
      for (const door of DOORS) {
        const html = await house.page(host, `/door/${door}`);
        expect(html, `${host} ${door}`).toMatch(/href="tel:(?!112")/);
      }
    }
  });

  it("that does not exist is a calm page, not a code", async () => {
    for (const path of ["/door/nothing", "/elsewhere"]) {
      const answer = await house.ask("mira", path, { headers: { accept: "text/html" } });
      expect(answer.status).toBe(404);
      expect(text(await answer.text())).toContain("Sidan finns inte");
    }
  });
});

describe("a door", () => {
  it("leads to what is worth reading for whoever comes through it, in her language", async () => {
    const read = async (door: string, query = "", host = "mira"): Promise<string[]> => {
      const [html = ""] = (await house.page(host, `/door/${door}${query}`)).split("<footer");
      return [...html.matchAll(/href="(\/(?:sidor|rapporter)\/[^"]+)"/g)].map(
        ([, href = ""]) => href,
      );
    };
    expect((await read("worried"))[0]).toBe("/sidor/orolig-for-nagon");
    expect(await read("social-services")).toEqual([
      ...["/sidor/for-socialtjansten", "/sidor/skyddat-boende", "/rapporter/ungas-utsatthet"],
    ]);
    expect((await read("worried", "?lang=en"))[0]).toBe("/sidor/orolig-for-nagon?lang=en");
    expect(await read("learn")).toContain("/sidor/vad-ar-en-kvinnojour");
    // Whom this face does not receive is led to those who do, not to its guides.
    expect(await read("young")).toEqual([]);
    expect(await read("young", "?lang=en", "dinungdomsjour")).toEqual(
      [
        ...["har-nagon-tvingat-dig", "bilder-som-sprids", "nar-hemma-inte-ar-tryggt"],
        ...["akut", "rensa-spar"],
      ].map((slug) => `/sidor/${slug}?lang=en`),
    );
    expect(await read("woman")).toContain("/sidor/vad-kommunen-ska-gora");
  });
});

describe("what the contact app is told of a face", () => {
  it("is the whole view in her language", async () => {
    const answer = await house.ask("dinungdomsjour", "/contact/api/face?lang=en");
    const view = (await answer.json()) as FaceView;
    expect(view.face).toMatchObject({
      name: "Din Ungdomsjour",
      kind: "ungdomsjour",
      colour: "sea",
    });
    expect(view.before.questions[0]?.question).toBe("Do you tell my parents?");
    expect(view.doors.find(({ door }) => door === "young")?.received).toBe(true);
    expect(view.doors.find(({ door }) => door === "woman")?.received).toBe(false);
    expect(view.channels[0]).toMatchObject({
      channel: "chat",
      state: { kind: "open", asOf: house.now, basis: "duty" },
      says: "Open now, at\u00a018:32",
    });
    expect(view.demo).toBe(true);
  });

  it("names other jours of the same kind that can be tried", async () => {
    const view = (await (await house.ask("mira", "/contact/api/face")).json()) as FaceView;
    expect(view.otherJours).toEqual([
      {
        name: "Kvinnojouren Vide",
        hint: "Videdalen. Kvinnor från 18 år",
        doors: expect.arrayContaining(["woman"]),
        open: false,
        phone: { shown: "031-390 06 20", href: "tel:+46313900620" },
        url: "//vide.localhost:8080/",
      },
    ]);
  });

  it("is not given ahead of her own act", async () => {
    const headers = { "sec-purpose": "prefetch" };
    const answer = await house.ask("mira", "/contact/api/face", { headers });
    expect(answer.status).toBe(403);
  });
});

describe("the federation", () => {
  it("leads to a list of every jour, without a script", async () => {
    expect(await house.page("", "/")).toContain('href="/hitta"');
    const all = await house.page("", "/hitta");
    for (const host of ["mira", "dinungdomsjour", "vide"])
      expect(all).toContain(`href="//${host}.localhost:8080/"`);
  });

  it("has no doors of a jour, and a jour none of the federation", async () => {
    expect((await house.ask("", "/door/woman")).status).toBe(404);
    expect(await house.page("mira", "/?q=vide")).not.toContain('name="q"');
  });
});

it("asks to be left out of every index while it is a demonstration", async () => {
  expect(await house.page("mira", "/robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  expect((await house.ask("mira", "/favicon.ico")).status).toBe(204);
});
