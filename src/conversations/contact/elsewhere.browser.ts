// Fetched only when she waits at a jour that is full: most never do. What it shares with the page is handed
// to it, so that the page is not cut in more pieces for its sake.

import type { ComponentChild } from "preact";
import type { jsx as Jsx } from "preact/jsx-runtime";
import type { FaceView, OtherJour } from "../../site/index.ts";
import { elsewhereMessages } from "../messages.elsewhere.ts";
import type { ask as Ask } from "./api.browser.ts";
import type { ContactApp } from "./contact-app.browser.ts";

type App = Pick<ContactApp, "aside" | "stage" | "door"> & {
  readonly face: Pick<FaceView, "language">;
};

const AGAIN_MS = 120_000;
const MOST = 6;

/** What is on her screen by this page, and since when: others may need the same place there. */
let ours: { readonly shown: ComponentChild; readonly at: number } | undefined;

/**
 * Beside her place: jours with whom this one has agreed, that are open and receive at her door. The answer
 * is the one that every visitor's page fetches; nothing of her goes out with it. It is fetched anew while she
 * waits on, so that nobody is led to a jour that has closed.
 */
export async function offer(app: App, jsx: typeof Jsx, ask: typeof Ask): Promise<void> {
  const { language } = app.face;
  const isOurs = (): boolean => app.aside.value === null || app.aside.value === ours?.shown;
  const isRecent = ours && app.aside.value === ours.shown && Date.now() - ours.at < AGAIN_MS;
  if (isRecent || !isOurs()) return;
  ours = { shown: app.aside.value, at: Date.now() };
  const answer = await ask<FaceView>(`/contact/api/face?lang=${language}`);
  if (!answer.ok || app.stage.value !== "waiting" || !isOurs()) return;
  const others = answer.value.otherJours
    .filter(({ open, doors }) => open && doors.includes(app.door.door))
    .slice(0, MOST);
  const shown = others.length === 0 ? null : list(others, elsewhereMessages[language], jsx);
  ours = { shown, at: Date.now() };
  app.aside.value = shown;
}

function list(
  others: readonly OtherJour[],
  t: { readonly title: string; readonly says: string },
  jsx: typeof Jsx,
): ComponentChild {
  const rows = others.map(({ name, hint, url, phone }) =>
    jsx("li", {
      children: [
        jsx("a", { href: url, rel: "noreferrer", children: name }),
        phone && jsx("a", { class: "number", href: phone.href, children: phone.shown }),
        hint !== "" && jsx("span", { class: "soft small", children: hint }),
      ],
    }),
  );
  const marks = {
    class: "card stack",
    role: "region",
    "aria-labelledby": "elsewhere-title",
  } as const;
  const children = [
    jsx("h2", { id: "elsewhere-title", children: t.title }),
    jsx("p", { children: t.says }),
    jsx("ul", { class: "ways", children: rows }),
  ];
  return jsx("section", { ...marks, children });
}
