import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { planningPaths as paths } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import type { CalendarPart } from "./calendar-app.browser.ts";
import { Input, Lines } from "./fields.browser.tsx";
import { knowsFrom, knowsIn } from "./words.ts";

/** What planning knows of her, for her to change. */
export function AboutMe({ app, language }: CalendarPart): JSX.Element | null {
  const t = calendarMessages[language];
  const mine = app.mine.value;
  const [knows, most, mail] = [useSignal(""), useSignal(""), useSignal("")];
  useEffect(() => {
    knows.value = knowsIn(mine?.knows ?? []);
    most.value = String(mine?.mostAMonth ?? "");
  }, [mine?.knows.join(), mine?.mostAMonth]);
  if (!mine) return null;
  const save = async (address: string | null): Promise<void> => {
    const mostAMonth = most.value === "" ? null : Number(most.value);
    const said = { knows: knowsFrom(knows.value), mostAMonth, mail: address };
    if (await app.act("mine", paths.saveMine, said)) mail.value = "";
  };
  return (
    <details class="card calendar-about calendar-screen">
      <summary>{t.about}</summary>
      <div class="stack">
        <p class="soft">{t.standing(t[`standing_${mine.standing}`])}</p>
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
        <div class="row">
          <button
            type="button"
            class="button"
            disabled={app.busy.value}
            onClick={() => void save(mail.value.trim() || null)}
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
