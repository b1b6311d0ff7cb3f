// Fetched only when she is asked to go to another part of the jour: most never are.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { paths, type ServerEvent } from "../contract.ts";
import { movingMessages } from "../messages.moving.ts";
import { ask } from "./api.browser.ts";
import { type Asked, Asking } from "./asking.ts";
import type { ContactApp } from "./contact-app.browser.ts";

const asking = new Asking();

/** `enter`: with keys that are checked for that face. */
export function heard(
  app: ContactApp,
  event: ServerEvent,
  token: string | undefined,
  enter: (face: string) => void,
): void {
  const next = asking.hear(event);
  if (!next) return;
  const { asked } = next;
  if (next.is === "ask") {
    app.aside.value = <Question key={asked.at} app={app} asked={asked} token={token} />;
    return;
  }
  app.aside.value = <p role="status">{movingMessages[app.face.language].moved(asked.name)}</p>;
  enter(asked.face);
}

interface QuestionProps {
  readonly app: ContactApp;
  readonly asked: Asked;
  readonly token: string | undefined;
}

function Question({ app, asked, token }: QuestionProps): JSX.Element {
  const t = movingMessages[app.face.language];
  const busy = useSignal(false);
  const fault = useSignal<"again" | null>(null);
  const answer = async (yes: boolean): Promise<void> => {
    busy.value = true;
    asking.answered(asked, yes);
    const said = await ask(paths.move, { token, yes });
    busy.value = false;
    if (said.ok && !yes) app.aside.value = <p role="status">{t.stays}</p>;
    if (said.ok) return;
    if (said.code === "not-found") app.aside.value = <p role="status">{t.late}</p>;
    else fault.value = "again";
  };
  return (
    <section class="card stack" role="alert" aria-labelledby="move-title">
      <h2 id="move-title">{t.title(asked.name)}</h2>
      <p>{t.ask(asked.name)}</p>
      <div role="status">{fault.value && <p>{t.again}</p>}</div>
      <button
        type="button"
        class="button button-lamp"
        disabled={busy.value}
        onClick={() => void answer(true)}
      >
        {t.yes}
      </button>
      <button type="button" class="button" disabled={busy.value} onClick={() => void answer(false)}>
        {t.no}
      </button>
    </section>
  );
}
