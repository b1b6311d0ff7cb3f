import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../tests/factories/database.server.ts";
import { hsdsList } from "../../tests/factories/hsds.ts";
import {
  coordinator,
  runSite,
  type SiteHouse,
  siteHouse,
} from "../../tests/factories/site.server.ts";
import { seedDemo } from "../entry/demo.server.ts";
import type { FaceSettings } from "./views.ts";

let house: SiteHouse;

beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

const read = async (path: string): Promise<unknown> => JSON.parse(await house.page("", path));

/** What is looked at of a service. */
interface HsdsService {
  readonly name: string;
  readonly service_areas?: readonly { readonly extent: string }[];
  readonly phones?: readonly { readonly id: string }[];
  readonly schedules?: readonly { readonly id: string }[];
  readonly languages?: readonly { readonly id: string }[];
}

describe("the open data of the network", () => {
  it("is HSDS, every identifier its own and the same the next time", async () => {
    const answer = await read("/api/v1/hsds/services");
    hsdsList.parse(answer);
    const page = answer as { contents: HsdsService[] };
    expect(page).toMatchObject({ total_items: 3, empty: false });
    const mira = page.contents.find(({ name }) => name === "Kvinnojouren Mira");
    expect(mira).toMatchObject({ status: "active", minimum_age: 18 });
    expect(mira?.service_areas?.map(({ extent }) => extent)).toEqual(["0480", "0481"]);
    const late = { byday: "TH", opens_at: "18:00", closes_at: "21:00", attending_type: "chat" };
    expect(mira?.schedules).toContainEqual(expect.objectContaining(late));
    const ids = page.contents.flatMap((one) =>
      [...(one.phones ?? []), ...(one.schedules ?? []), ...(one.languages ?? [])].map(
        (part) => part.id,
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    house.glances.forget();
    expect(await read("/api/v1/hsds/services")).toEqual(page);
  });

  it("is HSDS for a whole federation", async () => {
    const database = await freshDatabase();
    await seedDemo(database, true);
    const site = await runSite(database, async () => ({ chat: 0 }), Date.now);
    const answer: unknown = JSON.parse(await site.page("", "/api/v1/hsds/services"));
    hsdsList.parse(answer);
    expect(answer).toMatchObject({ total_items: 71 });
    await site.close();
    await database.close();
  });

  it("is described field by field, and holds no other", async () => {
    const described = z
      .object({
        openapi: z.literal("3.1.0"),
        paths: z.record(z.string(), z.unknown()),
        components: z.object({
          schemas: z.object({
            Jour: z.object({
              required: z.array(z.string()),
              properties: z.record(z.string(), z.unknown()),
            }),
          }),
        }),
      })
      .parse(await read("/api/v1/openapi.json"));
    const { Jour } = described.components.schemas;
    expect(Object.keys(Jour.properties)).toEqual(Jour.required);
    const { jours } = (await read("/api/v1/jours")) as { jours: Record<string, unknown>[] };
    expect(jours).toHaveLength(3);
    for (const jour of jours)
      expect(Object.keys(jour).toSorted()).toEqual(Jour.required.toSorted());
    for (const path of Object.keys(described.paths)) {
      const answer = await house.ask("", path);
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([
        200,
        "*",
      ]);
    }
  });

  it("is a table that no spreadsheet runs, and JSON-LD that ends no script", async () => {
    const answer = await house.ask("mira", "/desk/api/faces", { actor: coordinator });
    const { faces } = (await answer.json()) as { faces: FaceSettings[] };
    const [first] = faces;
    const face = { ...first?.face, name: '=HYPERLINK("x")', place: "</script><b>a, b" };
    const body = { version: first?.version, face };
    const put = { actor: coordinator, method: "PUT", body } as const;
    expect((await house.ask("mira", `/desk/api/faces/${first?.id}`, put)).status).toBe(200);
    const csv = await house.page("", "/api/v1/jours.csv");
    expect(csv.split("\r\n")[0]).toMatch(/^id,jour,name,kind,url,phone,place/);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"</script><b>a, b"');
    const html = await house.page("", "/hitta");
    const [, data = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const names = (JSON.parse(data) as { "@graph": { name: string }[] })["@graph"];
    expect(names.map(({ name }) => name)).toContain('=HYPERLINK("x")');
  });
});
