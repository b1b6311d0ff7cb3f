import { afterAll, beforeAll, expect, it } from "vitest";
import { coordinator, type SiteHouse, siteHouse } from "../../tests/factories/site.server.ts";
import { setApproved, wantApproval } from "../network/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { FaceSettings } from "./views.ts";

let house: SiteHouse;

beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

interface Told {
  readonly name: string;
  readonly municipalities: string[];
  readonly elsewhere: boolean;
  readonly hours: { readonly week: Record<string, unknown[]> };
}

async function told(name: string): Promise<Told | undefined> {
  house.glances.forget();
  const file = JSON.parse(await house.page("", "/hitta/jourer.json")) as { jours: Told[] };
  return file.jours.find((jour) => jour.name === name);
}

async function first(): Promise<FaceSettings> {
  const answer = await house.ask("mira", "/desk/api/faces", { actor: coordinator });
  const { faces } = (await answer.json()) as { faces: FaceSettings[] };
  if (!faces[0]) throw new Error("no face");
  return faces[0];
}

const put = (path: string, body: unknown) =>
  house.ask("mira", `/desk/api/faces/${path}`, { actor: coordinator, method: "PUT", body });

it("tells what the jour has last said of whom she is there for, and of her hours", async () => {
  const { id, version, hoursVersion, face, hours } = await first();
  const reach = { municipalities: ["0480", "0488"], elsewhere: false, languages: ["sv", "ar"] };
  expect((await put(id, { version, face: { ...face, reach } })).status).toBe(200);
  const week = { ...hours.week, phone: hours.week.phone.map(() => []) };
  const saved = await put(`${id}/hours`, { version: hoursVersion, hours: { ...hours, week } });
  expect(saved.status).toBe(200);
  const mira = await told("Kvinnojouren Mira");
  expect(mira).toMatchObject({ municipalities: ["0480", "0488"], elsewhere: false });
  expect(Object.keys(mira?.hours.week ?? {})).toEqual(["chat"]);
  const page = await house.page("", "/hitta");
  expect(page).toContain("Finns för Nyköping, Trosa. Språk: svenska och arabiska.");
});

it("has a tab that names no subject, the federation's sign and a way on from its end", async () => {
  const page = await house.page("", "/hitta");
  expect(page).toContain("<title>Lykta, katalog</title>");
  expect(page).toMatch(/<footer.*href="\/hitta"/s);
});

it("takes only municipalities that there are", async () => {
  const { id, version, face } = await first();
  const reach = { ...face.reach, municipalities: ["0480", "9999"] };
  expect((await put(id, { version, face: { ...face, reach } })).status).toBe(400);
});

it("keeps its file out of her browser; caches on the way may have it", async () => {
  const { headers } = await house.ask("", "/hitta/jourer.json");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("cdn-cache-control")).toBe("public, max-age=60");
});

it("lists only approved jours where the federation wants that, and no jour approves herself", async () => {
  const { database } = house;
  await database.shared((tx) => wantApproval(tx, true));
  expect(await told("Kvinnojouren Vide")).toBeUndefined();
  const ids = await database.shared((tx) =>
    tx.rows<{ id: JourId }>("select id from jours where slug = 'vide'"),
  );
  const vide = ids[0]?.id as JourId;
  const herself = database.tenant(vide, (tx) => setApproved(tx, "vide.localhost", "2026-11-26"));
  await expect(herself).rejects.toThrow(/row-level security/);
  const lifted = database.tenant(vide, (tx) => wantApproval(tx, false));
  await expect(lifted).rejects.toThrow(/row-level security/);
  expect(await told("Kvinnojouren Vide")).toBeUndefined();
  expect(await database.shared((tx) => setApproved(tx, "vide.localhost", "2026-11-26"))).toBe(true);
  expect(await told("Kvinnojouren Vide")).toBeDefined();
  expect(await database.shared((tx) => setApproved(tx, "vide.localhost", null))).toBe(true);
  expect(await told("Kvinnojouren Vide")).toBeUndefined();
  expect(await database.shared((tx) => setApproved(tx, "nobody.localhost", null))).toBe(false);
  await database.shared((tx) => wantApproval(tx, false));
  expect(await told("Kvinnojouren Vide")).toBeDefined();
});
