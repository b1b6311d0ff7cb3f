import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { MonthView, Pattern } from "../contract.ts";
import { planMessages } from "../messages.plan.ts";
import { PatternForm } from "./pattern-form.browser.tsx";
import { patternSays } from "./pattern-words.ts";
import type { PlanPart } from "./plan-app.browser.ts";

interface PatternPart extends PlanPart {
  readonly view: MonthView;
}

/** What the months are made from. */
export function PatternList(props: PatternPart): JSX.Element {
  const { language, plan } = props;
  const t = planMessages[language];
  const open = useSignal<string | null>(null);
  const patterns = plan.patterns.value ?? [];
  const close = (): void => void (open.value = null);
  return (
    <section class="card stack" aria-labelledby="plan-patterns">
      <h2 id="plan-patterns">{t.patterns}</h2>
      {patterns.length === 0 ? (
        <>
          <strong>{t.patternsNone}</strong>
          <p class="soft">{t.patternsNoneSays}</p>
        </>
      ) : (
        <ul class="desk-list">
          {patterns.map((pattern) => (
            <li key={pattern.id}>
              <One {...props} pattern={pattern} onEdit={() => (open.value = pattern.id)} />
              {open.value === pattern.id && (
                <PatternForm {...props} pattern={pattern} onDone={close} />
              )}
            </li>
          ))}
        </ul>
      )}
      {open.value === "new" ? (
        <PatternForm {...props} onDone={close} />
      ) : (
        <button type="button" class="button" onClick={() => (open.value = "new")}>
          {t.newPattern}
        </button>
      )}
    </section>
  );
}

interface OneProps extends PatternPart {
  readonly pattern: Pattern;
  readonly onEdit: () => void;
}

function One({ app, language, plan, pattern, onEdit }: OneProps): JSX.Element {
  const t = planMessages[language];
  const isAsked = useSignal(false);
  return (
    <>
      <span class="desk-list-text">
        <strong>{pattern.title}</strong>
        <span class="small soft">{patternSays(pattern, language)}</span>
      </span>
      <span class="row">
        <button type="button" class="button button-quiet" onClick={onEdit}>
          {t.editPattern} <span class="visually-hidden">{pattern.title}</span>
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => (isAsked.value = !isAsked.value)}
        >
          {t.removePattern} <span class="visually-hidden">{pattern.title}</span>
        </button>
      </span>
      {isAsked.value && (
        <div class="desk-confirm stack" role="group" aria-label={t.removePattern}>
          <p>{t.removeSure}</p>
          <div class="row">
            <button
              type="button"
              class="button button-danger"
              disabled={app.busy.value}
              onClick={() => void plan.removePattern(pattern.id)}
            >
              {t.removeYes}
            </button>
            <button type="button" class="button" onClick={() => (isAsked.value = false)}>
              {t.cancel}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
