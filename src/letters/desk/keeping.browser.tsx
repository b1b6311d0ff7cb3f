import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { inboxPaths, letterPaths, type LetterStart } from "../contract.ts";
import { keepingMessages } from "../messages.keeping.ts";

interface KeepingProps {
  readonly api: Staff["api"];
  readonly language: Language;
}

const FEWEST = 7;
const MOST = 90;

/** The coordinators' setting: how many days letters are kept, and what that means for those that are there. */
export function LetterSettings({ api, language }: KeepingProps): JSX.Element {
  const t = keepingMessages[language];
  const days = useSignal<string | null>(null);
  const told = useSignal<"saved" | "wrong" | "failed" | null>(null);
  const load = async (): Promise<void> => {
    const start = await api.post<LetterStart>(letterPaths.start, { team: "letters" });
    if (start.ok) days.value = String(start.value.daysKept);
    else told.value = "failed";
  };
  useEffect(() => void load(), [api]);
  const save = async (): Promise<void> => {
    const daysKept = Number(days.value);
    const isRight = Number.isInteger(daysKept) && daysKept >= FEWEST && daysKept <= MOST;
    if (!isRight) return void (told.value = "wrong");
    const saved = await api.post(inboxPaths.settings, { daysKept });
    told.value = saved.ok ? "saved" : "failed";
  };
  return (
    <section class="set-page stack" aria-labelledby="letters-kept">
      <h2 id="letters-kept">{t.title}</h2>
      <p>{t.lead}</p>
      {days.value === null ? (
        told.value === null && <p role="status">{t.loading}</p>
      ) : (
        <Days {...{ language, days, isWrong: told.value === "wrong", save }} />
      )}
      <p role="status">{told.value === "saved" && t.saved}</p>
      <div role="alert">
        {(told.value === "wrong" || told.value === "failed") && (
          <p class="notice notice-danger" id="letters-kept-wrong">
            {t[told.value]}
          </p>
        )}
      </div>
    </section>
  );
}

interface DaysProps {
  readonly language: Language;
  readonly days: { value: string | null };
  readonly isWrong: boolean;
  readonly save: () => Promise<void>;
}

function Days({ language, days, isWrong, save }: DaysProps): JSX.Element {
  const t = keepingMessages[language];
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="field">
        <label for="letters-days">{t.days}</label>
        <input
          id="letters-days"
          class="input word-input"
          type="number"
          min={FEWEST}
          max={MOST}
          autocomplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? "letters-kept-wrong letters-kept-hint" : "letters-kept-hint"}
          value={days.value ?? ""}
          onInput={({ currentTarget }) => (days.value = currentTarget.value)}
        />
        <p class="hint" id="letters-kept-hint">
          {t.existing} {t.short}
        </p>
      </div>
      <button type="submit" class="button button-lamp start">
        {t.save}
      </button>
    </form>
  );
}
