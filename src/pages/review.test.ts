import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Asking,
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type OpenedPage, type PageList, pagePaths as paths } from "./contract.ts";

let house: SiteHouse;
let miraId: JourId;
type Member = Extract<NonNullable<Asking["actor"]>, { kind: "member" }>;

const named = (id: string, role: Member["role"], teams: readonly string[] = []): Member => ({
  ...{ kind: "member", memberId: id, role, teams, sessionId: "s" },
});
const berit = coordinator as Member;
const editor = (number: number) =>
  named(`00000000-0000-4000-8000-00000000000${number}`, "volunteer", ["editor"]);
const [majken, sara] = [editor(2), editor(3)];

beforeAll(async () => {
  house = await siteHouse();
  const jours = await house.database.shared((tx) =>
    tx.rows<{ id: JourId }>("select id from jours where slug = 'mira'"),
  );
  miraId = jours[0]?.id as JourId;
  await house.database.tenant(miraId, async (tx) => {
    for (const [member, name] of [
      [berit, "Berit"],
      [majken, "Majken"],
      [sara, "Sara"],
    ] as const)
      await tx.rows(
        `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, $4, 'active', '', decode(repeat(md5($3), 2), 'hex'),
                 decode(repeat('00', 1216), 'hex'), '2026-11-01')`,
        [member.memberId, miraId, name, member.role],
      );
  });
});
afterAll(() => house.close());

async function ask<T>(actor: Member, path: string, body: object, host = "mira"): Promise<T> {
  const answer = await house.ask(host, path, { actor, method: "POST", body });
  return (await answer.json()) as T;
}
const codeOf = (actor: Member, path: string, body: object, host?: string) =>
  ask<{ error?: string } | null>(actor, path, body, host).then((told) => told?.error);

let count = 0;
async function made(by: Member) {
  const settings = { kind: "guide", slug: `ogon-${++count}`, face: null, dated: null, position: 0 };
  const body = { ...settings, language: "sv", title: "Rubrik" };
  const { page } = await ask<{ page: string }>(by, paths.make, body);
  const place = { page, language: "sv" };
  return {
    ...{ page, slug: settings.slug },
    save: (who: Member, after: number, text: string) =>
      ask(who, paths.save, {
        ...place,
        after,
        text: { title: "R", summary: "", body: text, cover: null },
      }),
    publish: (who: Member, version: number, at: string | null = null) =>
      codeOf(who, paths.publish, { ...place, version, at }),
    askEyes: (who: Member, version: number) => codeOf(who, paths.askEyes, { ...place, version }),
    sayYes: (who: Member, version: number, host?: string) =>
      codeOf(who, paths.sayYes, { ...place, version }, host),
    opened: (who: Member) => ask<OpenedPage>(who, paths.open, place),
  };
}
const want = (secondEyes: boolean) => ask(berit, paths.rules, { secondEyes });

describe("a second pair of eyes", () => {
  it("is wanted only where the jour wants it, which coordinators say", async () => {
    const page = await made(majken);
    expect(await page.publish(majken, 1)).toBeUndefined();
    expect(await codeOf(majken, paths.rules, { secondEyes: true })).toBe("not-allowed");
    await want(true);
    expect((await ask<PageList>(majken, paths.list, {})).secondEyes).toBe(true);
    // What is published stays so.
    expect((await house.ask("mira", `/sidor/${page.slug}`)).status).toBe(200);
    expect(await page.publish(majken, 1)).toBe("second-eyes-missing");
    await want(false);
    expect(await page.publish(majken, 1)).toBeUndefined();
  });

  it("must be another's, and must have seen exactly that version", async () => {
    await want(true);
    const page = await made(majken);
    expect(await page.askEyes(majken, 1)).toBeUndefined();
    const { review } = await page.opened(sara);
    expect(review).toEqual({
      isAsked: true,
      askedBy: "Majken",
      isYes: false,
      saidBy: null,
      isMine: false,
    });
    expect((await page.opened(majken)).review?.isMine).toBe(true);
    // Nobody says yes to her own, coordinator or not.
    expect(await page.sayYes(majken, 1)).toBe("own-text");
    expect(await page.publish(sara, 1)).toBe("second-eyes-missing");
    await page.save(majken, 1, "Ändrad medan Sara läste");
    expect(await page.sayYes(sara, 1)).toBe("changed-meanwhile");
    expect(await page.sayYes(sara, 2)).toBeUndefined();
    await page.save(majken, 2, "Ändrad efter att Sara sagt ja");
    expect(await page.publish(majken, 3)).toBe("second-eyes-missing");
    expect(await page.publish(majken, 3, "2027-01-01T08:00")).toBe("second-eyes-missing");
    expect((await house.ask("mira", `/sidor/${page.slug}`)).status).toBe(404);
    // The one that two have seen may still go out.
    expect(await page.publish(majken, 2)).toBeUndefined();
    expect(await house.page("mira", `/sidor/${page.slug}`)).toContain("medan Sara läste");
    expect(await page.sayYes(berit, 3)).toBeUndefined();
    expect(await page.publish(majken, 3)).toBeUndefined();
  });

  it("of a text that nobody wrote, or whose writer has left, is whoever did not publish it", async () => {
    await want(true);
    const page = await made(majken);
    await house.database.tenant(miraId, (tx) =>
      tx.rows("update page_versions set saved_by = null where page_id = $1", [page.page]),
    );
    expect(await page.sayYes(sara, 1)).toBeUndefined();
    expect(await page.publish(sara, 1)).toBe("second-eyes-missing");
    expect(await page.publish(majken, 1)).toBeUndefined();
  });

  it("is given by those who write the pages of this jour, and by nobody else", async () => {
    await want(true);
    const page = await made(majken);
    for (const act of [
      page.sayYes(sara, 1, "vide"),
      codeOf(sara, paths.askEyes, { page: page.page, language: "sv", version: 1 }, "vide"),
    ])
      expect(await act).toBe("not-found");
    const asked = {
      method: "POST",
      body: { page: page.page, language: "sv", version: 1 },
    } as const;
    expect((await house.ask("mira", paths.sayYes, { ...asked, actor: volunteer })).status).toBe(
      403,
    );
    expect((await house.ask("mira", paths.sayYes, asked)).status).toBe(401);
    expect(await page.sayYes(sara, 2)).toBe("changed-meanwhile");
    expect(await codeOf(sara, paths.sayYes, { page: page.page, language: "en", version: 1 })).toBe(
      "not-found",
    );
    expect((await ask<PageList>(berit, paths.list, {}, "vide")).secondEyes).toBe(false);
    expect(await page.publish(majken, 1)).toBe("second-eyes-missing");
  });
});
