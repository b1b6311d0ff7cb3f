import type { JSX } from "preact";
import { contactMessages } from "../messages.contact.ts";
import type { ContactApp } from "./contact-app.browser.ts";
import type { Over } from "./phase.browser.ts";
import { ByLetter } from "./between.browser.tsx";
import { Lines } from "./lines.browser.tsx";
import { Page, type Screen, Title, WaysOn, words } from "./shell.browser.tsx";

function told(app: ContactApp, { how, sure }: Over): string {
  const say = contactMessages[app.face.language];
  const minutes = app.grace.value;
  switch (how) {
    case "you":
      return sure ? say.overYou : say.overYouUnsure(minutes);
    case "queue":
      return say.overQueue;
    case "other":
      return say.overOther;
    case "away":
      return say.overAway(minutes);
    case "gone":
      return say.overGone;
    case "refused":
      return say.overRefused;
  }
}

/** What was deleted, what is left on her screen, and the ways on. */
export function OverScreen({ app, over }: Screen & { readonly over: Over }): JSX.Element {
  const say = words(app);
  const isLeft = over.lines.length > 0;
  return (
    <Page>
      <Title key={isLeft}>{over.how === "queue" ? say.overQueueTitle : say.overTitle}</Title>
      <p>{told(app, over)}</p>
      {isLeft && <p>{say.overLeft}</p>}
      {isLeft && (
        <>
          <button type="button" class="button button-lamp start" onClick={() => app.emptyScreen()}>
            {say.emptyScreen}
          </button>
          <section class="card stack" aria-label={say.log}>
            {!over.sure && <p class="notice">{say.overTail}</p>}
            <div class="lines">
              <Lines app={app} lines={over.lines} />
            </div>
          </section>
        </>
      )}
      <h2>{say.waysOn}</h2>
      <ByLetter app={app} />
      <button type="button" class="button" onClick={() => void app.look()}>
        {say.newChat}
      </button>
      <WaysOn app={app} />
      <p class="soft small">{say.historyHint}</p>
    </Page>
  );
}
