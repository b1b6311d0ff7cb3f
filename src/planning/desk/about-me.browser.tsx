import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { type MineView, planningPaths as paths } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import type { CalendarPart } from "./calendar-app.browser.ts";
import { Input, Lines } from "./fields.browser.tsx";
import { knowsFrom, knowsIn } from "./words.ts";

interface Typed {
  readonly knows: Signal<string>;
  readonly most: Signal<string>;
  readonly mail: Signal<string>;
}

/** What planning knows of her, for her to change. */
export function AboutMe({ app, language }: CalendarPart): JSX.Element | null {
  const t = calendarMessages[language];
  const mine = app.mine.value;
  const typed = { knows: useSignal(""), most: useSignal(""), mail: useSignal("") };
  useEffect(() => {
    typed.knows.value = knowsIn(mine?.knows ?? []);
    typed.most.value = String(mine?.mostAMonth ?? "");
  }, [mine?.knows.join(), mine?.mostAMonth]);
  if (!mine) return null;
  const save = async (mail: string | null): Promise<void> => {
    const mostAMonth = typed.most.value === "" ? null : Number(typed.most.value);
    const said = { knows: knowsFrom(typed.knows.value), mostAMonth, mail };
    if (await app.act("mine", paths.saveMine, said)) typed.mail.value = "";
  };
  return (
    <details class="card calendar-about calendar-screen">
      <summary>{t.about}</summary>
      <div class="stack">
        <p class="soft">{t.standing(t[`standing_${mine.standing}`])}</p>
        <Fields language={language} mine={mine} typed={typed} />
        <div class="row">
          <button
            type="button"
            class="button"
            disabled={app.busy.value}
            onClick={() => void save(typed.mail.value.trim() || null)}
          >
            {t.save}
          </button>
          {mine.hasMail && (
            <button type="button" class="button button-quiet" onClick={() => void save("")}>
              {t.mailRemove}
            </button>
          )}
        </div>
      </div>
    </details>
  );
}

interface FieldsProps {
  readonly language: Language;
  readonly mine: MineView;
  readonly typed: Typed;
}

function Fields({ language, mine, typed: { knows, most, mail } }: FieldsProps): JSX.Element {
  const t = calendarMessages[language];
  return (
    <>
      <Lines
        label={t.myLanguages}
        hint={t.myLanguagesHint}
        value={knows.value}
        onValue={(text) => (knows.value = text)}
      />
      <Input
        type="number"
        label={t.most}
        hint={t.mostHint}
        min={0}
        max={31}
        value={most.value}
        onValue={(text) => (most.value = text)}
      />
      {mine.canMail && (
        <Input
          type="text"
          label={t.mail}
          hint={mine.hasMail ? t.mailHas : t.mailHint}
          maxLength={254}
          value={mail.value}
          onValue={(text) => (mail.value = text)}
        />
      )}
    </>
  );
}
