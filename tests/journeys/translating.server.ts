import type { Page } from "playwright-core";
import { expect } from "vitest";
import { pagePaths as paths } from "../../src/pages/index.ts";
import { appears, isShown, press } from "./look.server.ts";

type Ask = <T>(path: string, said: object) => Promise<T>;

/** A colleague changes the Swedish text while she mends a comma: the translation does not claim to follow it. */
export async function translates(desk: Page, ask: Ask): Promise<void> {
  await press(desk, "Alla sidor");
  await press(desk, /^Engelska.*Är det våld/);
  const source = desk.getByRole("region", { name: "Den svenska texten" });
  await appears(source.getByText("Översättningen följer version 1, som är den nyaste svenska."));
  const boxes = await Promise.all(
    [source, desk.getByLabel("Text", { exact: true })].map((one) => one.boundingBox()),
  );
  expect((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0)).toBeLessThanOrEqual(boxes[1]?.x ?? 0);
  const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(paths.list, {});
  const page = pages.find(({ slug }) => slug === "vald-i-en-relation")?.id;
  const added = "Det här är nytt på svenska.";
  const said = { title: "Är det våld?", summary: "Kort", body: added, cover: null };
  await ask(paths.save, { page, language: "sv", after: 1, text: said });
  const text = desk.getByLabel("Text", { exact: true });
  await text.fill("A comma, mended.");
  await press(desk, "Spara");
  await appears(source.getByText("Ändrat på svenska sedan version 1"));
  await appears(source.getByText(added, { exact: true }));
  await source.locator("ins").first().waitFor();
  await isShown(desk, "desk-translation");
  const box = source.getByRole("checkbox", { name: /följer version 2/ });
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await press(desk, "Spara");
  await appears(source.getByText("Översättningen följer version 2, som är den nyaste svenska."));
}
