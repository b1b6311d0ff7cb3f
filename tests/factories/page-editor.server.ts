import { pagePaths as paths } from "../../src/pages/contract.ts";
import { coordinator, type SiteHouse } from "./site.server.ts";

export interface MadePage {
  readonly page: string;
  readonly slug: string;
}

export const pageText = (body: string, title = "Rubrik", summary = "Kort") => ({
  ...{ title, summary, body },
  cover: null,
});

/** Mira's coordinator at the doors of the pages' desk. */
export function pageEditor(house: () => SiteHouse) {
  let count = 0;
  async function ask<T>(path: string, body: object, host = "mira"): Promise<T> {
    const answer = await house().ask(host, path, { actor: coordinator, method: "POST", body });
    return (await answer.json()) as T;
  }
  const errorOf = (path: string, body: object, host?: string): Promise<string | undefined> =>
    ask<{ error?: string }>(path, body, host).then(({ error }) => error);

  async function made(kind = "guide", more: object = {}): Promise<MadePage> {
    const slug = `prov-${++count}`;
    const settings = { kind, slug, face: null, dated: null, position: 0, ...more };
    const { page } = await ask<{ page: string }>(paths.make, {
      ...settings,
      ...{ language: "sv", title: "Rubrik" },
    });
    return { page, slug };
  }

  async function published(body: string, kind = "guide", title = "Rubrik"): Promise<MadePage> {
    const one = await made(kind);
    const place = { page: one.page, language: "sv" };
    await ask(paths.save, { ...place, after: 1, text: pageText(body, title) });
    await ask(paths.publish, { ...place, version: 2, at: null });
    return one;
  }
  return { ask, errorOf, made, published };
}
