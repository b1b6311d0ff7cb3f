import { expect, it } from "vitest";
import { ok, type Result } from "../../platform/result.ts";
import type { OpenedPage, PageText } from "../contract.ts";
import { withPicture } from "./text-area.browser.tsx";
import { emptyText, type PagesApi, Writing } from "./writing.browser.ts";

/** A jour that has versions of one text, to which a colleague adds. */
function jour() {
  const versions: PageText[] = [];
  const add = (body: string): void => void versions.push({ ...emptyText, body });
  const said: object[] = [];
  const post = async (_: string, body: object): Promise<Result<OpenedPage>> => {
    said.push(body);
    const text = versions.at(-1);
    return ok({
      swedish: 3,
      versions: [...versions.keys()]
        .map((at) => ({ version: at + 1, follows: at + 1 }))
        .toReversed(),
      ...(text && { saved: { version: versions.length, text } }),
    } as unknown as OpenedPage);
  };
  return { add, said, api: { post } as unknown as PagesApi };
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

it("a translation begins with the Swedish text beside it, and says later only what she ticked", async () => {
  const { add, said, api } = jour();
  const first = new Writing(api, "page", "en");
  await first.open();
  expect([first.follows.value, first.kept.value]).toEqual([3, "saved"]);
  add("One");
  add("Two");
  const writing = new Writing(api, "page", "en");
  await writing.open();
  writing.write({ body: "Two," });
  await writing.save();
  expect(said.findLast((body) => "after" in body)).toMatchObject({ after: 2, follows: 2 });
  writing.follow(3);
  expect(writing.kept.value).toBe("here");
  writing.restore({ ...emptyText, body: "One" }, 1);
  await writing.save();
  expect(said.findLast((body) => "after" in body)).toMatchObject({ follows: 1 });
});

it("a picture is put where she stands in the text, as a paragraph of its own", () => {
  expect(withPicture("", null, "!")).toBe("!\n");
  expect(withPicture("Ett\n\nTvå", null, "!")).toBe("Ett\n\nTvå\n\n!\n");
  expect(withPicture("Ett\n\nTvå", 2, "!")).toBe("Ett\n\n!\n\nTvå");
  expect(withPicture("Ett\n\nTvå\n", 9, "!")).toBe("Ett\n\nTvå\n\n!\n");
});
