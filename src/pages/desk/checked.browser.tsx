import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { isFurther } from "../../ui/further.ts";
import { formatDate } from "../../ui/languages.ts";
import { type CheckView, pagePaths as paths } from "../contract.ts";
import { checkMessages } from "../messages.checks.ts";
import type { EditorPart } from "./editor.browser.tsx";
import { Button, Fault, Field } from "./parts.browser.tsx";

/** Of a text in a further language: who has checked this version, and when. */
export function Checked(part: EditorPart): JSX.Element | null {
  const { book, writing, language } = part;
  const t = checkMessages[language];
  const fault = useSignal<string | null>(null);
  if (!isFurther(writing.place.language)) return null;
  const act = async (path: string, body: object): Promise<void> => {
    const answer = await book.act(path, { ...writing.place, version: writing.latest, ...body });
    await writing.look();
    fault.value = answer.ok ? null : answer.code;
  };
  const isSaved = writing.kept.value === "saved" && writing.latest > 0;
  const check = writing.opened.value?.check;
  return (
    <section class="stack pages-check" aria-label={t.title}>
      <h3>{t.title}</h3>
      <p>
        {t.says} {book.list.value?.showsUnchecked && t.demoSays}
      </p>
      <Fault code={fault.value} language={language} />
      {!isSaved ? (
        <p class="small soft">{t.saveFirst}</p>
      ) : check ? (
        <Stands {...{ check, language }} onTakeBack={() => void act(paths.uncheck, {})} />
      ) : (
        <Enter language={language} onEnter={(by, on) => void act(paths.check, { by, on })} />
      )}
    </section>
  );
}

interface StandsProps {
  readonly check: CheckView;
  readonly language: EditorPart["language"];
  readonly onTakeBack: () => void;
}

function Stands({ check, language, onTakeBack }: StandsProps): JSX.Element {
  const t = checkMessages[language];
  const day = formatDate(Date.parse(`${check.on}T12:00Z`), language, true);
  return (
    <>
      <p role="status">
        <strong>{t.checked(check.by, day)}</strong>{" "}
        {check.enteredBy !== null && t.enteredBy(check.enteredBy)}
      </p>
      <p class="small soft">{t.takeBackSays}</p>
      <p>
        <Button kind="quiet" onPress={onTakeBack}>
          {t.takeBack}
        </Button>
      </p>
    </>
  );
}

interface EnterProps {
  readonly language: EditorPart["language"];
  readonly onEnter: (by: string, on: string) => void;
}

function Enter({ language, onEnter }: EnterProps): JSX.Element {
  const t = checkMessages[language];
  const by = useSignal("");
  const on = useSignal("");
  return (
    <div class="stack pages-narrow">
      <Field
        {...{ label: t.by, hint: t.byHint, value: by.value, maxLength: 120 }}
        onValue={(value) => (by.value = value)}
      />
      <Field label={t.on} type="date" value={on.value} onValue={(value) => (on.value = value)} />
      <p>
        <Button
          disabled={by.value.trim() === "" || on.value === ""}
          onPress={() => onEnter(by.value, on.value)}
        >
          {t.enter}
        </Button>
      </p>
    </div>
  );
}
