import { useSignal } from "@preact/signals";
import type { Result } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.enrol.ts";
import { Fault, Form, Go, StepTitle, TextField, useWork } from "./parts.browser.tsx";

interface Props {
  readonly language: Language;
  readonly jour: string;
  readonly code: string;
  readonly onDone: () => Promise<Result<unknown>>;
  readonly level?: 1 | 2;
}

/** Shown once. She goes on when she has shown that it stands on paper. */
export function RecoveryCode({ language, jour, code, onDone, level = 1 }: Props) {
  const t = messages[language];
  const typed = useSignal("");
  const wrong = useSignal(false);
  const work = useWork();
  const groups = code.split("-");
  const submit = (): void => {
    wrong.value = plain(typed.value) !== plain(groups.at(-1) ?? "");
    if (!wrong.value) void work.run(onDone);
  };
  return (
    <Form class="card stack desk-print" onSubmit={submit}>
      <StepTitle level={level}>{t.codeTitle}</StepTitle>
      <p class="desk-screen-only">{t.codeLead}</p>
      <p class="desk-print-only">{t.printed(jour)}</p>
      <ol class="desk-code" aria-label={t.codeLabel}>
        {groups.map((group, at) => (
          <li key={at}>{group}</li>
        ))}
      </ol>
      <button type="button" class="button" onClick={() => print()}>
        {t.print}
      </button>
      <div class="desk-screen-only stack">
        <TextField
          label={t.confirm}
          value={typed.value}
          onValue={(value) => (typed.value = value)}
          fault={wrong.value ? t.confirmWrong : null}
          maxLength={8}
          class="desk-code-input"
        />
        <Fault code={work.fault} language={language} />
        <Go busy={work.busy} busyText={t.entering}>
          {t.done}
        </Go>
      </div>
    </Form>
  );
}

/** As readRecoveryCode reads: O for 0, I and L for 1. */
const plain = (text: string): string =>
  text.trim().toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
