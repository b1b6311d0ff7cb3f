import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenedMailbox } from "../../letters/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { TeamTime } from "../contract.ts";
import { timeMessages } from "../messages.times.ts";
import { whenInWords } from "../when.ts";
import { type TimesPart, TimesSaidNow } from "./times.browser.tsx";

/** In a request: what she has, and times that the team gives her. */
export function HerTimes(props: TimesPart & { readonly opened: OpenedMailbox }): JSX.Element {
  const { times, language, opened } = props;
  const t = timeMessages[language];
  const mailbox = opened.view.id;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => {
    setChosen([]);
    void times.look();
  }, [mailbox, opened]);
  const hers = times.ahead.filter((time) => time.mailbox === mailbox);
  const free = times.ahead.filter((time) => time.mailbox === null);
  const give = (): void => void times.give(mailbox, chosen).then(() => setChosen([]));
  return (
    <section class="card stack" aria-labelledby="her-times">
      <h3 id="her-times">{t.hers}</h3>
      <TimesSaidNow {...props} isOfRequest />
      {hers.length === 0 && <p class="soft">{t.hersNone}</p>}
      <ul class="desk-list">
        {hers.map((time) => (
          <li key={time.id}>
            <span class="desk-list-text">
              <strong>{whenInWords(time, language)}</strong>
              <span class="small soft">{time.counsellor}</span>
            </span>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => void times.unbook(mailbox, time.id)}
            >
              {t.unbook}
            </button>
          </li>
        ))}
      </ul>
      {free.length > 0 && <Free {...{ free, chosen, setChosen, language }} />}
      {chosen.length > 0 && (
        <button type="button" class="button" onClick={give}>
          {t.giveDo}
        </button>
      )}
    </section>
  );
}

interface FreeProps {
  readonly free: readonly TeamTime[];
  readonly chosen: readonly string[];
  readonly setChosen: (chosen: readonly string[]) => void;
  readonly language: Language;
}

function Free({ free, chosen, setChosen, language }: FreeProps): JSX.Element {
  const t = timeMessages[language];
  return (
    <details>
      <summary>{t.give}</summary>
      <fieldset class="field">
        <legend class="hint">{t.giveHint}</legend>
        {free.slice(0, 40).map((time) => (
          <label class="check" key={time.id}>
            <input
              type="checkbox"
              checked={chosen.includes(time.id)}
              onChange={({ currentTarget }) =>
                setChosen(
                  currentTarget.checked
                    ? [...chosen, time.id]
                    : chosen.filter((one) => one !== time.id),
                )
              }
            />
            <span>{`${whenInWords(time, language)} · ${time.counsellor}`}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
