import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFederation } from "../../people/index.server.ts";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { coordinator, type SiteHouse, siteHouse } from "../../../tests/factories/site.server.ts";
import { federationPaths, type FederationView } from "../federation/contract.ts";
import { type Application, type ApplicationList, joiningPaths, readForm } from "./contract.ts";
import { decide, sweep } from "./service.server.ts";

let house: SiteHouse;
let federation: JourId;

beforeAll(async () => {
  house = await siteHouse();
  const named = { host: "localhost", name: "Riksförbundet Stod", demo: true };
  const made = await createFederation(house.database, named, async () => undefined);
  if (!made.ok) throw new Error(made.code);
  federation = made.value;
  // What a host is, is remembered for two seconds.
  await new Promise((done) => setTimeout(done, 2100));
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.database.tenant(federation, (tx) => tx.rows("delete from network_applications"));
  await house.database.shared((tx) => tx.rows("delete from network_guests"));
  house.glances.forget();
});

const written = {
  ...{ name: "Kvinnojouren Blåklint", kind: "kvinnojour", url: "blaklint.example", phone: "" },
  ...{ municipalities: "Katrineholm, vingåker kommun", elsewhere: "yes", receives: "women" },
  ...{ from: "18", until: "", permit: "none", person: "Maja Ek", mail: "maja@blaklint.example" },
  about: "",
};

/** As a browser sends a form, without a script. */
const send = (fields: Record<string, string>, path: string = joiningPaths.form) =>
  house.ask("", path, {
    method: "POST",
    body: new URLSearchParams(
      Object.entries(fields).map(([name, said]) => [name, said.replaceAll("\n", "\r\n")]),
    ),
  });

async function apply(change: Partial<typeof written> = {}): Promise<string> {
  const page = await (await send({ ...written, ...change })).text();
  return /joining-code">([^<]+)</.exec(page)?.[1] ?? "";
}

async function desk<T>(path: string, body: object, status = 200): Promise<T> {
  const answer = await house.ask("", path, { actor: coordinator, method: "POST", body });
  expect(answer.status).toBe(status);
  return (await answer.json()) as T;
}

const all = async (): Promise<readonly Application[]> =>
  (await desk<ApplicationList>(joiningPaths.list, {})).applications;

async function only(): Promise<Application> {
  const [first] = await all();
  if (!first) throw new Error("nobody has applied");
  return first;
}

/** Whether the directory names her, and leads to her site. */
const standing = async (): Promise<boolean[]> => [
  (await house.page("", "/hitta/jourer.json")).includes("Kvinnojouren Blåklint"),
  (await house.page("", "/hitta")).includes('<a href="https://blaklint.example/"'),
];

describe("the address of a site", () => {
  it.each(["Https://blaklint.example", "HTTP://Blaklint.Example", "blaklint.example"])(
    "written as %s is approved and stands in the directory",
    async (url) => {
      await apply({ url });
      const { id, version } = await only();
      await desk(joiningPaths.decide, { id, version, decision: "approved", text: "" });
      expect(await standing()).toEqual([true, true]);
    },
  );

  it("that was kept before addresses had one spelling is approved too", async () => {
    await apply();
    const old = "jsonb_set(told, '{url}', '\"Https://blaklint.example\"')";
    await house.database.tenant(federation, (tx) =>
      tx.rows(`update network_applications set told = ${old}`),
    );
    const { id, version } = await only();
    await desk(joiningPaths.decide, { id, version, decision: "approved", text: "" });
    expect(await standing()).toEqual([true, true]);
  });

  it.each(["https://polisen.se@evil.example/", "polisen.se:x@evil.example", "javascript:alert(1)"])(
    "that leads elsewhere than it looks (%s) is refused, also in a file",
    async (url) => {
      expect((await send({ ...written, url })).status).toBe(422);
      expect(await all()).toEqual([]);
      const entry = {
        ...{ receives: "women", ages: { from: 18, until: null }, doors: ["woman"] },
        ...{ municipalities: ["2480"], elsewhere: true, languages: ["sv"], permit: "none" },
        hours: { week: {}, exceptions: [] },
      };
      const guest = {
        ...{ id: "6f1a6b1e-2d0c-4b43-8f60-1f0f7c3a9d21", name: "Kvinnojouren Rönn", phone: null },
        ...{ kind: "kvinnojour", place: "Umeå", url, entry },
      };
      await desk(federationPaths.enter, { guests: [guest] }, 400);
      const fair = { ...guest, url: "HTTPS://Ronn.example" };
      const { guests } = await desk<FederationView>(federationPaths.enter, { guests: [fair] });
      expect(guests.map((one) => one.url)).toEqual(["https://ronn.example/"]);
    },
  );
});

describe("an answer of an applicant", () => {
  const line = `${"å".repeat(78)}\n`;
  const long = line.repeat(50) + "å".repeat(3990 - line.length * 50);

  it("of many lines comes back whole", async () => {
    expect([long.length, long.replaceAll("\n", "\r\n").length]).toEqual([3990, 4040]);
    const code = await apply({ about: long });
    const answer = await send({ code, reply: long }, joiningPaths.answer);
    expect([answer.status, (await answer.text()).includes(long)]).toEqual([200, true]);
    const { told, talk } = await only();
    expect([told.about, talk.map(({ text }) => text)]).toEqual([long, [long]]);
  });

  it("that is too long is told to be so, and stands there to be shortened", async () => {
    const code = await apply();
    // Half a letter would stand at the cut.
    const tooLong = `${"x".repeat(3999)}💡${"y".repeat(20_000)}`;
    const answer = await send({ code, reply: tooLong }, joiningPaths.answer);
    const page = await answer.text();
    expect([answer.status, page.includes("för lång, högst 4 000"), page.includes(tooLong)]).toEqual(
      [422, true, true],
    );
    expect((await only()).talk).toEqual([]);
    const form = await send({ ...written, about: tooLong });
    expect([form.status, (await form.text()).includes("för lång, högst 4 000")]).toEqual([
      422,
      true,
    ]);
  });

  it("that comes after the decision is given back, and not swallowed", async () => {
    const code = await apply();
    const { id, version } = await only();
    await desk(joiningPaths.decide, { id, version, decision: "declined", text: "Nej." });
    const page = await (await send({ code, reply: "Vänta!" }, joiningPaths.answer)).text();
    expect(page).toContain("Det du skrev skickades inte");
    expect(page).toContain("Vänta!");
  });
});

describe("names of municipalities", () => {
  const codesOf = (municipalities: string) => {
    const read = readForm({ ...written, municipalities });
    return read.ok ? read.told.municipalities : read.unknown;
  };
  it("may be spaced as they like, with “kommun” or without", () => {
    expect(codesOf("  Vingåker \t kommun,katrineholm\nKIRUNA   KOMMUN")).toEqual([
      ...["0428", "0483", "2584"],
    ]);
  });
});

describe("a decision", () => {
  /** The house's database, where something happens before the entry in the directory is made. */
  const meddling = (before: () => Promise<unknown>): Database => ({
    ...house.database,
    shared: async (work) => {
      await before();
      return house.database.shared(work);
    },
  });
  const saying = (decision: "approved" | "declined", { id, version }: Application) => ({
    ...{ id, version, decision, text: "Vi har läst." },
  });

  it("is one, also when two of the federation decide at once: declined and listed is nobody", async () => {
    await apply();
    const looked = await only();
    const no = () =>
      decide(house.database, federation, saying("declined", looked), house.now).then(
        ({ ok }) => ok,
      );
    let isNo: boolean | undefined;
    const between = meddling(async () => (isNo = await no()));
    const yes = await decide(between, federation, saying("approved", looked), house.now);
    expect([yes.ok, isNo, (await only()).stage]).toEqual([true, false, "approved"]);
    expect(await standing()).toEqual([true, true]);
    for (let round = 0; round < 10; round++) {
      await house.database.tenant(federation, (tx) => tx.rows("delete from network_applications"));
      await house.database.shared((tx) => tx.rows("delete from network_guests"));
      await apply();
      const one = await only();
      const said = await Promise.all(
        (["approved", "declined"] as const).map((decision) =>
          decide(house.database, federation, saying(decision, one), house.now),
        ),
      );
      const { guests } = await desk<FederationView>(federationPaths.members, {});
      const isYes = (await only()).stage === "approved";
      expect([said.map(({ ok }) => ok), guests.length]).toEqual([[isYes, !isYes], isYes ? 1 : 0]);
    }
  });

  it("for yes is kept when the directory cannot be written; the next sweep makes the entry, once", async () => {
    const code = await apply();
    const broken = meddling(() => Promise.reject(new Error("away")));
    const yes = await decide(broken, federation, saying("approved", await only()), house.now);
    expect([yes.ok, (await only()).toEnter, await standing()]).toEqual([
      true,
      true,
      [false, false],
    ]);
    const page = await (await send({ code }, joiningPaths.answer)).text();
    expect(page).toContain("Ni kommer in i katalogen inom några minuter.");
    await sweep(house.database, federation, house.now);
    house.glances.forget();
    expect([(await only()).toEnter, await standing()]).toEqual([false, [true, true]]);
    await desk(federationPaths.takeOff, { id: (await only()).id });
    await sweep(house.database, federation, house.now);
    house.glances.forget();
    expect(await standing()).toEqual([false, false]);
  });
});

describe("a flood of applications", () => {
  it("rests the form until the federation has cleared it, and says so; what is answered stays", async () => {
    const day = 86_400_000;
    const start = house.now;
    try {
      await apply({ name: "Kvinnojouren Ek" });
      const honest = await only();
      const asked = { id: honest.id, version: honest.version, text: "Hur många är ni?" };
      await desk(joiningPaths.ask, asked);
      for (let on = 1; on <= 3; on++) {
        house.now = start + on * day;
        for (let count = 0; count < 20; count++) await apply();
      }
      house.now = start + 4 * day;
      const full = await send(written);
      expect([full.status, (await full.text()).includes("vilar tills vi har läst dem")]).toEqual([
        429,
        true,
      ]);
      const seen = await all();
      const ids = seen.slice(0, 60).map(({ id }) => id);
      const { applications } = await desk<ApplicationList>(joiningPaths.clear, {
        ids: [...ids.slice(1), honest.id],
      });
      expect(applications.map(({ name }) => name)).toEqual([written.name, "Kvinnojouren Ek"]);
      expect(await apply()).not.toBe("");
    } finally {
      house.now = start;
    }
  });
});
