import { Prose } from "../../pages/index.browser.ts";
import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Course, Module } from "../contract.ts";
import { trainingMessages } from "../messages.ts";
import { stepsOf } from "../policy.ts";
import type { TrainingPart } from "./mine.browser.tsx";
import { Quiz } from "./quiz.browser.tsx";
import { ScenarioStep } from "./scenario.browser.tsx";

/** One module, a step at a time: its text, each question, the rehearsal. She goes on where she was. */
export function ModulePage(props: TrainingPart): JSX.Element | null {
  const { app } = props;
  const { opened } = app;
  const kept = opened && app.progressOf(opened.course.id, opened.module.id);
  const step = useSignal(kept?.doneOn ? 0 : (kept?.step ?? 0));
  const mayGoOn = useSignal(false);
  if (!opened) return null;
  const t = trainingMessages[props.language];
  const part = { ...props, ...opened, step, mayGoOn };
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
      <p class="soft small">{t.stepOf(step.value + 1, stepsOf(opened.module))}</p>
      <Heading {...part} />
      <Step {...part} />
      <div role="status">{app.isUnkept.value && <p class="notice">{t.notKept}</p>}</div>
      <Onward {...part} />
    </section>
  );
}

interface StepProps extends TrainingPart {
  readonly course: Course;
  readonly module: Module;
  readonly step: Signal<number>;
  /** A question is answered rightly, a conversation played. */
  readonly mayGoOn: Signal<boolean>;
}

/** Takes the focus when the step comes, so that a screen reader begins there. */
function Heading({ language, module, step, mayGoOn }: StepProps): JSX.Element {
  const t = trainingMessages[language];
  const heading = useRef<HTMLHeadingElement>(null);
  const at = step.value;
  useEffect(() => {
    mayGoOn.value = at === 0;
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, [at]);
  const { length } = module.quiz;
  return (
    <h1 class="desk-title" id="training-step" ref={heading} tabIndex={-1}>
      {at === 0 ? module.title : at <= length ? t.question(at, length) : t.scenario}
    </h1>
  );
}

function Step({ app, language, module, step, mayGoOn }: StepProps): JSX.Element | null {
  const at = step.value;
  const question = module.quiz[at - 1];
  const goOn = (): void => void (mayGoOn.value = true);
  if (at === 0) return <Prose text={module.text} />;
  if (question) return <Quiz key={at} {...{ question, language }} onRight={goOn} />;
  return (
    module.scenario && (
      <ScenarioStep {...{ app, language, scenario: module.scenario }} onDone={goOn} />
    )
  );
}

function Onward({ app, language, course, module, step, mayGoOn }: StepProps): JSX.Element {
  const t = trainingMessages[language];
  const at = step.value;
  const isLast = at === stepsOf(module) - 1;
  const go = (to: number): void => {
    step.value = to;
    void app.step(course.id, module.id, to, false);
  };
  const finish = async (): Promise<void> => {
    if (await app.step(course.id, module.id, at, true)) app.open.value = null;
  };
  return (
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
  );
}
