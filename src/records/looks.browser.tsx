import { useSignal } from "@preact/signals";
import { monthText } from "../people/index.browser.ts";
import { type LooksView, recordPaths as paths } from "./contract.ts";
import { dayOf, monthOf } from "./days.ts";
import { messages } from "./messages.keeping.ts";
import { messages as mine } from "./messages.mine.ts";
import { dayText, type Loaded, type PageProps, Screen, useLoaded } from "./parts.browser.tsx";
import { signReview } from "./records-app.browser.ts";

/** Who looked at whose record, month by month; a month that is over is signed. For coordinators and board. */
export function LooksPage({ staff, language }: PageProps) {
  const t = messages[language];
  const month = useSignal<string | null>(null);
  const loaded = useLoaded(() => staff.api.post<LooksView>(paths.looks, { month: month.value }));
  const choose = (chosen: string): void => {
    month.value = chosen;
    loaded.again();
  };
  return (
    <Screen title={t.looksTitle} language={language} loaded={loaded}>
      {(view) => (
        <>
          <p>{t.looksLead}</p>
          {view.unreviewed.length > 0 && (
            <p class="notice">
              {t.unreviewed(view.unreviewed.map((one) => monthText(one, language)).join(", "))}
            </p>
          )}
          <div class="field record-day">
            <label for="looks-month">{t.month}</label>
            <select
              id="looks-month"
              value={view.month}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {[...new Set([view.month, ...view.months])]
                .toSorted()
                .toReversed()
                .map((one) => (
                  <option key={one} value={one}>
                    {monthText(one, language)}
                  </option>
                ))}
            </select>
          </div>
          <Lines {...{ view, language }} />
          <Review {...{ staff, language, view, loaded }} />
        </>
      )}
    </Screen>
  );
}

function Lines({ view, language }: { view: LooksView; language: PageProps["language"] }) {
  const t = messages[language];
  if (view.looks.length === 0) return <p class="soft">{t.looksNone}</p>;
  return (
    <section class="card" aria-label={t.looksTitle}>
      <ul class="desk-list">
        {view.looks.map(({ day, who, whose, what, whoName, whoseName, times }) => (
          <li key={day + who + whose + what}>
            <div class="desk-list-text">
              <span>
                {t.look(
                  whoName ?? mine[language].former,
                  t[`what-${what}` as "what-record"],
                  whose === "" ? "" : t.of(whoseName ?? mine[language].former),
                )}
              </span>
              <span class="soft small">{dayText(day, language)}</span>
            </div>
            <span class="soft">{t.times(times)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReviewProps extends PageProps {
  readonly view: LooksView;
  readonly loaded: Loaded<LooksView>;
}

function Review({ staff, language, view, loaded }: ReviewProps) {
  const t = messages[language];
  if (view.review)
    return (
      <p class="notice notice-open">{t.reviewed(view.review.byName ?? mine[language].former)}</p>
    );
  if (view.month >= monthOf(dayOf(Date.now()))) return <p class="soft">{t.reviewOpen}</p>;
  if (!staff.may("looks.sign") || view.looks.length === 0) return null;
  return (
    <button
      type="button"
      class="button button-lamp record-start"
      disabled={loaded.work.busy}
      onClick={() => void loaded.act(() => signReview(staff, view))}
    >
      {t.review}
    </button>
  );
}
