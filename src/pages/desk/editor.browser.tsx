import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PageEntry } from "../contract.ts";
import { direction } from "../../ui/languages.ts";
import { tagOf } from "../kinds.ts";
import { deskMessages } from "../messages.desk.ts";
import { CoverField, Pictures } from "./pictures.browser.tsx";
import { Hints } from "./hints.browser.tsx";
import { Met } from "./met.browser.tsx";
import { Button, Fault, Field, languageName } from "./parts.browser.tsx";
import { Preview } from "./preview.browser.tsx";
import { Publishing } from "./publishing.browser.tsx";
import type { Part } from "./room.browser.tsx";
import { Settings } from "./settings.browser.tsx";
import { hasSource, Source } from "./source.browser.tsx";
import { TextArea } from "./text-area.browser.tsx";
import { Versions } from "./versions.browser.tsx";
import type { Kept, Writing } from "./writing.browser.ts";

export interface EditorPart extends Part {
  readonly writing: Writing;
  readonly entry: PageEntry;
}

/** One text: written on the one side, and on the other side as it will be read. */
export function Editor(part: EditorPart): JSX.Element {
  const { book, writing, entry, language } = part;
  const t = deskMessages[language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => onKey(event, writing);
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [writing]);
  const { title } = writing.text.value;
  return (
    <div class="stack">
      <p>
        <Button kind="quiet" onPress={() => book.close()}>
          <span aria-hidden="true">←&nbsp;</span>
          {t.toList}
        </Button>
      </p>
      <h1 ref={heading} tabIndex={-1} class="desk-title">
        {title === "" ? entry.slug : title}{" "}
        <span class="soft">({languageName(writing.place.language, language)})</span>
      </h1>
      <Met {...part} />
      <div class={hasSource(part) ? "pages-desk pages-beside" : "pages-desk"}>
        {hasSource(part) && <Source {...part} />}
        <div class="stack">
          <Fields {...part} />
          <SaveLine {...part} />
          <Hints {...part} />
        </div>
        <Preview {...part} />
      </div>
      <Publishing {...part} />
      <Pictures {...part} />
      <Versions {...part} />
      <Settings {...part} />
    </div>
  );
}

/** Ctrl+S, or Cmd+S, saves wherever she is in the editor. */
function onKey(event: KeyboardEvent, writing: Writing): void {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  void writing.save();
}

function Fields(part: EditorPart): JSX.Element {
  const { writing, language, entry } = part;
  const t = deskMessages[language];
  const text = writing.text.value;
  const lang = tagOf(writing.place.language);
  const dir = direction(lang);
  return (
    <>
      <Field
        label={t.name}
        value={text.title}
        onValue={(title) => writing.write({ title })}
        maxLength={160}
        {...{ lang, dir }}
      />
      <Field
        label={t.summary}
        hint={t.summaryHint}
        value={text.summary}
        onValue={(summary) => writing.write({ summary })}
        maxLength={600}
        rows={2}
        {...{ lang, dir }}
      />
      {entry.kind === "report" && <CoverField {...part} />}
      <TextArea {...part} {...{ lang, dir }} />
    </>
  );
}

const keptWords = { kept: "keptSays", keeping: "keepingSays", here: "hereSays" } as const;

function SaveLine({ writing, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const kept: Kept = writing.kept.value;
  const hasSaved = writing.latest > 0;
  return (
    <>
      <Fault code={writing.fault.value} language={language} />
      <div class="pages-save">
        <p role="status" class="small soft">
          {kept === "saved" ? (hasSaved ? t.saved : "") : t[keptWords[kept]]}
        </p>
        <div class="row">
          {kept === "kept" && hasSaved && writing.theirs.value === null && (
            <Button kind="quiet" onPress={() => void writing.discard()}>
              {t.discard}
            </Button>
          )}
          <Button
            kind="lamp"
            disabled={writing.busy.value || (kept === "saved" && hasSaved)}
            onPress={() => void writing.save()}
          >
            {writing.busy.value ? t.saving : t.save}
          </Button>
        </div>
      </div>
    </>
  );
}
