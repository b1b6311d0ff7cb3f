import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { supporterMessages } from "../messages.supporters.ts";
import type { OpenedAsk, OwnAsksApp } from "./own-app.browser.ts";
import { ToldList } from "./told.browser.tsx";

interface AskProps {
  readonly app: OwnAsksApp;
  readonly language: Language;
  readonly ask: OpenedAsk;
}

/** One question to her: what she is told of the visit, and yes or no. */
export function AskCard(props: AskProps): JSX.Element | null {
  const { app, ask, language } = props;
  const t = supporterMessages[language];
  if (ask.state === "asked" && ask.taken) return <p class="notice">{t.someoneElse}</p>;
  if (ask.state === "ended-by-her") return <p class="notice">{t.youNeedNot}.</p>;
  if (ask.state === "ended-by-team") return <p class="notice">{t.youNotAsked}</p>;
  if (ask.state !== "asked" && ask.state !== "yes") return null;
  return (
    <section class="card stack" aria-label={ask.state === "yes" ? t.youCome : t.youAsked}>
      <h2>{ask.state === "yes" ? t.youCome : t.youAsked}</h2>
      <p class="soft">{ask.state === "yes" ? t.youComeSays(ask.alias) : t.youAskedSays}</p>
      {ask.briefs.length === 0 ? (
        <p class="notice">{t.nothingToRead}</p>
      ) : (
        <ToldList read={ask.read} language={language} />
      )}
      {ask.state === "asked" ? (
        <Reply {...props} />
      ) : (
        <p>
          <button type="button" class="button" onClick={() => void app.stop(ask.mailbox)}>
            {t.cannot}
          </button>
        </p>
      )}
    </section>
  );
}

function Reply({ app, language, ask }: AskProps): JSX.Element {
  const t = supporterMessages[language];
  const [alias, setAlias] = useState(app.staff.me.value?.name.slice(0, 40) ?? "");
  return (
    <>
      <label class="field">
        <span class="label">{t.alias}</span>
        <span class="hint">{t.aliasHint}</span>
        <input
          type="text"
          class="input"
          maxLength={40}
          autocomplete="off"
          value={alias}
          onInput={({ currentTarget }) => setAlias(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={alias.trim() === ""}
          onClick={() => void app.reply(ask.mailbox, true, alias.trim())}
        >
          {t.yes}
        </button>
        <button type="button" class="button" onClick={() => void app.reply(ask.mailbox, false, "")}>
          {t.no}
        </button>
      </div>
    </>
  );
}
