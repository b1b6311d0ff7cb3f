import { Prose } from "../../pages/index.browser.ts";
import type { JSX } from "preact";
import { formatDate, type Language } from "../../ui/languages.ts";
import type { Course, Mine, Module } from "../contract.ts";
import { trainingMessages } from "../messages.ts";
import type { TrainingApp } from "./training-app.browser.ts";

export interface TrainingPart {
  readonly app: TrainingApp;
  readonly language: Language;
}

const inWords = (day: string, language: Language): string =>
  formatDate(Date.parse(`${day}T12:00Z`), language, true);

/** Her courses, how far she has come, and what is left until her certificate. */
export function MinePage(props: TrainingPart): JSX.Element {
  const { app, language } = props;
  const t = trainingMessages[language];
  const mine = app.mine.value;
  return (
    <section class="board-page stack" aria-labelledby="training-mine">
      <h1 class="desk-title" id="training-mine">
        {t.mine}
      </h1>
      {mine === null && !app.isOffline.value && <p role="status">{t.loading}</p>}
      {app.isOffline.value && (
        <div class="notice stack" role="alert">
          <p>{t.offline}</p>
          <button type="button" class="button" onClick={() => void app.look()}>
            {t.again}
          </button>
        </div>
      )}
      {mine?.courses.length === 0 && (
        <div class="card stack">
          <strong>{t.none}</strong>
          <p class="soft">{t.noneSays}</p>
        </div>
      )}
      {mine?.courses.map((course) => (
        <OneCourse key={course.id} {...props} course={course} />
      ))}
      {mine && <Way {...props} mine={mine} />}
    </section>
  );
}

function OneCourse(props: TrainingPart & { readonly course: Course }): JSX.Element {
  const { app, language, course } = props;
  const t = trainingMessages[language];
  const { modules, title, lead } = course.content;
  const done = modules.filter(({ id }) => app.progressOf(course.id, id)?.doneOn).length;
  return (
    <div class="card stack">
      <h2>{title}</h2>
      <Prose text={lead} />
      <label class="field">
        <span class="soft small">{t.progress(done, modules.length)}</span>
        <progress class="training-progress" value={done} max={modules.length} />
      </label>
      <ol class="desk-list training-modules">
        {modules.map((module) => (
          <OneModule key={module.id} {...props} module={module} />
        ))}
      </ol>
    </div>
  );
}

type ModuleProps = TrainingPart & { readonly course: Course; readonly module: Module };

function OneModule({ app, language, course, module }: ModuleProps): JSX.Element {
  const t = trainingMessages[language];
  const progress = app.progressOf(course.id, module.id);
  const isDone = (progress?.doneOn ?? null) !== null;
  const state = isDone ? t.done : progress ? t.begun : t.notBegun;
  const press = isDone ? t.readAgain : progress ? t.goOn : t.begin;
  return (
    <li>
      <span class="desk-list-text">
        <strong>{module.title}</strong>
        <span class="small soft">
          {state} · {t.minutes(module.minutes)}
        </span>
      </span>
      <button
        type="button"
        class={isDone ? "button button-quiet" : "button"}
        onClick={() => void (app.open.value = { course: course.id, module: module.id })}
      >
        {press} <span class="visually-hidden">{module.title}</span>
      </button>
    </li>
  );
}

function Way({ language, mine }: TrainingPart & { readonly mine: Mine }): JSX.Element {
  const t = trainingMessages[language];
  const { standing, rules, certificate, notes } = mine;
  const until = certificate ? inWords(certificate.lapsesOn, language) : "";
  const says = {
    none: standing.isReady ? t.ready : t.certNone,
    valid: t.certValid(until),
    "lapses-soon": t.certSoon(until),
    lapsed: t.certLapsed(until),
  };
  const { modulesDone, modules, meetings, shadows } = standing;
  const steps: readonly (readonly [number, number, string])[] = [
    [modulesDone, modules, t.modulesLine(modulesDone, modules)],
    [meetings, rules.meetings, t.meetingsLine(meetings, rules.meetings)],
    [shadows, rules.shadows, t.shadowsLine(shadows, rules.shadows, rules.shadowMonths)],
  ];
  return (
    <div class="card stack">
      <h2>{t.way}</h2>
      <p>
        <strong>{says[standing.certificate]}</strong>
      </p>
      <ul class="training-steps">
        {steps.map(([done, of, line]) => (
          <li key={line}>
            <span aria-hidden="true">{done >= of ? "✓" : "○"}</span> {line}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h3>{t.noted}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                {t[note.kind]}, {inWords(note.onDay, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="soft small">{t.keptHere}</p>
    </div>
  );
}
