import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Course, CourseContent, Module } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { QuizField, ScenarioField } from "./line-fields.browser.tsx";
import { Markdown } from "./markdown.browser.tsx";

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
  const { course, language, onChange, onSave, onCancel } = props;
  const t = leadMessages[language];
  const { content } = course;
  const set = (change: Partial<CourseContent>): void =>
    onChange({ ...course, content: { ...content, ...change } });
  const swap = (at: number): void => {
    const [one, before] = [content.modules[at], content.modules[at - 1]];
    if (one && before) set({ modules: content.modules.with(at, before).with(at - 1, one) });
  };
  return (
    <div class="stack">
      <div class="card stack">
        <Field label={t.courseTitle} value={content.title} onText={(title) => set({ title })} />
        <Written
          label={t.lead}
          value={content.lead}
          language={language}
          onText={(lead) => set({ lead })}
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
      <h2>{t.modules}</h2>
      {content.modules.map((module, at) => (
        <ModuleEditor
          key={module.id}
          {...{ module, language }}
          onChange={(changed) => set({ modules: content.modules.with(at, changed) })}
          onRemove={() => set({ modules: content.modules.filter((one) => one !== module) })}
          {...(at > 0 ? { onUp: () => swap(at) } : {})}
        />
      ))}
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => set({ modules: [...content.modules, blank()] })}
        >
          {t.addModule}
        </button>
        <button
          type="button"
          class="button button-lamp"
          disabled={content.title.trim() === ""}
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
          <Markdown text={value} />
        </section>
      )}
    </>
  );
}
