import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { planMessages } from "../messages.plan.ts";
import { MonthBar, Unread } from "./month.browser.tsx";
import { PatternList } from "./pattern-list.browser.tsx";
import { PeoplePart } from "./people.browser.tsx";
import { PlanApp, type PlanPart } from "./plan-app.browser.ts";
import { ProposalPart } from "./proposal.browser.tsx";
import type { CalendarPart } from "./calendar-app.browser.ts";
import { ShiftForm } from "./shift-form.browser.tsx";
import { RosterCard } from "../roster/roster.browser.tsx";

/** What a coordinator plans: the month, what it is made from, and who the volunteers are. */
export function PlanPage({ app, language }: CalendarPart): JSX.Element {
  const plan = useMemo(() => new PlanApp(app), [app]);
  const props = { app, language, plan };
  useEffect(() => void plan.look(), [plan]);
  const view = app.view.value;
  return (
    <section class="calendar-page stack">
      <MonthBar app={app} language={language} />
      {view === null ? (
        <Unread app={app} language={language} />
      ) : (
        <>
          <LayOut {...props} />
          <PatternList {...props} view={view} />
          <ProposalPart {...props} view={view} />
          <RosterCard app={app} language={language} />
          <PeoplePart {...props} />
        </>
      )}
    </section>
  );
}

function LayOut({ app, language, plan }: PlanPart): JSX.Element {
  const t = planMessages[language];
  const isSingle = useSignal(false);
  const made = plan.made.value;
  const view = app.view.value;
  return (
    <section class="card stack" aria-labelledby="plan-lay">
      <h2 id="plan-lay">{t.lay}</h2>
      <p class="soft">{t.laySays}</p>
      <div role="status">{made !== null && <p class="notice">{t.laid(made)}</p>}</div>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={app.busy.value || plan.patterns.value?.length === 0}
          onClick={() => void plan.layOut()}
        >
          {t.layDo}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={isSingle.value}
          onClick={() => (isSingle.value = !isSingle.value)}
        >
          {t.newShift}
        </button>
      </div>
      {isSingle.value && view && (
        <ShiftForm
          app={app}
          language={language}
          view={view}
          onDone={() => (isSingle.value = false)}
        />
      )}
    </section>
  );
}
