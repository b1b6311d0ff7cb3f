import { useSignal } from "@preact/signals";
import { monthText } from "../people/index.browser.ts";
import { type RecordView, recordPaths as paths, type Work, WORKS } from "./contract.ts";
import { CopyPart } from "./copy-part.browser.tsx";
import { dayOf, monthOf } from "./days.ts";
import { messages } from "./messages.keeping.ts";
import { dayText, Fault, type Loaded, type PageProps, useLoaded } from "./parts.browser.tsx";

interface PanelProps extends PageProps {
  readonly member: string;
  readonly onChanged: () => void;
}

export interface PartProps extends PanelProps {
  readonly loaded: Loaded<RecordView>;
  readonly record: RecordView;
}

/** One member's record, opened. What may be entered follows from what she does. */
export function RecordPanel(props: PanelProps) {
  const { staff, language, member, onChanged } = props;
  const opened = useLoaded(() => staff.api.post<RecordView>(paths.open, { member }));
  const loaded: Loaded<RecordView> = {
    ...opened,
    act: async (what) => {
      const done = await opened.act(what);
      onChanged();
      return done;
    },
  };
  const record = loaded.now;
  return (
    <div class="record-open stack">
      <Fault code={loaded.work.fault} language={language} />
      {record !== null && (
        <>
          <PledgeLine {...{ ...props, loaded, record }} />
          <WorkForm {...{ ...props, loaded, record }} />
          {record.work === "children" && <NoteForm {...{ ...props, loaded, record }} />}
          {record.work === "shelter" && <CopyPart {...{ ...props, loaded, record }} />}
        </>
      )}
    </div>
  );
}

function PledgeLine({ staff, language, member, loaded, record }: PartProps) {
  const t = messages[language];
  const { pledge, onLeave } = record;
  return (
    <div class="row">
      <p>{pledge ? t.pledge(pledge.version, dayText(pledge.signedOn, language)) : t.pledgeNone}</p>
      <button
        type="button"
        class="button"
        disabled={loaded.work.busy}
        onClick={() =>
          void loaded.act(() => staff.api.post(paths.standing, { member, onLeave: !onLeave }))
        }
      >
        {onLeave ? t.back : t.leave}
      </button>
    </div>
  );
}

function WorkForm({ staff, language, member, loaded, record }: PartProps) {
  const t = messages[language];
  const chosen = useSignal<Work | null>(record.work);
  return (
    <section class="stack" aria-label={t.workTitle}>
      <fieldset class="desk-roles stack">
        <legend class="label">{t.workTitle}</legend>
        <p class="soft small">{t.workLead}</p>
        {WORKS.map((work) => (
          <label class="check" key={work}>
            <input
              type="radio"
              name={`work-${member}`}
              checked={chosen.value === work}
              onChange={() => (chosen.value = work)}
            />
            <span>
              {t[`work-${work}`]}
              <span class="soft small desk-block">{t[`work-${work}-hint`]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen.value !== record.work && (
        <button
          type="button"
          class="button button-lamp record-start"
          disabled={loaded.work.busy}
          onClick={() =>
            void loaded.act(() => staff.api.post(paths.standing, { member, work: chosen.value }))
          }
        >
          {t.saveWork}
        </button>
      )}
    </section>
  );
}

function NoteForm({ staff, language, member, loaded, record }: PartProps) {
  const t = messages[language];
  const { extract } = record;
  const thisMonth = monthOf(dayOf(Date.now()));
  const shownMonth = useSignal(thisMonth);
  return (
    <section class="stack" aria-label={t.noteTitle}>
      <h2>{t.noteTitle}</h2>
      {extract.kind === "note" && (
        <p>
          {t.noteNow(
            monthText(extract.shownMonth, language),
            extract.seenBy ?? t.formerCoordinator,
          )}{" "}
          {t.noteLapses(dayText(extract.lapsesOn, language))}
        </p>
      )}
      <p class="soft">{t.noteLead}</p>
      <div class="field record-day">
        <label for={`note-${member}`}>{t.noteMonth}</label>
        <input
          id={`note-${member}`}
          type="month"
          autocomplete="off"
          max={thisMonth}
          value={shownMonth.value}
          onInput={({ currentTarget }) => (shownMonth.value = currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button record-start"
        disabled={loaded.work.busy}
        onClick={() =>
          void loaded.act(() =>
            staff.api.post(paths.note, { member, shownMonth: shownMonth.value }),
          )
        }
      >
        {t.noteSave}
      </button>
    </section>
  );
}
