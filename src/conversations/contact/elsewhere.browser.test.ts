import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { jsx } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OtherJour } from "../../site/index.ts";
import { fail, ok } from "../../platform/result.ts";
import { offer } from "./elsewhere.browser.ts";

const other = (name: string, more: Partial<OtherJour> = {}): OtherJour => ({
  ...{ name, hint: "Flen", doors: ["woman"], open: true, phone: null },
  ...{ url: `//${name}.localhost/`, ...more },
});

/** What an earlier test has shown is long ago. */
let moment = Date.now();
const later = (milliseconds: number): void => void vi.setSystemTime((moment += milliseconds));
const LONG = 3_600_000;

let asked: string[];
let answer: readonly OtherJour[] | undefined;
const ask = async <T>(path: string, body?: object) => {
  asked.push(path + (body ? JSON.stringify(body) : ""));
  return answer ? ok({ otherJours: answer } as T) : fail("offline");
};
const waiting = () => ({
  aside: signal<ComponentChild>(null),
  stage: signal<"waiting" | "meeting" | "talking">("waiting"),
  door: { door: "woman" } as never,
  face: { language: "sv" as const },
});
type App = ReturnType<typeof waiting>;
const shown = ({ aside }: App): string =>
  aside.value === null ? "" : renderToString(jsx("div", { children: aside.value }));

beforeEach(() => {
  vi.useFakeTimers();
  later(LONG);
  asked = [];
  answer = [other("vide")];
});
afterEach(() => vi.useRealTimers());

test("she is shown the jours that are open and receive at her door, each by a link that tells nothing", async () => {
  const app = waiting();
  answer = [other("vide"), other("stangd", { open: false }), other("ung", { doors: ["young"] })];
  await offer(app, jsx, ask);
  expect(shown(app)).toContain('<a href="//vide.localhost/" rel="noreferrer">vide</a>');
  expect(shown(app)).toContain("Du har kvar din plats här");
  expect(shown(app)).not.toMatch(/stangd|ung\./);
  // What every visitor's page asks, and nothing of her.
  expect(asked).toEqual(["/contact/api/face?lang=sv"]);
});

test("nothing is shown where no jour is open for her, or the answer does not come", async () => {
  for (const none of [[], [other("stangd", { open: false })], undefined]) {
    const app = waiting();
    answer = none;
    later(LONG);
    await offer(app, jsx, ask);
    expect(shown(app)).toBe("");
  }
});

test("it takes no place from what whoever is on call asks, and comes no more once somebody is with her", async () => {
  const app = waiting();
  app.aside.value = "Vill du prata med Ung?";
  await offer(app, jsx, ask);
  expect([shown(app), asked]).toEqual(["<div>Vill du prata med Ung?</div>", []]);
  const met = waiting();
  const offering = offer(met, jsx, ask);
  met.stage.value = "talking";
  await offering;
  expect(shown(met)).toBe("");
});

test("while she waits on it is asked again, at most every two minutes, and a jour that has closed goes", async () => {
  const app = waiting();
  await offer(app, jsx, ask);
  answer = [];
  later(60_000);
  await offer(app, jsx, ask);
  expect([asked.length, shown(app).includes("vide")]).toEqual([1, true]);
  later(61_000);
  await offer(app, jsx, ask);
  expect([asked.length, shown(app)]).toEqual([2, ""]);
});
