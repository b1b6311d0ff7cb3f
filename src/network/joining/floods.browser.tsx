import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { federationMessages } from "../federation/messages.ts";
import { dayInWords, type Look } from "../federation/parts.browser.tsx";
import {
  type Application,
  type ApplicationList,
  joiningPaths as paths,
  MOST_WAITING,
} from "./contract.ts";

/** Fewer of one day are answered one by one. */
const FEWEST = 5;

interface Props {
  readonly applications: readonly Application[];
  readonly look: Look<ApplicationList>;
  readonly language: Language;
}

/** Days on which many came that nobody has answered: they can be removed together. */
export function Floods({ applications, look, language }: Props): JSX.Element | null {
  const t = federationMessages[language];
  const days = new Map<string, string[]>();
  for (const { id, stage, sentOn } of applications)
    if (stage === "new") days.set(sentOn, [...(days.get(sentOn) ?? []), id]);
  const many = [...days].filter(([, ids]) => ids.length >= FEWEST);
  if (many.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="floods">
      <h2 id="floods">{t.flood}</h2>
      <p>{t.floodSays(MOST_WAITING)}</p>
      {many.map(([day, ids]) => (
        <Flood key={day} day={dayInWords(day, language)} {...{ ids, look, language }} />
      ))}
    </section>
  );
}

interface FloodProps extends Omit<Props, "applications"> {
  readonly day: string;
  readonly ids: readonly string[];
}

function Flood({ day, ids, look, language }: FloodProps): JSX.Element {
  const t = federationMessages[language];
  const asked = useSignal(false);
  const of = <span class="visually-hidden">{day}</span>;
  return (
    <div class="row">
      <span>{t.newOn(ids.length, day)}</span>
      {asked.value ? (
        <>
          <button
            type="button"
            class="button button-danger"
            onClick={() => void look.act(paths.clear, { ids }, t.cleared)}
          >
            {t.clearSure(ids.length)} {of}
          </button>
          <button type="button" class="button button-quiet" onClick={() => (asked.value = false)}>
            {t.cancel}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => (asked.value = true)}>
          {t.clearAll(ids.length)} {of}
        </button>
      )}
    </div>
  );
}
