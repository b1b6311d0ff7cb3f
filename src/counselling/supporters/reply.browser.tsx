import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { uuidBytes } from "../../platform/ids.ts";
import type { Ending } from "../contract.ts";
import { endingMessages } from "../messages.endings.ts";
import { supporterMessages } from "../messages.supporters.ts";
import type { OpenedAsk, OwnAsksApp } from "./own-app.browser.ts";
import { ToldList, WordsField } from "./told.browser.tsx";

interface AskProps {
  readonly app: OwnAsksApp;
  readonly language: Language;
  readonly ask: OpenedAsk;
}

/** One question to her: what she is told of the visit, and yes or no, in words too where she likes. */
export function AskCard(props: AskProps): JSX.Element | null {
  const { app, ask, language } = props;
  const t = supporterMessages[language];
  const me = uuidBytes(app.staff.me.value?.member ?? "");
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
        <ToldList
          read={ask.read}
          language={language}
          whose={(author) => (author.join() === me.join() ? t.byYou : "")}
        />
      )}
      <Reply key={ask.state} {...props} />
    </section>
  );
}

function Reply(props: AskProps): JSX.Element {
  const { app, language, ask } = props;
  const t = supporterMessages[language];
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const work = async (what: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    await what();
    setBusy(false);
  };
  const answer = async (): Promise<void> => {
    if (await app.answer(ask, text.trim())) setText("");
  };
  const part = { ...props, text: text.trim(), isBusy, work, answer };
  return (
    <>
      {ask.ask !== null && (
        <WordsField label={t.toTeam} hint={t.toTeamHint} text={text} onText={setText} />
      )}
      {ask.state === "asked" ? <YesOrNo {...part} /> : <Coming {...part} />}
    </>
  );
}

type ReplyProps = AskProps & {
  readonly text: string;
  readonly isBusy: boolean;
  readonly work: (what: () => Promise<unknown>) => Promise<void>;
  readonly answer: () => Promise<void>;
};

function YesOrNo({ app, language, ask, text, isBusy, work, answer }: ReplyProps): JSX.Element {
  const t = supporterMessages[language];
  const [alias, setAlias] = useState(app.staff.me.value?.name.slice(0, 40) ?? "");
  const says = (yes: boolean) => ({ yes, alias: yes ? alias.trim() : "", text });
  return (
    <>
      <Alias alias={alias} language={language} onAlias={setAlias} />
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={isBusy || alias.trim() === ""}
          onClick={() => void work(() => app.reply(ask, says(true)))}
        >
          {t.yes}
        </button>
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void work(() => app.reply(ask, says(false)))}
        >
          {t.no}
        </button>
        {text !== "" && (
          <button
            type="button"
            class="button button-quiet"
            disabled={isBusy}
            onClick={() => void work(answer)}
          >
            {t.onlyWrite}
          </button>
        )}
      </div>
    </>
  );
}

interface AliasProps extends Pick<AskProps, "language"> {
  readonly alias: string;
  readonly onAlias: (alias: string) => void;
}

function Alias({ alias, language, onAlias }: AliasProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <label class="field">
      <span class="label">{t.alias}</span>
      <span class="hint">{t.aliasHint}</span>
      <input
        type="text"
        class="input"
        maxLength={40}
        autocomplete="off"
        value={alias}
        onInput={({ currentTarget }) => onAlias(currentTarget.value)}
      />
    </label>
  );
}

function Coming({ app, language, ask, text, isBusy, work, answer }: ReplyProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <div class="row">
      {ask.ask !== null && (
        <button
          type="button"
          class="button"
          disabled={isBusy || text === ""}
          onClick={() => void work(answer)}
        >
          {t.sendIt}
        </button>
      )}
      <button
        type="button"
        class="button button-quiet"
        disabled={isBusy}
        onClick={() => void work(() => app.stop(ask, text))}
      >
        {t.cannot}
      </button>
    </div>
  );
}

interface EndingProps extends Omit<AskProps, "ask"> {
  readonly ending: Ending;
}

/** It is over, and nothing of it is left: told until she has read it. */
export function EndingCard({ app, ending, language }: EndingProps): JSX.Element {
  const t = endingMessages[language];
  const { why, hadSaidYes } = ending;
  const title = hadSaidYes ? t.over : t.overAsked;
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      <p>{hadSaidYes ? t[`${why}Yes`] : t[`${why}Asked`]}</p>
      <p>
        <button type="button" class="button" onClick={() => void app.seen(ending)}>
          {t.seenIt}
        </button>
      </p>
    </section>
  );
}
