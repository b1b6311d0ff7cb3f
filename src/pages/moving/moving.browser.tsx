import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { Button, Fault } from "../desk/parts.browser.tsx";
import { base64 } from "../../ui/base64.browser.ts";
import type { Part } from "../desk/room.browser.tsx";
import type { PagesApi } from "../desk/writing.browser.ts";
import { movingMessages } from "../messages.moving.ts";
import { type FinishedImport, movingPaths as paths } from "./contract.ts";
import { fromArchive, fromFolder } from "./files.browser.ts";
import { moveIn, type Ways } from "./move.ts";
import { type OldFile, type Plan, planSite } from "./plan.ts";
import { PlanTable, type Choice } from "./plan-table.browser.tsx";

type Step =
  | { readonly name: "choose"; readonly says?: "none" | "badArchive" }
  | { readonly name: "reading"; readonly done: number; readonly of: number }
  | { readonly name: "look"; readonly plan: Plan }
  | { readonly name: "making"; readonly done: number; readonly of: number }
  | { readonly name: "done"; readonly pages: number };

/** An old site, from its folder to drafts in the list. Nothing is stored before she has looked it over. */
export function Moving({ book, language, onDone }: Part & { onDone: () => void }): JSX.Element {
  const t = movingMessages[language];
  const step = useSignal<Step>({ name: "choose" });
  const fault = useSignal<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const read = (files: Promise<readonly OldFile[] | undefined>): void => {
    fault.value = null;
    void readInto(step, files);
  };
  const make = async (plan: Plan, choice: Choice): Promise<void> => {
    step.value = { name: "making", done: 0, of: 0 };
    const moved = await moveIn(chosen(plan, choice), waysOf(book.api, choice.face), (done, of) => {
      step.value = { name: "making", done, of };
    });
    await book.look();
    fault.value = moved.ok ? null : moved.code;
    step.value = moved.ok ? { name: "done", pages: moved.value.pages } : { name: "look", plan };
  };
  return (
    <section class="card stack" aria-label={t.title}>
      <h2 ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <Fault code={fault.value} language={language} />
      <Stage
        {...{ step: step.value, language, book }}
        onFiles={read}
        onMake={(plan, choice) => void make(plan, choice)}
      />
      <p>
        <Button kind="quiet" onPress={onDone}>
          {t.back}
        </Button>
      </p>
    </section>
  );
}

interface StageProps extends Part {
  readonly step: Step;
  readonly onFiles: (files: Promise<readonly OldFile[] | undefined>) => void;
  readonly onMake: (plan: Plan, choice: Choice) => void;
}

function Stage({ step, language, book, onFiles, onMake }: StageProps): JSX.Element {
  const t = movingMessages[language];
  if (step.name === "choose")
    return (
      <>
        <p>{t.lead}</p>
        <p role="alert">{step.says ? t[step.says] : ""}</p>
        <Choose language={language} onFiles={onFiles} />
      </>
    );
  if (step.name === "look") return <PlanTable {...{ plan: step.plan, book, language, onMake }} />;
  return (
    <p role="status">
      {step.name === "reading" && t.reading(step.done, step.of)}
      {step.name === "making" && (step.of > 0 ? t.making(step.done + 1, step.of) : t.saving)}
      {step.name === "done" && t.madeOf(step.pages)}
    </p>
  );
}

interface ChooseProps {
  readonly language: Language;
  readonly onFiles: StageProps["onFiles"];
}

function Choose({ language, onFiles }: ChooseProps): JSX.Element {
  const t = movingMessages[language];
  const id = useId();
  const folder = { webkitdirectory: true } as object;
  return (
    <>
      <div class="field">
        <label for={`${id}-folder`}>{t.folder}</label>
        <input
          id={`${id}-folder`}
          type="file"
          multiple
          {...folder}
          onChange={({ currentTarget: { files } }) => {
            if (files && files.length > 0) onFiles(Promise.resolve(fromFolder(files)));
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}-zip`}>{t.archive}</label>
        <input
          id={`${id}-zip`}
          type="file"
          accept=".zip,application/zip"
          onChange={({ currentTarget: { files } }) => {
            const [file] = files ?? [];
            if (file) onFiles(fromArchive(file));
          }}
        />
      </div>
    </>
  );
}

async function readInto(
  step: Signal<Step>,
  given: Promise<readonly OldFile[] | undefined>,
): Promise<void> {
  step.value = { name: "reading", done: 0, of: 0 };
  const files = await given;
  if (!files) {
    step.value = { name: "choose", says: "badArchive" };
    return;
  }
  const plan = await planSite(files, async (done, of) => {
    step.value = { name: "reading", done, of };
    // Lets the browser draw, and her press other buttons.
    await new Promise((go) => setTimeout(go));
  });
  step.value = plan.pages.length === 0 ? { name: "choose", says: "none" } : { name: "look", plan };
}

/** The pages that she takes along, as she has set them. */
const chosen = (plan: Plan, { pages }: Choice): Plan => ({
  ...plan,
  pages: plan.pages.flatMap((page) => {
    const own = pages.get(page.path);
    return own?.isTaken ? [{ ...page, kind: own.kind, dated: own.dated }] : [];
  }),
});

const waysOf = (api: PagesApi, face: string | null): Ways => ({
  begin: (slugs) => api.post(paths.begin, { slugs }),
  picture: async (id, file, alt) =>
    api.post(paths.picture, {
      import: id,
      file: await base64(new Blob([new Uint8Array(file)])),
      alt,
    }),
  finish: (id, pages, left) =>
    api.post<FinishedImport>(paths.finish, { import: id, face, pages, left }),
  undo: (id) => api.post(paths.undo, { import: id }),
});
