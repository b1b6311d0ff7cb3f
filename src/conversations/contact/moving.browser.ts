// Fetched only when she is asked to go to another part of the jour: most never are. What it shares with
// the page is handed to it, so that the page is not cut in more pieces for its sake.

import type { jsx as Jsx } from "preact/jsx-runtime";
import type { ServerEvent } from "../contract.ts";
import { MOVE } from "../move-path.ts";
import { movingMessages } from "../messages.moving.ts";
import type { ask as Ask } from "./api.browser.ts";
import { type Asked, Asking } from "./asking.ts";
import type { ContactApp } from "./contact-app.browser.ts";

/** For whoever waits too, and fetched as seldom: one piece more would weigh more than both. */
export { offer } from "./elsewhere.browser.ts";

interface Hands {
  readonly jsx: typeof Jsx;
  readonly ask: typeof Ask;
  readonly token: string | undefined;
  /** With keys that are checked for that face. */
  enter(face: string): void;
}

const asking = new Asking();

export function heard(
  app: ContactApp,
  event: ServerEvent,
  [jsx, post, enter, token]: readonly [Hands["jsx"], Hands["ask"], Hands["enter"], Hands["token"]],
): void {
  const hands: Hands = { jsx, ask: post, enter, token };
  const next = asking.hear(event);
  if (!next) return;
  if (next.is === "ask") return put(app, next.asked, hands);
  tell(app, hands, movingMessages[app.face.language].moved(next.asked.name));
  app.talk.value?.erase();
  enter(next.asked.face);
}

function tell(app: ContactApp, { jsx }: Hands, says: string): void {
  app.aside.value = jsx("p", { role: "status", children: says });
}

function put(app: ContactApp, asked: Asked, hands: Hands, state?: "busy" | "again"): void {
  const t = movingMessages[app.face.language];
  const { jsx } = hands;
  const answer = async (yes: boolean): Promise<void> => {
    put(app, asked, hands, "busy");
    asking.answered(asked, yes);
    const said = await hands.ask(MOVE, { token: hands.token, yes });
    if (said.ok && !yes) tell(app, hands, t.stays);
    if (said.ok) return;
    if (said.code === "not-found") tell(app, hands, t.late);
    else put(app, asked, hands, "again");
  };
  const button = (yes: boolean, name: string) =>
    jsx("button", {
      ...{ type: "button", class: yes ? "button button-lamp" : "button" },
      ...{ disabled: state === "busy", onClick: () => void answer(yes), children: name },
    });
  const children = [
    jsx("h2", { id: "move-title", children: t.title(asked.name) }),
    jsx("p", { children: t.ask(asked.name) }),
    state === "again" && jsx("p", { children: t.again }),
    button(true, t.yes),
    button(false, t.no),
  ];
  const marks = { class: "card stack", role: "alert", "aria-labelledby": "move-title" } as const;
  app.aside.value = jsx("section", { ...marks, children });
}
