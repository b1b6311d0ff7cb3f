// The short screens: on the way in, when it does not go, and for those who are not received here.

import type { JSX } from "preact";
import type { GentleWay } from "../../site/index.ts";
import { failureMessages } from "../messages.failures.ts";
import type { Sentence } from "./failures.ts";
import { Emergency, Page, Phone, type Screen, Title, WaysOn, words } from "./shell.browser.tsx";

export function Knocking({ app }: Screen): JSX.Element {
  const say = words(app);
  const percent = Math.round(app.progress.value * 100);
  return (
    <Page>
      <Title>{say.knockTitle}</Title>
      <p>{say.knock}</p>
      <progress class="progress" max={100} value={percent} aria-label={say.knockProgress} />
      <button type="button" class="button" onClick={() => app.stopKnocking()}>
        {say.cancel}
      </button>
    </Page>
  );
}

export function Ending({ app }: Screen): JSX.Element {
  return (
    <Page>
      <Title>{words(app).ending}</Title>
    </Page>
  );
}

export function Failed({ app, sentence }: Screen & { readonly sentence: Sentence }): JSX.Element {
  const say = words(app);
  return (
    <Page>
      <Title>{say.failTitle}</Title>
      <p>{failureMessages[app.face.language][sentence]}</p>
      <button type="button" class="button button-lamp start" onClick={() => void app.knock()}>
        {say.again}
      </button>
      <ByLetter app={app} />
      <WaysOn app={app} />
    </Page>
  );
}

export function Closed({ app }: Screen): JSX.Element {
  const say = words(app);
  const hours = app.face.channels.find((one) => one.channel === "chat");
  return (
    <Page>
      <Title>{say.closedTitle}</Title>
      <p>{say.closed}</p>
      {hours && hours.state.kind !== "open" && (
        <p>
          <strong>{hours.says}</strong>
        </p>
      )}
      <button type="button" class="button" onClick={() => void app.look()}>
        {say.look}
      </button>
      <h2>{say.otherWays}</h2>
      <ByLetter app={app} />
      <WaysOn app={app} />
      <ToStart app={app} />
    </Page>
  );
}

/** Leaves this page for the house's front page, as Back would. */
const ToStart = ({ app }: Screen): JSX.Element => (
  <a class="button" href={app.face.language === "sv" ? "/" : `/?lang=${app.face.language}`}>
    {words(app).toStart}
  </a>
);

/** A letter instead: with what she has written so far, if anything. */
export function ByLetter({ app }: Screen): JSX.Element {
  const say = words(app);
  const text = app.herWords;
  return (
    <button type="button" class="button" onClick={() => void app.openLetters(text)}>
      {text === "" ? say.byLetter : say.asLetter}
    </button>
  );
}

export function NotReceived({ app }: Screen): JSX.Element {
  const say = words(app);
  const { gentle, lead } = app.door;
  return (
    <Page>
      <Title>{say.notHereTitle}</Title>
      {gentle.map((one) => (
        <Gentle key={one.who} way={one} />
      ))}
      {gentle.length === 0 && (
        <>
          <p>{lead}</p>
          <WaysOn app={app} />
        </>
      )}
      <ToStart app={app} />
      {gentle.length > 0 && (
        <p>
          {say.inDanger} <Emergency />.
        </p>
      )}
    </Page>
  );
}

function Gentle({ way }: { readonly way: GentleWay }): JSX.Element {
  return (
    <section class="card stack">
      <h2>{way.who}</h2>
      <p>{way.say}</p>
      <ul class="ways">
        {way.ways.map(({ name, phone, url }) => (
          <li key={name}>
            {url === null ? (
              <span>{name}</span>
            ) : (
              <a href={url} rel="noreferrer">
                {name}
              </a>
            )}
            {phone && <Phone phone={phone} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
