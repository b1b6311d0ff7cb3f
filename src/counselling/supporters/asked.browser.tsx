import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { InboxApp } from "../../letters/index.browser.ts";
import { uuidBytes } from "../../platform/ids.ts";
import type { AskView } from "../contract.ts";
import { supporterMessages } from "../messages.supporters.ts";
import type { SupportersPart } from "./page.browser.tsx";
import type { ToldView } from "./supporters-app.browser.ts";
import { ToldList, WordsField } from "./told.browser.tsx";

type Part = SupportersPart & { readonly inbox: InboxApp };

/** Who is asked and what she has said; what she was told, and more to tell her. */
export function Asked(props: Part & { readonly asks: readonly AskView[] }): JSX.Element {
  return (
    <ul class="desk-list">
      {props.asks.map((ask) => (
        <One key={ask.member} {...props} ask={ask} />
      ))}
    </ul>
  );
}

type OneProps = Part & { readonly ask: AskView };

function saysOf({ state, name, alias }: AskView, language: OneProps["language"]): string {
  const t = supporterMessages[language];
  return state === "ended-by-her" ? t["said_ended-by-her"] : t[`said_${state}`](name, alias);
}

function One(props: OneProps): JSX.Element {
  const { app, ask, inbox, language } = props;
  const t = supporterMessages[language];
  const [told, setTold] = useState<ToldView | null>(null);
  const isStanding = ask.state === "asked" || ask.state === "yes";
  const isSaid = isStanding || ask.wrote;
  const look = async (): Promise<void> => {
    const read = await app.told(inbox.ring.value, ask);
    if (read.ok) setTold(read.value);
    else app.said.value = { code: read.code };
  };
  return (
    <li class="stack">
      <span class="desk-list-text">
        {saysOf(ask, language)}
        {ask.wrote && <strong> {t.sheWrote}</strong>}
      </span>
      {isSaid && (
        <div class="row">
          <button
            type="button"
            class="button"
            aria-expanded={told !== null}
            onClick={() => (told ? setTold(null) : void look())}
          >
            {isStanding ? t.between : t.readIt}
          </button>
          {isStanding && (
            <button
              type="button"
              class="button button-quiet"
              onClick={() => void app.end(ask.mailbox, ask.member)}
            >
              {ask.state === "yes" ? t.callOff : t.takeBack}
            </button>
          )}
        </div>
      )}
      {isSaid && told && <Said {...props} told={told} />}
      {isStanding && told && <More {...props} told={told} onTold={look} />}
    </li>
  );
}

/** The newest may be hers: then nobody has answered it yet. */
function Said({ ask, told, language }: OneProps & { readonly told: ToldView }): JSX.Element {
  const t = supporterMessages[language];
  const her = uuidBytes(ask.member).join();
  const whose = (author: Uint8Array): string => (author.join() === her ? ask.name : t.byYouAll);
  return <ToldList read={told.briefs} language={language} whose={whose} />;
}

type MoreProps = OneProps & { readonly told: ToldView; readonly onTold: () => Promise<void> };

function More({ app, ask, inbox, told, language, onTold }: MoreProps): JSX.Element {
  const t = supporterMessages[language];
  const [text, setText] = useState("");
  const send = async (): Promise<void> => {
    const words = { visit: "", town: "", date: "", text: text.trim() };
    if (await app.tell(inbox.ring.value, ask, told, words)) setText("");
    await onTold();
  };
  return (
    <div class="stack">
      <WordsField label={t.writeToHer} hint={t.onlyShe} text={text} onText={setText} />
      <p>
        <button
          type="button"
          class="button"
          disabled={text.trim() === ""}
          onClick={() => void send()}
        >
          {t.sendIt}
        </button>
      </p>
    </div>
  );
}
