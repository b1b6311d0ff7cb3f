import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Module } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { readQuiz, writeQuiz } from "../quiz-text.ts";
import { readScenario, writeScenario } from "../scenario-text.ts";

interface FieldProps {
  readonly module: Module;
  readonly language: Language;
}

export function QuizField(
  props: FieldProps & { onQuiz: (quiz: Module["quiz"]) => void },
): JSX.Element {
  const { module, language, onQuiz } = props;
  const t = leadMessages[language];
  const take = (text: string): string | undefined => {
    const read = readQuiz(text);
    if (!read.ok) return t.quizFault(read.line);
    onQuiz(read.quiz);
    return undefined;
  };
  const says = { label: t.quiz, hint: t.quizHint, example: t.quizExample };
  return <Lines {...says} first={() => writeQuiz(module.quiz)} take={take} />;
}

type ScenarioProps = FieldProps & { onScenario: (scenario: Module["scenario"]) => void };

export function ScenarioField({ module, language, onScenario }: ScenarioProps): JSX.Element {
  const t = leadMessages[language];
  const take = (text: string): string | undefined => {
    const read = readScenario(text);
    if (!read.ok) return t.scenarioFault(read.line);
    onScenario(read.scenario);
    return undefined;
  };
  const says = { label: t.scenario, hint: t.scenarioHint, example: "" };
  return <Lines {...says} first={() => writeScenario(module.scenario)} take={take} />;
}

interface LinesProps {
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly first: () => string;
  /** Takes it if it can be read; else says what is wrong. */
  readonly take: (text: string) => string | undefined;
}

/** Kept as she types it; taken whenever it can be read. */
function Lines({ label, hint, example, first, take }: LinesProps): JSX.Element {
  const [text, setText] = useState(first);
  const [fault, setFault] = useState<string | undefined>();
  const type = (next: string): void => {
    setText(next);
    setFault(take(next));
  };
  return (
    <label class="field">
      <span class="label">{label}</span>
      <span class="hint">{hint}</span>
      <textarea
        class="input"
        rows={8}
        autocomplete="off"
        placeholder={example}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      {fault !== undefined && <span class="fault">{fault}</span>}
    </label>
  );
}
