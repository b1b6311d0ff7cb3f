import { Prose } from "../../pages/index.browser.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Course, CourseContent, Module } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { QuizField, ScenarioField } from "./line-fields.browser.tsx";

interface EditorProps {
  readonly course: Course;
  readonly language: Language;
  readonly onChange: (course: Course) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

const blank = (): Module => ({
  id: `del-${crypto.randomUUID().slice(0, 8)}`,
  ...{ title: "", minutes: 15, text: "", quiz: [], scenario: null },
});

/** A course as it is written: text beside its preview. */
export function CourseEditor(props: EditorProps): JSX.Element {
  const { course, language, onSave, onCancel } = props;
  const t = leadMessages[language];
  return (
    <div class="stack">
      <About {...props} />
      <h2>{t.modules}</h2>
      <Modules {...props} />
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={course.content.title.trim() === ""}
          onClick={onSave}
        >
          {t.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

const changing =
  ({ course, onChange }: EditorProps) =>
  (change: Partial<CourseContent>): void =>
    onChange({ ...course, content: { ...course.content, ...change } });

function About(props: EditorProps): JSX.Element {
  const { course, language, onChange } = props;
  const t = leadMessages[language];
  const { title, lead } = course.content;
  const set = changing(props);
  return (
    <div class="card stack">
      <Field label={t.courseTitle} value={title} onText={(text) => set({ title: text })} />
      <Written
        {...{ language }}
        label={t.lead}
        value={lead}
        onText={(text) => set({ lead: text })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={course.isPublished}
          onChange={({ currentTarget }) =>
            onChange({ ...course, isPublished: currentTarget.checked })
          }
        />
        <span>{t.isPublished}</span>
      </label>
    </div>
  );
}

function Modules(props: EditorProps): JSX.Element {
  const { course, language } = props;
  const { modules } = course.content;
  const set = changing(props);
  const swap = (at: number): void => {
    const [one, before] = [modules[at], modules[at - 1]];
    if (one && before) set({ modules: modules.with(at, before).with(at - 1, one) });
  };
  return (
    <>
      {modules.map((module, at) => (
        <ModuleEditor
          key={module.id}
          {...{ module, language }}
          onChange={(changed) => set({ modules: modules.with(at, changed) })}
          onRemove={() => set({ modules: modules.filter((one) => one !== module) })}
          {...(at > 0 ? { onUp: () => swap(at) } : {})}
        />
      ))}
      <div>
        <button
          type="button"
          class="button"
          onClick={() => set({ modules: [...modules, blank()] })}
        >
          {leadMessages[language].addModule}
        </button>
      </div>
    </>
  );
}

interface ModuleEditorProps {
  readonly module: Module;
  readonly language: Language;
  readonly onChange: (module: Module) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
}

function ModuleEditor(props: ModuleEditorProps): JSX.Element {
  const { module, language, onChange, onRemove, onUp } = props;
  const t = leadMessages[language];
  const set = (change: Partial<Module>): void => onChange({ ...module, ...change });
  return (
    <details class="card">
      <summary>{module.title || t.moduleTitle}</summary>
      <div class="stack">
        <Field label={t.moduleTitle} value={module.title} onText={(title) => set({ title })} />
        <label class="field">
          <span class="label">{t.minutes}</span>
          <input
            type="number"
            class="input training-number"
            {...{ min: 1, max: 600, value: module.minutes }}
            onInput={({ currentTarget }) => set({ minutes: currentTarget.valueAsNumber || 1 })}
          />
        </label>
        <Written
          label={t.text}
          value={module.text}
          language={language}
          onText={(text) => set({ text })}
        />
        <QuizField {...{ module, language }} onQuiz={(quiz) => set({ quiz })} />
        <ScenarioField {...{ module, language }} onScenario={(scenario) => set({ scenario })} />
        <div class="row">
          {onUp && (
            <button type="button" class="button button-quiet" onClick={onUp}>
              {t.up}
            </button>
          )}
          <button type="button" class="button button-quiet" onClick={onRemove}>
            {t.removeModule}
          </button>
        </div>
      </div>
    </details>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

const Field = ({ label, value, onText }: FieldProps): JSX.Element => (
  <label class="field">
    <span class="label">{label}</span>
    <input
      class="input"
      autocomplete="off"
      maxLength={300}
      value={value}
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  </label>
);

/** Markdown, and how it will look. */
function Written(props: FieldProps & { readonly language: Language }): JSX.Element {
  const { label, value, language, onText } = props;
  const t = leadMessages[language];
  const [isShown, setShown] = useState(false);
  return (
    <>
      <label class="field">
        <span class="label">{label}</span>
        <textarea
          class="input"
          rows={10}
          autocomplete="off"
          maxLength={40_000}
          value={value}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      <div>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? t.hidePreview : t.showPreview}
        </button>
      </div>
      {isShown && (
        <section class="training-preview" aria-label={t.preview}>
          <Prose text={value} />
        </section>
      )}
    </>
  );
}
