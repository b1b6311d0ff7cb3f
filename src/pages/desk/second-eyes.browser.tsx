import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { pagePaths as paths } from "../contract.ts";
import { eyesMessages } from "../messages.eyes.ts";
import type { EditorPart } from "./editor.browser.tsx";
import { Button, Fault } from "./parts.browser.tsx";
import type { Part } from "./room.browser.tsx";

/** Where the jour wants it: who has read this version, and who still has to. */
export function SecondEyes({ book, writing, language }: EditorPart): JSX.Element | null {
  const t = eyesMessages[language];
  const fault = useSignal<string | null>(null);
  if (book.list.value?.secondEyes !== true) return null;
  const isSaved = writing.kept.value === "saved";
  const review = isSaved ? writing.review : undefined;
  const act = async (path: string): Promise<void> => {
    if (!isSaved && !(await writing.save())) return;
    const answer = await book.act(path, { ...writing.place, version: writing.shown });
    await writing.look();
    fault.value = answer.ok ? null : answer.code;
  };
  if (review?.isYes)
    return <p role="status">{review.saidBy === null ? t.said : t.saidBy(review.saidBy)}</p>;
  const mayAnswer = review !== undefined && !review.isMine;
  const askedBy = review?.askedBy ?? null;
  return (
    <>
      <p role="status">
        {askedBy === null ? t.asked : t.askedBy(askedBy)} {mayAnswer && t.readFirst}
      </p>
      <Fault code={fault.value} language={language} />
      <div class="row">
        {mayAnswer && (
          <Button kind="lamp" onPress={() => void act(paths.sayYes)}>
            {t.sayYes}
          </Button>
        )}
        {!review?.isAsked && (
          <Button disabled={writing.busy.value} onPress={() => void act(paths.askEyes)}>
            {isSaved ? t.ask : t.saveAndAsk}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether the jour wants it at all. */
export function EyesRule({ book, language }: Part): JSX.Element {
  const t = eyesMessages[language];
  const fault = useSignal<string | null>(null);
  const isOn = book.list.value?.secondEyes === true;
  const set = async (): Promise<void> => {
    const answer = await book.act(paths.rules, { secondEyes: !isOn });
    fault.value = answer.ok ? null : answer.code;
  };
  return (
    <section class="card stack" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p>
        {t.says} <strong>{isOn ? t.isOn : t.isOff}</strong>
      </p>
      <Fault code={fault.value} language={language} />
      <p>
        <Button onPress={() => void set()}>{isOn ? t.turnOff : t.turnOn}</Button>
      </p>
    </section>
  );
}
