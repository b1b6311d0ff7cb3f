import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { direction } from "../../ui/languages.ts";
import { deskMessages } from "../messages.desk.ts";
import { parseMarkdown } from "../text/parse.ts";
import { Sheet } from "../text/sheet.tsx";
import type { EditorPart } from "./editor.browser.tsx";

/** The page as everybody will read it: the same code, the same style, while it is being written. */
export function Preview({ book, writing, entry, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const text = writing.text.value;
  const nodes = useMemo(() => parseMarkdown(text.body), [text.body]);
  const face = book.list.value?.faces.find(({ id }) => id === entry.face);
  const of = writing.place.language;
  const own = of === "sv-easy" ? "sv" : of;
  return (
    <section class="pages-preview" aria-label={t.preview}>
      <p class="small soft">{t.preview}</p>
      <article class="sheet card" lang={own} dir={direction(own)}>
        <Sheet
          {...{ kind: entry.kind, dated: entry.dated, text, nodes, language: own }}
          referral={entry.referral}
          sender={face?.name ?? book.list.value?.faces[0]?.name ?? ""}
        />
      </article>
    </section>
  );
}
