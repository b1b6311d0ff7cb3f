import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { Chat } from "../desk/chat.browser.tsx";
import { Guide } from "../desk/guide.browser.tsx";
import { ScreenContext } from "../desk/screen.browser.ts";
import { LanguageContext } from "../desk/words.browser.ts";
import { messages } from "../messages.rehearsal.ts";
import { openRehearsal, type Rehearsal, type RehearsalOptions } from "./rehearsal.browser.ts";

export interface RehearsalProps extends Omit<RehearsalOptions, "pace"> {
  readonly language: Language;
  /** The conversation is over, or she has nothing more to say. */
  readonly onDone: () => void;
}

/** A conversation to try out: the real room, and a seeker who speaks by a script. */
export function RehearsalRoom(props: RehearsalProps): JSX.Element {
  const { language, script } = props;
  const t = messages[language];
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const opening = openRehearsal(props);
    opening.then(setRehearsal, () => setFailed(true));
    return () =>
      void opening.then(
        (one) => one.close(),
        () => undefined,
      );
  }, [script]);
  return (
    <LanguageContext.Provider value={language}>
      <div class="rehearsal stack">
        <p class="notice">{t.nobodyThere}</p>
        {isFailed && (
          <p class="notice" role="alert">
            {t.failed}
          </p>
        )}
        {rehearsal && <Played {...props} rehearsal={rehearsal} />}
      </div>
    </LanguageContext.Provider>
  );
}

function Played(props: RehearsalProps & { readonly rehearsal: Rehearsal }): JSX.Element | null {
  const { rehearsal, language, onDone } = props;
  const t = messages[language];
  const { screen, seeker } = rehearsal;
  const [talk] = screen.room.talks.value;
  const hint = seeker.beat.value?.hint ?? "";
  const isOver = talk?.over.value !== null && talk !== undefined;
  const isDone = seeker.isDone.value || isOver;
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone]);
  if (!talk) return isDone ? <p role="status">{t.over}</p> : null;
  return (
    <ScreenContext.Provider value={screen}>
      <div class="rehearsal-body" data-guide={screen.guide.value}>
        <div class="rehearsal-chat">
          <Chat talk={talk} />
        </div>
        {screen.guide.value && <Guide />}
      </div>
      <div role="status">
        {isDone ? <p>{t.over}</p> : hint !== "" && <p class="hint">{t.thinkOf(hint)}</p>}
      </div>
    </ScreenContext.Provider>
  );
}
