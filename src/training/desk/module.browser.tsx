import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { trainingMessages } from "../messages.ts";
import { stepsOf } from "../policy.ts";
import { Markdown } from "./markdown.browser.tsx";
import type { TrainingPart } from "./mine.browser.tsx";
import { Quiz } from "./quiz.browser.tsx";
import { ScenarioStep } from "./scenario.browser.tsx";

/** One module, a step at a time: its text, each question, the rehearsal. She goes on where she was. */
export function ModulePage({ app, language }: TrainingPart): JSX.Element | null {
  const t = trainingMessages[language];
  const opened = app.opened;
  const kept = opened && app.progressOf(opened.course.id, opened.module.id);
  const step = useSignal(kept?.doneOn ? 0 : (kept?.step ?? 0));
  const mayGoOn = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = step.value;
  useEffect(() => {
    mayGoOn.value = at === 0;
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, [at]);
  if (!opened) return null;
  const { course, module } = opened;
  const steps = stepsOf(module);
  const isLast = at === steps - 1;
  const go = (to: number): void => {
    step.value = to;
    void app.step(course.id, module.id, to, false);
  };
  const finish = async (): Promise<void> => {
    if (await app.step(course.id, module.id, at, true)) app.open.value = null;
  };
  const question = module.quiz[at - 1];
  const title =
    at === 0 ? module.title : question ? t.question(at, module.quiz.length) : t.scenario;
  return (
    <section class="board-page stack training-module" aria-labelledby="training-step">
      <div>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void (app.open.value = null)}
        >
          {t.toCourse}
        </button>
      </div>
      <p class="soft small">{t.stepOf(at + 1, steps)}</p>
      <h1 class="desk-title" id="training-step" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {at === 0 && <Markdown text={module.text} />}
      {question && (
        <Quiz key={at} {...{ question, language }} onRight={() => void (mayGoOn.value = true)} />
      )}
      {at > module.quiz.length && module.scenario && (
        <ScenarioStep
          {...{ app, language, scenario: module.scenario }}
          onDone={() => void (mayGoOn.value = true)}
        />
      )}
      <div role="status">{app.isUnkept.value && <p class="notice">{t.notKept}</p>}</div>
      <div class="row">
        {at > 0 && (
          <button type="button" class="button" onClick={() => go(at - 1)}>
            {t.back}
          </button>
        )}
        <button
          type="button"
          class="button button-lamp"
          disabled={!mayGoOn.value}
          onClick={() => (isLast ? void finish() : go(at + 1))}
        >
          {isLast ? t.finish : t.next}
        </button>
      </div>
    </section>
  );
}
