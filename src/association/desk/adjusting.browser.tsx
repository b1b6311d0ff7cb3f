import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Confirm } from "../../people/index.browser.ts";
import { Area } from "../../ui/inputs.browser.tsx";
import { type Adjuster, MOST_ADJUSTERS } from "../meeting-contract.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { sifted } from "../sifting.ts";
import type { MeetingProps } from "./meetings.browser.tsx";

const LOOK_AGAIN_MS = 4000;

type AdjustingProps = MeetingProps & {
  /** The newest version of the minutes. */
  readonly number: number;
};

/** The adjusters confirm on their own pages, or have signed on paper. */
export const Adjusting = (props: AdjustingProps): JSX.Element =>
  props.meeting.adjusters.length > 0 ? <Asked {...props} /> : <Ask {...props} />;

/** Members confirm elsewhere: it is seen here without a press. */
function useLookingAgain(app: MeetingProps["app"]): void {
  useEffect(() => {
    const timer = setInterval(() => void app.lookAtMeetings(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [app]);
}

/** Who has confirmed, and who is missing. */
function Asked(props: AdjustingProps): JSX.Element {
  const { app, language, meeting, number } = props;
  const t = meetingMessages[language];
  const { adjusters } = meeting;
  const members = adjusters.map(({ member }) => member);
  const missing = adjusters.filter(({ confirmed }) => confirmed !== number);
  useLookingAgain(app);
  const again = (): Promise<boolean> => app.askAdjusters(meeting, number, members);
  const lock = (): Promise<boolean> => app.adjust(meeting, number, members.map(app.nameOf));
  const isStale = missing.some(({ confirmed }) => confirmed !== null);
  return (
    <>
      <h3>{t.adjusting}</h3>
      <ul class="association-adjusters">
        {adjusters.map((adjuster) => (
          <One key={adjuster.member} {...props} adjuster={adjuster} />
        ))}
      </ul>
      <p class="hint">{isStale ? t.textChanged : t.locksItself}</p>
      <div class="row">
        {missing.length > 0 ? (
          <button type="button" class="button" onClick={() => void again()}>
            {t.askAgain}
          </button>
        ) : (
          // Whoever was missing has left the association meanwhile.
          <button type="button" class="button" onClick={() => void lock()}>
            {t.lock}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void app.askAdjusters(meeting, number, [])}
        >
          {t.askOthers}
        </button>
      </div>
    </>
  );
}

function One({ app, language, number, adjuster }: AdjustingProps & { adjuster: Adjuster }) {
  const t = meetingMessages[language];
  const { member, confirmed } = adjuster;
  const page = app.members().find(({ id }) => id === member)?.page ?? "";
  return (
    <li>
      <strong>{app.nameOf(member)}</strong>
      {": "}
      {confirmed === number ? t.hasConfirmed : t.isMissing}
      {confirmed !== number && (
        <details>
          <summary class="small">{t.herLink}</summary>
          <span class="association-link small">{location.origin + page}</span>
        </details>
      )}
    </li>
  );
}

function Ask(props: AdjustingProps): JSX.Element {
  const { app, language, meeting, number } = props;
  const t = meetingMessages[language];
  const [chosen, choose] = useState<readonly string[]>([]);
  const all = sifted(app.members(), { words: "", filter: "all", year: 0 });
  const here = all.filter(({ id }) => meeting.present.some(({ member }) => member === id));
  const toggle = (id: string, isChosen: boolean): void =>
    choose(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <fieldset class="field">
        <legend class="label">{t.whoAdjusts}</legend>
        <p class="hint">{t.whoAdjustsSays}</p>
        <div class="association-choose">
          {(here.length > 0 ? here : all).map(({ id, person }) => (
            <label class="check" key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && chosen.length >= MOST_ADJUSTERS}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
              <span>{person?.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <button
          type="button"
          class="button"
          disabled={chosen.length === 0}
          onClick={() => void app.askAdjusters(meeting, number, chosen)}
        >
          {t.askAdjusters}
        </button>
      </div>
      <OnPaper {...props} />
    </>
  );
}

/** What is locked is what was saved, never what stands unsaved in the field. */
function OnPaper({ app, language, meeting, number }: AdjustingProps): JSX.Element {
  const t = meetingMessages[language];
  const [names, setNames] = useState("");
  const by = names
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return (
    <details>
      <summary>{t.onPaper}</summary>
      <div class="stack association-part">
        <Area {...{ label: t.adjusters, value: names, maxLength: 900 }} onText={setNames} />
        {by.length > 0 && (
          <Confirm
            {...{ label: t.lock, question: t.lockSure, yes: t.lockYes, no: t.no, busy: false }}
            onYes={() => void app.adjust(meeting, number, by)}
          />
        )}
      </div>
    </details>
  );
}
