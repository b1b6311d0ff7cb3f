import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDate, type Language } from "../../ui/languages.ts";
import type { Round } from "../contract.ts";
import { roundMessages } from "../messages.rounds.ts";
import { isOpenOn } from "../policy.ts";
import { Area, Line, NumberLine } from "../../ui/inputs.browser.tsx";
import type { RecruitApp } from "./recruit-app.browser.ts";

export interface RecruitPart {
  readonly recruit: RecruitApp;
  readonly language: Language;
}

/** What was done last, or why it was not. */
export function SaidNow({ recruit, language }: RecruitPart): JSX.Element {
  const said = recruit.said.value;
  return (
    <div role="status">
      {said !== null && <p class="notice">{roundMessages[language][said]}</p>}
    </div>
  );
}

// sv-SE writes days as 2026-11-30.
const swedishDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });
const today = (): string => swedishDay.format(Date.now());
const inWords = (day: string, language: Language): string =>
  formatDate(Date.parse(`${day}T12:00Z`), language, true);

const blank = (): Round => ({
  id: crypto.randomUUID(),
  words: { title: { sv: "", en: "" }, text: { sv: "", en: "" } },
  ...{ opensOn: today(), endsOn: today(), keepMonths: 3, version: 0 },
});

/** All rounds, and one to write on. */
export function RoundsPage(props: RecruitPart): JSX.Element {
  const { recruit, language } = props;
  const t = roundMessages[language];
  const [round, setRound] = useState<Round | null>(null);
  const { rounds } = recruit.board.value;
  const save = async (): Promise<void> => {
    if (round && (await recruit.saveRound(round))) setRound(null);
  };
  return (
    <section class="board-page stack" aria-labelledby="rounds-title">
      <h1 class="desk-title" id="rounds-title">
        {t.roundsTitle}
      </h1>
      <p class="soft">{t.roundsSays}</p>
      <SaidNow {...props} />
      <List {...{ rounds, language }} onEdit={setRound} />
      {round === null ? (
        <div>
          <button type="button" class="button button-lamp" onClick={() => setRound(blank())}>
            {t.newRound}
          </button>
        </div>
      ) : (
        <Editor
          {...{ round, language }}
          onChange={setRound}
          onSave={() => void save()}
          onCancel={() => setRound(null)}
        />
      )}
    </section>
  );
}

interface ListProps {
  readonly rounds: readonly Round[];
  readonly language: Language;
  readonly onEdit: (round: Round) => void;
}

function List({ rounds, language, onEdit }: ListProps): JSX.Element {
  const t = roundMessages[language];
  if (rounds.length === 0) return <p class="card">{t.none}</p>;
  return (
    <ul class="desk-list card">
      {rounds.map((one) => (
        <li key={one.id}>
          <span class="desk-list-text">
            <strong>{one.words.title.sv}</strong>
            <span class="small soft">{stateOf(one, language)}</span>
          </span>
          <button type="button" class="button button-quiet" onClick={() => onEdit(one)}>
            {t.edit} <span class="visually-hidden">{one.words.title.sv}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateOf(round: Round, language: Language): string {
  const t = roundMessages[language];
  if (isOpenOn(round, today())) return t.open(inWords(round.endsOn, language));
  return round.opensOn > today()
    ? t.coming(inWords(round.opensOn, language))
    : t.over(inWords(round.endsOn, language));
}

interface EditorProps {
  readonly round: Round;
  readonly language: Language;
  readonly onChange: (round: Round) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

function Editor(props: EditorProps): JSX.Element {
  const { round, language, onSave, onCancel } = props;
  const t = roundMessages[language];
  const title = round.words.title.sv;
  return (
    <div class="card stack">
      <h2>{title || t.newRound}</h2>
      <Words {...props} />
      <Days {...props} />
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={title.trim() === ""}
          onClick={onSave}
        >
          {t.saveRound}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

function Words({ round, language, onChange }: EditorProps): JSX.Element {
  const t = roundMessages[language];
  const { title, text } = round.words;
  const word = (which: "title" | "text", tongue: Language) => (said: string) =>
    onChange({
      ...round,
      words: { ...round.words, [which]: { ...round.words[which], [tongue]: said } },
    });
  return (
    <>
      <Line label={t.heading} value={title.sv} maxLength={120} onText={word("title", "sv")} />
      <Area
        label={t.text}
        hint={t.textHint}
        value={text.sv}
        maxLength={8000}
        onText={word("text", "sv")}
      />
      <Line label={t.headingEn} value={title.en} maxLength={120} onText={word("title", "en")} />
      <Area label={t.textEn} value={text.en} maxLength={8000} onText={word("text", "en")} />
    </>
  );
}

function Days({ round, language, onChange }: EditorProps): JSX.Element {
  const t = roundMessages[language];
  return (
    <>
      <div class="row">
        <Line
          label={t.opensOn}
          type="date"
          value={round.opensOn}
          onText={(opensOn) => onChange({ ...round, opensOn })}
        />
        <Line
          label={t.endsOn}
          type="date"
          value={round.endsOn}
          onText={(endsOn) => onChange({ ...round, endsOn })}
        />
      </div>
      <NumberLine
        label={t.keepMonths}
        hint={t.keepHint}
        value={round.keepMonths}
        min={1}
        max={12}
        onNumber={(keepMonths) => onChange({ ...round, keepMonths })}
      />
    </>
  );
}
