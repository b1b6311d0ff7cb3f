import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { supporterMessages } from "../messages.supporters.ts";
import type { SupportersApp } from "./supporters-app.browser.ts";
import { willingInWords } from "./willing.browser.tsx";

export interface SupportersPart {
  readonly app: SupportersApp;
  readonly language: Language;
}

/** For the team: who of the jour is willing to come along. */
export function SupportersPage(props: SupportersPart): JSX.Element {
  const { app, language } = props;
  const t = supporterMessages[language];
  useEffect(() => void app.look(), []);
  const willing = app.known.value?.willing;
  return (
    <section class="board-page stack" aria-labelledby="supporters-title">
      <h1 class="desk-title" id="supporters-title">
        {t.title}
      </h1>
      <p class="soft">{t.lead}</p>
      <SupportersSaid {...props} />
      {willing?.length === 0 && (
        <div class="card stack">
          <strong>{t.none}</strong>
          <p class="soft">{t.noneSays}</p>
        </div>
      )}
      {willing && willing.length > 0 && (
        <section class="card stack" aria-labelledby="supporters-others">
          <h2 id="supporters-others">{t.others}</h2>
          <ul class="desk-list">
            {willing.map((one) => (
              <li key={one.id}>
                <span class="desk-list-text">
                  <strong>{one.mine ? `${one.name} (${t.you})` : one.name}</strong>
                  <span class="small soft">{willingInWords(one, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <button type="button" class="button" onClick={() => toOwnPage(app)}>
          {t.sayYourself}
        </button>
      </p>
    </section>
  );
}

/** What she is willing to, and what she is asked, stands on her own page. */
function toOwnPage({ staff }: SupportersApp): void {
  staff.pages.value = { ...staff.pages.value, mine: "accompany" };
  staff.room.value = "mine";
}

/** Above the board: one of the team who is herself asked, and who of those asked has written to the team. */
export function AskedNotice({ app, language }: SupportersPart): JSX.Element {
  const t = supporterMessages[language];
  const asks = app.known.value?.asks ?? [];
  const isAsked = asks.some(({ mine, state }) => mine && state === "asked");
  const names = [...new Set(asks.flatMap(({ wrote, name }) => (wrote ? [name] : [])))];
  return (
    <div role="status" class="stack">
      {names.length > 0 && <p class="notice">{t.haveWritten(names.join(", "))}</p>}
      {isAsked && (
        <div class="notice stack">
          <strong>{t.youAsked}</strong>
          <button type="button" class="button" onClick={() => toOwnPage(app)}>
            {t.openIt}
          </button>
        </div>
      )}
    </div>
  );
}

export function SupportersSaid({ app, language }: SupportersPart): JSX.Element {
  const t = supporterMessages[language];
  const said = app.said.value;
  return (
    <div role="status">
      {said !== null && (
        <p class="notice">{typeof said === "string" ? t[said] : t.failed(said.code)}</p>
      )}
    </div>
  );
}
