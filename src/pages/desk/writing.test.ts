import { expect, it } from "vitest";
import { ok, type Result } from "../../platform/result.ts";
import type { OpenedPage, PageText } from "../contract.ts";
import { emptyText, type PagesApi, Writing } from "./writing.browser.ts";

/** A jour that has versions of one text, to which a colleague adds. */
function jour() {
  const versions: PageText[] = [];
  const add = (body: string): void => void versions.push({ ...emptyText, body });
  const post = async (): Promise<Result<OpenedPage>> =>
    ok({ saved: { version: versions.length, text: versions.at(-1) ?? emptyText } } as OpenedPage);
  return { add, api: { post } as unknown as PagesApi };
}

it("what is said yes to, and published, is the version whose words are shown", async () => {
  const { add, api } = jour();
  add("Första");
  const writing = new Writing(api, "page", "sv");
  await writing.open();
  add("Andra");
  // The desk has learned of it before the words are exchanged.
  const looked = writing.look();
  expect([writing.shown, writing.text.value.body]).toEqual([1, "Första"]);
  await looked;
  expect([writing.shown, writing.text.value.body]).toEqual([2, "Andra"]);
});

it("words that are not saved stay, and are still based on what they began from", async () => {
  const { add, api } = jour();
  add("Första");
  const writing = new Writing(api, "page", "sv");
  await writing.open();
  writing.write({ body: "Min" });
  add("Andra");
  await writing.look();
  expect([writing.shown, writing.text.value.body]).toEqual([1, "Min"]);
  await writing.keep();
});
