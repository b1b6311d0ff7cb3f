import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import { type Entry, type OverflowList, overflowPaths } from "../network/index.ts";
import { publishListing } from "../network/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { FaceSettings, FaceView } from "./views.ts";

let house: SiteHouse;
let ids: Record<"mira" | "vide", { jour: string; face: string }>;

beforeAll(async () => {
  house = await siteHouse();
  const rows = await house.database.shared((tx) =>
    tx.rows<{ host: string; jour: string; face: string }>(
      "select host, jour_id as jour, face_id as face from hosts where host in ('mira.localhost', 'vide.localhost')",
    ),
  );
  const of = (name: string) => rows.find(({ host }) => host === `${name}.localhost`);
  const [mira, vide] = [of("mira"), of("vide")];
  if (!mira || !vide) throw new Error("the demo has Mira and Vide");
  ids = { mira, vide };
});
afterAll(() => house.close());

type Place = "mira" | "vide";
const other = { mira: "vide", vide: "mira" } as const;

async function say(place: Place, yes: boolean): Promise<OverflowList> {
  const body = { jour: ids[other[place]].jour, yes };
  const asking = { actor: coordinator, method: "POST", body } as const;
  return (await house.ask(place, overflowPaths.say, asking)).json() as Promise<OverflowList>;
}

async function standing(place: Place) {
  const asking = { actor: coordinator, method: "POST", body: {} } as const;
  const { jours } = (await (
    await house.ask(place, overflowPaths.list, asking)
  ).json()) as OverflowList;
  const found = jours.find(({ id }) => id === ids[other[place]].jour);
  return found && [found.mine, found.theirs];
}

/** What Mira's pages and her contact app offer. */
async function offered(): Promise<boolean[]> {
  const { otherJours } = JSON.parse(await house.page("mira", "/contact/api/face")) as FaceView;
  const app = otherJours.some(({ open, name }) => open && name === "Kvinnojouren Vide");
  const pages = await Promise.all(["/", "/door/woman"].map((path) => house.page("mira", path)));
  return [app, ...pages.map((page) => page.includes("Andra jourer har öppet nu"))];
}

beforeEach(async () => {
  house.onDuty = 0;
  house.openChats.clear();
  house.openChats.add(ids.vide.face);
  await say("mira", false);
  await say("vide", false);
});

/** Jours like Vide under these names, with whom Mira has agreed; gives their faces. */
async function agreedWith(names: readonly string[]): Promise<string[]> {
  const { database } = house;
  const [face, entry] = await database.tenant(ids.vide.jour as JourId, async (tx) => [
    await tx.row<{ row: object }>("select to_jsonb(f) as row from faces f where id = $1", [
      ids.vide.face,
    ]),
    await tx.row<{ entry: Entry }>("select entry from network_listings where face_id = $1", [
      ids.vide.face,
    ]),
  ]);
  if (!face || !entry) throw new Error("Vide has a face that is listed");
  const faces: string[] = [];
  for (const [at, name] of names.entries()) {
    const [id, jour] = [crypto.randomUUID(), await database.jour()];
    const own = JSON.stringify({ ...face.row, id, jour_id: jour, name });
    await database.tenant(jour, (tx) =>
      tx.rows("insert into faces select * from jsonb_populate_record(null::faces, $1)", [own]),
    );
    await database.shared((tx) =>
      tx.rows("insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, true)", [
        `many${at}.localhost`,
        jour,
        id,
      ]),
    );
    const listing = { faceId: id, name, kind: "kvinnojour", place: "Flen", phone: null } as const;
    await database.tenant(jour, async (tx) => {
      await publishListing(tx, listing, { ...entry.entry, elsewhere: true });
      await tx.rows("insert into network_overflow (jour_id, other_id) values ($1, $2)", [
        ...[jour, ids.mira.jour],
      ]);
    });
    await database.tenant(ids.mira.jour as JourId, (tx) =>
      tx.rows("insert into network_overflow (jour_id, other_id) values ($1, $2)", [
        ...[ids.mira.jour, jour],
      ]),
    );
    faces.push(id);
  }
  return faces;
}

const none = [false, false, false];
const everywhere = [true, true, true];

describe("another jour is offered beside “closed”", () => {
  it("only when both have said yes, and no longer once either takes it back", async () => {
    expect(await offered()).toEqual(none);
    await say("mira", true);
    expect([await offered(), await standing("vide")]).toEqual([none, [false, true]]);
    await say("vide", true);
    expect([await offered(), await standing("mira")]).toEqual([everywhere, [true, true]]);
    await say("vide", false);
    expect([await offered(), await standing("mira")]).toEqual([none, [true, false]]);
    await say("vide", true);
    await say("mira", false);
    expect(await offered()).toEqual(none);
  });

  it("on the pages only while her own chat is closed, and nowhere unless the other's is open", async () => {
    await say("mira", true);
    await say("vide", true);
    house.onDuty = 1;
    // To whoever has her page open: if she waits and it is full, the page shows it.
    expect(await offered()).toEqual([true, false, false]);
    house.onDuty = 0;
    house.openChats.clear();
    house.glances.forget();
    expect(await offered()).toEqual(none);
  });

  it("only at doors at which the other receives, and for municipalities that it is there for", async () => {
    await say("mira", true);
    await say("vide", true);
    expect(await house.page("mira", "/door/woman")).toContain("Kvinnojouren Vide");
    expect(await house.page("mira", "/door/young")).not.toContain("Andra jourer har öppet nu");
    const answer = await house.ask("vide", "/desk/api/faces", { actor: coordinator });
    const { faces } = (await answer.json()) as { faces: FaceSettings[] };
    const [face] = faces;
    const put = async (reach: object, version = 0): Promise<void> => {
      const body = { version: (face?.version ?? 0) + version, face: { ...face?.face, reach } };
      const saving = { actor: coordinator, method: "PUT", body } as const;
      expect((await house.ask("vide", `/desk/api/faces/${face?.id}`, saving)).status).toBe(200);
    };
    await put({ ...face?.face.reach, municipalities: ["2584"], elsewhere: false });
    expect(await offered()).toEqual(none);
    await put({ ...face?.face.reach, municipalities: ["2584", "0480"], elsewhere: false }, 1);
    expect(await offered()).toEqual(everywhere);
  });

  it("also when she is the last of many by her name", async () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `Jouren A${at}`);
    const jours = await agreedWith([...twelve, "Jouren Ö"]);
    const [last = ""] = jours.slice(-1);
    house.openChats.clear();
    house.openChats.add(last);
    house.glances.forget();
    const page = await house.page("mira", "/door/woman");
    expect([page.includes("Andra jourer har öppet nu"), page.includes("Jouren Ö")]).toEqual([
      true,
      true,
    ]);
    for (const face of jours) house.openChats.add(face);
    house.glances.forget();
    const { otherJours } = JSON.parse(await house.page("mira", "/contact/api/face")) as FaceView;
    expect(otherJours.filter(({ open }) => open)).toHaveLength(12);
  });

  it("by an address that says nothing of where she comes from", async () => {
    await say("mira", true);
    await say("vide", true);
    for (const [path, address] of [
      ["/", "//vide.localhost:8080/"],
      ["/?lang=en", "//vide.localhost:8080/?lang=en"],
    ] as const) {
      const answer = await house.ask("mira", path);
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(await answer.text()).toContain(`<a href="${address}" rel="noreferrer">`);
    }
  });
});

describe("a word of a jour", () => {
  it("is said by her coordinators alone", async () => {
    const body = { jour: ids.vide.jour, yes: true };
    const asking = { method: "POST", body } as const;
    for (const [actor, status] of [
      [undefined, 401],
      [volunteer, 403],
    ] as const) {
      const given = actor ? { actor, ...asking } : asking;
      expect((await house.ask("mira", overflowPaths.say, given)).status).toBe(status);
    }
    expect(await standing("mira")).toEqual([false, false]);
  });

  it("is said to no jour that there is not, nor to herself", async () => {
    for (const jour of [ids.mira.jour, "00000000-0000-4000-8000-000000000009"]) {
      const asking = { actor: coordinator, method: "POST", body: { jour, yes: true } } as const;
      expect((await house.ask("mira", overflowPaths.say, asking)).status).toBe(404);
    }
  });

  it("can be neither written nor read by a third, whatever her program does", async () => {
    await say("mira", true);
    const third = await house.database.jour();
    const [seen, forged] = await Promise.all([
      house.database.tenant(third, (tx) => tx.rows("select 1 from network_overflow")),
      house.database
        .tenant(third, (tx) =>
          tx.rows("insert into network_overflow values ($1, $2)", [ids.vide.jour, ids.mira.jour]),
        )
        .catch((error: { code?: string }) => error.code),
    ]);
    expect([seen, forged]).toEqual([[], "42501"]);
  });
});
