import { expect, onTestFinished, test, vi } from "vitest";
import { openRehearsal } from "./rehearsal.browser.ts";
import type { Script } from "./script.ts";

const script: Script = {
  beats: [
    {
      ...{ id: "hej", says: ["hej", "får jag skriva?"], hint: "Hälsa" },
      ways: [{ words: ["112"], to: "fara" }],
      next: "tack",
    },
    { id: "fara", says: ["jag ringer"], hint: "", ways: [], next: null },
    { id: "tack", says: ["tack"], hint: "", ways: [], next: null },
  ],
};

/** What a page has that a test has not; any request is a fault. */
function page(): () => number {
  let requests = 0;
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("document", { ...quiet, title: "", visibilityState: "visible", hidden: false });
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  const refuse = (): never => {
    requests++;
    throw new Error("a rehearsal asks nobody");
  };
  vi.stubGlobal("fetch", refuse);
  vi.stubGlobal("WebSocket", refuse);
  return () => requests;
}

const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 5000, interval: 5 });

async function rehearse() {
  const requests = page();
  const options = { script, alias: "Sara", lock: () => undefined, pace: () => 1 };
  const rehearsal = await openRehearsal(options);
  onTestFinished(() => {
    rehearsal.close();
    vi.unstubAllGlobals();
  });
  const [talk] = rehearsal.screen.room.talks.value;
  if (!talk) throw new Error("no conversation");
  const texts = () =>
    talk.talk.lines.value.flatMap((line) => (line.kind === "said" ? [line.text] : []));
  await until(() => expect(texts()).toEqual(["hej", "får jag skriva?"]));
  await until(() => expect(rehearsal.seeker.beat.value?.id).toBe("hej"));
  return { ...rehearsal, talk, texts, requests };
}

test("a rehearsal is the real conversation, asks nobody, and goes on by what is answered", async () => {
  const { talk, texts, seeker, requests } = await rehearse();
  expect(talk.colleagues.value).toEqual([]);
  expect(talk.together.value).toBe(true);
  await talk.talk.write("Ring 112 nu");
  await until(() =>
    expect(texts()).toEqual(["hej", "får jag skriva?", "Ring 112 nu", "jag ringer"]),
  );
  await until(() => expect(seeker.isDone.value).toBe(true));
  expect(requests()).toBe(0);
});

test("it can be ended like any other, and then nothing of it is left", async () => {
  const { talk, screen, texts, requests } = await rehearse();
  const { end } = await import("../desk/acts.browser.ts");
  expect(await end(screen.room, talk)).toBe(true);
  await until(() =>
    expect(talk.over.value).toMatchObject({ how: "ended", by: "me", confirmed: true }),
  );
  expect(texts()).toEqual([]);
  expect(requests()).toBe(0);
});
