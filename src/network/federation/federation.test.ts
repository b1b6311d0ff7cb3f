import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { furnishFederation } from "../../entry/demo.pages.server.ts";
import { createFederation } from "../../people/index.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import {
  type Asking,
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../../tests/factories/site.server.ts";
import { type ApplicationList, joiningPaths } from "../joining/contract.ts";
import { sweep } from "../joining/service.server.ts";
import { federationPaths, type FederationView } from "./contract.ts";

let house: SiteHouse;
let federation: JourId;

beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

const found = async (): Promise<void> => {
  const named = { host: "localhost", name: "Riksförbundet Stod", demo: true };
  const made = await createFederation(house.database, named, furnishFederation);
  if (!made.ok) throw new Error(made.code);
  federation = made.value;
  // What a host is, is remembered for two seconds.
  await new Promise((done) => setTimeout(done, 2100));
  house.glances.forget();
};

async function desk<T>(path: string, body: object, status = 200): Promise<T> {
  const answer = await house.ask("", path, { actor: coordinator, method: "POST", body });
  expect(answer.status).toBe(status);
  return (await answer.json()) as T;
}

const view = (): Promise<FederationView> => desk(federationPaths.members, {});
const listedNames = async (): Promise<string[]> => {
  const { jours } = JSON.parse(await house.page("", "/api/v1/jours")) as {
    jours: { name: string }[];
  };
  return jours.map(({ name }) => name);
};

describe("a house whose federation has no desk", () => {
  it("has the directory, and no doors of a tenant there", async () => {
    expect(await house.page("", "/")).toContain("Hitta din jour");
    for (const path of ["/sidor", joiningPaths.form])
      expect((await house.ask("", path)).status).toBe(404);
    const asking = { actor: coordinator, method: "POST", body: {} } as const;
    expect((await house.ask("", federationPaths.members, asking)).status).toBe(404);
  });
});

describe("a federation", () => {
  beforeAll(found);

  it("says what it thinks on pages of its own, and leads whoever seeks support to the jours", async () => {
    const front = await house.page("", "/");
    for (const said of ["Riksförbundet Stod", "Remissvar", "Rätten att vara anonym", "/anslut"])
      expect(front).toContain(said);
    const pages = await house.page("", "/sidor");
    for (const said of ["Ställningstaganden", "Referensgrupper", "Svar till Justitiedepartementet"])
      expect(pages).toContain(said);
    const answer = await house.page("", "/remissvar/tillstand-for-skyddat-boende");
    for (const said of [
      "Svar till Socialdepartementet",
      "S2026/00999",
      "2026-10-02",
      "Hitta en jour",
    ])
      expect(answer).toContain(said);
    expect(await house.page("", "/nyheter.atom")).toContain("/remissvar/");
    expect(front).toContain("Referensgruppen om unga");
    const reports = await house.page("", "/rapporter/ett-ar-pa-jourerna");
    expect(reports).toContain("gå igenom rapporten tillsammans");
  });

  it("has its reports, positions and answers in lists of their own, year by year; a jour has reports alone", async () => {
    const answers = await house.page("", "/remissvar");
    for (const said of [
      "<h2>2026</h2>",
      "Svar till Justitiedepartementet",
      'datetime="2026-06-12"',
    ])
      expect(answers).toContain(said);
    expect(await house.page("", "/stallningstaganden?lang=en")).toContain("Positions</h1>");
    expect(await house.page("", "/rapporter")).toContain("Ett år på jourerna");
    expect(await house.page("mira", "/rapporter")).toContain("<h2>20");
    for (const path of ["/remissvar", "/stallningstaganden"])
      expect((await house.ask("mira", path)).status).toBe(404);
  });

  it("is no jour: nobody seeks support there, and no list of jours has it", async () => {
    for (const path of ["/contact/api/face", "/door/woman", "/desk/api/faces"])
      expect((await house.ask("", path, { actor: coordinator })).status).toBe(404);
    expect(await listedNames()).not.toContain("Riksförbundet Stod");
    expect((await view()).members.map(({ name }) => name)).not.toContain("Riksförbundet Stod");
    const again = { host: "localhost", name: "Ett till", demo: true };
    expect(await createFederation(house.database, again, async () => undefined)).toMatchObject({
      code: "slug-taken",
    });
  });

  it("keeps its desk to its own coordinators; at a jour's desk it is not there", async () => {
    const post = (name: string, asking: Asking) =>
      house.ask(name, federationPaths.rule, {
        method: "POST",
        body: { approval: true },
        ...asking,
      });
    expect((await post("", {})).status).toBe(401);
    expect((await post("", { actor: volunteer })).status).toBe(403);
    expect((await post("mira", { actor: coordinator })).status).toBe(404);
    expect((await view()).approval).toBe(false);
  });

  it("decides who is listed, where it wants to", async () => {
    await desk(federationPaths.rule, { approval: true });
    expect(await listedNames()).toEqual([]);
    await desk(federationPaths.approve, { host: "mira.localhost", approved: true });
    expect(await listedNames()).toEqual(["Din Ungdomsjour", "Kvinnojouren Mira"]);
    await desk(federationPaths.approve, { host: "nobody.localhost", approved: true }, 404);
    await desk(federationPaths.approve, { host: "localhost", approved: true }, 404);
    await desk(federationPaths.approve, { host: "mira.localhost", approved: false });
    await desk(federationPaths.rule, { approval: false });
    expect(await listedNames()).toContain("Kvinnojouren Vide");
  });

  it("enters jours of a file; those of this house tell of themselves", async () => {
    const faces = JSON.parse(await house.page("", "/api/v1/jours")) as { jours: { id: string }[] };
    const entry = {
      ...{ receives: "women", ages: { from: 18, until: null }, doors: ["woman"] },
      ...{ municipalities: ["2480"], elsewhere: true, languages: ["sv"], permit: "none" },
      hours: { week: {}, exceptions: [] },
    };
    const guest = {
      ...{ id: "6f1a6b1e-2d0c-4b43-8f60-1f0f7c3a9d21", name: "Kvinnojouren Rönn", phone: null },
      ...{ kind: "kvinnojour", place: "Umeå", url: "https://ronn.example/", entry },
    };
    const own = { ...guest, id: faces.jours[0]?.id, name: "Någon annan" };
    await desk(federationPaths.enter, { guests: [guest, own] });
    expect(await listedNames()).toContain("Kvinnojouren Rönn");
    expect(await listedNames()).not.toContain("Någon annan");
    const directory = await house.page("", "/hitta");
    expect(directory).toContain('<a href="https://ronn.example/" rel="noreferrer">');
    expect(await house.page("", "/api/v1/jours.csv")).toContain("https://ronn.example/");
    const wrong = { guests: [{ ...guest, url: "http://ronn.example/" }] };
    await desk(federationPaths.enter, wrong, 400);
    await desk(federationPaths.takeOff, { id: guest.id });
    await desk(federationPaths.takeOff, { id: guest.id }, 404);
    expect(await listedNames()).not.toContain("Kvinnojouren Rönn");
  });

  it("alone changes the directory's guests: no transaction of a jour can", async () => {
    const jour = await house.database.jour();
    for (const sql of [
      "insert into network_guests (id, name, kind, place, url, entry, source, since) values (gen_random_uuid(), 'x', 'kvinnojour', '', 'https://x.example', '{}', 'hsds', now())",
      "update network_rules set approval = true returning 1",
    ]) {
      const done = await house.database
        .tenant(jour, (tx) => tx.rows(sql))
        .catch((error: { code?: string }) => error.code);
      expect(done === "42501" || (Array.isArray(done) && done.length === 0)).toBe(true);
    }
  });
});

const written = {
  ...{ name: "Kvinnojouren Blåklint", kind: "kvinnojour", url: "blaklint.example", phone: "" },
  ...{ municipalities: "Katrineholm, vingåker kommun", elsewhere: "yes", receives: "women" },
  ...{ from: "18", until: "", permit: "none", person: "Maja Ek", mail: "maja@blaklint.example" },
  about: "",
};

const send = (body: object, path: string = joiningPaths.form): Promise<Response> =>
  house.ask("", path, { method: "POST", body });

async function apply(change: object = {}): Promise<string> {
  const page = await (await send({ ...written, ...change })).text();
  return /joining-code">([^<]+)</.exec(page)?.[1] ?? "";
}

const waiting = async () => {
  const { applications } = await desk<ApplicationList>(joiningPaths.list, {});
  const [first] = applications;
  if (!first) throw new Error("nobody has applied");
  return first;
};

describe("a jour that wants to join", () => {
  beforeEach(async () => {
    await house.database.tenant(federation, (tx) => tx.rows("delete from network_applications"));
  });

  it("is told which fields were not understood, and loses nothing of what she wrote", async () => {
    const answer = await send({ ...written, municipalities: "Kiruna, Norden", mail: "maja" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("2 fält behöver rättas");
    expect(page).toContain("Ingen kommun heter så: Norden.");
    expect(page).toContain('value="Kvinnojouren Blåklint"');
    expect((await desk<ApplicationList>(joiningPaths.list, {})).applications).toEqual([]);
  });

  it("is asked, answers with her code, is approved, and stands in the directory", async () => {
    const code = await apply();
    expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const { id, version, told } = await waiting();
    expect(told).toMatchObject({
      municipalities: ["0483", "0428"],
      url: "https://blaklint.example/",
    });
    await desk(joiningPaths.ask, { id, version, text: "Hur många är ni?" });
    const read = async (reply = ""): Promise<string> =>
      (
        await send({ code: code.toUpperCase().replaceAll("-", " "), reply }, joiningPaths.answer)
      ).text();
    expect(await read()).toContain("Hur många är ni?");
    expect(await read("Elva <b>volontärer</b>")).toContain("Elva &lt;b>volontärer");
    const answered = await waiting();
    expect([answered.stage, answered.talk.length]).toEqual(["answered", 2]);
    const decide = { id, decision: "approved", text: "" };
    await desk(joiningPaths.decide, { ...decide, version }, 409);
    await desk(joiningPaths.decide, { ...decide, version: answered.version });
    expect(await read("En sak till")).toContain("Ja, välkomna!");
    expect((await waiting()).talk).toHaveLength(2);
    expect(await listedNames()).toContain("Kvinnojouren Blåklint");
    await desk(joiningPaths.decide, { ...decide, version: answered.version + 1 }, 409);
    await desk(federationPaths.takeOff, { id });
  });

  it("of this house is approved as she is, and becomes no guest", async () => {
    await apply({ url: "https://vide.localhost/" });
    const { id, version } = await waiting();
    await desk(joiningPaths.decide, { id, version, decision: "approved", text: "Välkomna!" });
    const { members, guests } = await view();
    const vide = members.find(({ host }) => host === "vide.localhost");
    expect([vide?.approvedOn, guests]).toEqual(["2026-11-26", []]);
  });

  it("is declined with a word, and never without", async () => {
    const code = await apply();
    const { id, version } = await waiting();
    await desk(joiningPaths.decide, { id, version, decision: "declined", text: " " }, 400);
    const text = "Ni är redan med i ett annat förbund.";
    await desk(joiningPaths.decide, { id, version, decision: "declined", text });
    const page = await (await send({ code, reply: "" }, joiningPaths.answer)).text();
    expect(page).toContain("Den här gången blev det nej.");
    expect(page).toContain(text);
    expect(await listedNames()).not.toContain("Kvinnojouren Blåklint");
  });

  it("finds nothing with a code that is none, and leaves no code in the database", async () => {
    const code = await apply();
    const page = await (await send({ code: "aaaa-aaaa-aaaa-aaaa" }, joiningPaths.answer)).text();
    expect(page).toContain("Ingen ansökan har den koden.");
    const rows = await house.database.tenant(federation, (tx) =>
      tx.rows<{ row: string }>("select a::text as row from network_applications a"),
    );
    expect(rows[0]?.row).toContain("Blåklint");
    expect(rows[0]?.row).not.toContain(code.replaceAll("-", ""));
  });

  it("finds the form at rest after twenty in a day", async () => {
    for (let sent = 0; sent < 20; sent++) expect(await apply()).not.toBe("");
    const answer = await send(written);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("Allt du skrev står kvar");
  });

  it("is forgotten ninety days after the answer, and after a year without one", async () => {
    const days = (count: number): number => house.now + count * 86_400_000;
    await apply();
    const { id, version } = await waiting();
    await desk(joiningPaths.decide, { id, version, decision: "declined", text: "Nej." });
    await apply();
    const left = async (at: number): Promise<number> => {
      await sweep(house.database, federation, at);
      return (await desk<ApplicationList>(joiningPaths.list, {})).applications.length;
    };
    expect([await left(days(89)), await left(days(91)), await left(days(366))]).toEqual([2, 1, 0]);
  });
});
