import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Line } from "../../ui/inputs.browser.tsx";
import type { Language } from "../../ui/languages.ts";
import { saveTable } from "../../ui/save-table.browser.ts";
import { TableFile } from "../../ui/table-file.browser.tsx";
import type { AssociationPart } from "../desk/association-app.browser.ts";
import { intakeMessages } from "../messages.intake.ts";
import { goodOf, IntakeApp } from "./intake-app.browser.ts";
import { Rows } from "./rows.browser.tsx";

interface IntakePart {
  readonly intake: IntakeApp;
  readonly language: Language;
}

/** A register that was kept in a spreadsheet is looked at row by row, and entered whole or not at all. */
export function Intake({ app, language }: AssociationPart): JSX.Element {
  const t = intakeMessages[language];
  const intake = useMemo(() => new IntakeApp(app), [app]);
  const { value: fault } = intake.fault;
  const { value: done } = intake.done;
  const part = { intake, language };
  return (
    <section class="card stack desk-screen-only" aria-labelledby="association-file">
      <h2 id="association-file">{t.title}</h2>
      <p class="soft">{t.says}</p>
      <p class="hint">{t.columns}</p>
      <Pick {...part} />
      <div role="status">
        {intake.busy.value && <p>{t.reading}</p>}
        {fault && <p class="notice notice-danger">{t[fault]}</p>}
        {done && (
          <p class="notice notice-open">
            {t.done(done.entered)} {done.there > 0 && t.alsoThere(done.there)}
          </p>
        )}
      </div>
      <Seen {...part} today={app.board.value?.today ?? ""} />
    </section>
  );
}

function Pick({ intake, language }: IntakePart): JSX.Element {
  const t = intakeMessages[language];
  const template = () => saveTable(t.templateName, [t.head.split(";"), t.example.split(";")]);
  return (
    <TableFile
      {...{ id: "members-file", words: t, isBusy: intake.busy.value }}
      onFile={(file) => void intake.read(file)}
      onTemplate={() => void template()}
    />
  );
}

function Seen({ intake, language, today }: IntakePart & { today: string }): JSX.Element | null {
  const t = intakeMessages[language];
  const seen = intake.seen.value;
  if (!seen) return null;
  const good = goodOf(seen.views).filter(({ does }) => does === "new");
  const there = goodOf(seen.views).length - good.length;
  const bad = seen.views.filter(({ faults }) => faults.length > 0);
  return (
    <div class="stack">
      {bad.length > 0 && (
        <>
          <h3>{t.bad(bad.length)}</h3>
          <p class="hint">{t.badSays}</p>
          <Rows rows={bad} language={language} />
        </>
      )}
      {there > 0 && <p class="soft">{t.there(there)}</p>}
      {good.length > 0 && (
        <>
          <h3>{t.good(good.length)}</h3>
          <Rows rows={good} language={language} />
        </>
      )}
      <Say {...{ intake, language, today }} count={good.length} />
    </div>
  );
}

interface SayProps extends IntakePart {
  readonly today: string;
  readonly count: number;
}

/** Without the board's word that they have agreed nothing is entered. */
function Say({ intake, language, today, count }: SayProps): JSX.Element {
  const t = intakeMessages[language];
  const [haveAgreed, setAgreed] = useState(false);
  const [agreedOn, setDay] = useState(today);
  const isReady = haveAgreed && agreedOn !== "" && !intake.busy.value;
  const no = (
    <button type="button" class="button button-quiet" onClick={() => intake.drop()}>
      {t.cancel}
    </button>
  );
  if (count === 0) return <div>{no}</div>;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={haveAgreed}
          onChange={({ currentTarget }) => setAgreed(currentTarget.checked)}
        />
        <span>{t.agreed}</span>
      </label>
      <p class="hint">{t.agreedSays}</p>
      <Line
        {...{ label: t.agreedOn, hint: t.agreedOnSays, type: "date", value: agreedOn }}
        onText={setDay}
      />
      <p class="small soft">{t.noMail}</p>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={!isReady}
          onClick={() => void intake.put(agreedOn)}
        >
          {t.put(count)}
        </button>
        {no}
      </div>
    </>
  );
}
