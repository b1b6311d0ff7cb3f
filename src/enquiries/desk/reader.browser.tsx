import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Result } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import { ENQUIRY_TEAMS, type EnquiryTeam } from "../../platform/teams.ts";
import { type EnquiryKind, type Reader, readerPaths as paths } from "../contract.ts";
import { readerMessages } from "../messages.teams.ts";

interface ReaderProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly kind: EnquiryKind;
}

/** Who reads a form: chosen above its questions, and in force at once. */
export function ReaderOf({ staff, language, kind }: ReaderProps): JSX.Element {
  const t = readerMessages[language];
  const reader = useSignal<Reader | null>(null);
  const chosen = useSignal<EnquiryTeam>("office");
  const told = useSignal<"saved" | "failed" | null>(null);
  const take = (answer: Result<readonly Reader[]>, done: "saved" | null): void => {
    const mine = answer.ok ? answer.value.find((one) => one.kind === kind) : undefined;
    told.value = mine ? done : "failed";
    if (!mine) return;
    reader.value = mine;
    chosen.value = mine.team;
  };
  const look = async (): Promise<void> => take(await staff.api.post(paths.all, {}), null);
  useEffect(() => void look(), [staff, kind]);
  const save = async (): Promise<void> =>
    take(await staff.api.post(paths.choose, { kind, team: chosen.value }), "saved");
  const now = reader.value;
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {now ? <Choices {...{ language, now, chosen, told }} /> : told.value === null && t.loading}
      <p role="status">{told.value === "saved" && t.saved}</p>
      <div role="alert">{told.value === "failed" && <p class="notice">{t.failed}</p>}</div>
      {!now && told.value === "failed" && (
        <div>
          <button type="button" class="button" onClick={() => void look()}>
            {t.again}
          </button>
        </div>
      )}
    </form>
  );
}

interface ChoicesProps {
  readonly language: Language;
  readonly now: Reader;
  readonly chosen: Signal<EnquiryTeam>;
  readonly told: Signal<"saved" | "failed" | null>;
}

function Choices({ language, now, chosen, told }: ChoicesProps): JSX.Element {
  const t = readerMessages[language];
  return (
    <>
      <fieldset class="stack">
        <legend class="label">{t.who}</legend>
        <p class="hint">{t.hint}</p>
        {ENQUIRY_TEAMS.map((team) => (
          <label class="check" key={team}>
            <input
              type="radio"
              name={`reader-${now.kind}`}
              autocomplete="off"
              checked={chosen.value === team}
              onChange={() => {
                chosen.value = team;
                told.value = null;
              }}
            />
            <span>
              {t[team]} <span class="soft small">{t[`${team}Hint`]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {now.reads === null && <p class="notice">{t.nobody}</p>}
      {now.reads !== null && now.reads !== now.team && (
        <p class="notice">{t.toOffice(t[now.team])}</p>
      )}
      {chosen.value !== now.team && (
        <div>
          <button type="submit" class="button button-lamp">
            {t.save}
          </button>
        </div>
      )}
    </>
  );
}
