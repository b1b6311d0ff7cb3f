import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { isFurther } from "../../ui/further.ts";
import { direction } from "../../ui/languages.ts";
import { TEXT_LANGUAGES } from "../kinds.ts";
import { liveVersion } from "../live.ts";
import { deskMessages } from "../messages.desk.ts";
import { parseMarkdown } from "../text/parse.ts";
import { Sheet } from "../text/sheet.tsx";
import { Whole } from "../text/whole.tsx";
import type { EditorPart } from "./editor.browser.tsx";

/** The page as everybody will read it: the same code, the same style, while it is being written. */
export function Preview({ book, writing, entry, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const text = writing.text.value;
  const nodes = useMemo(() => parseMarkdown(text.body), [text.body]);
  const { faces = [] } = book.list.value ?? {};
  const face = faces.find(({ id }) => id === entry.face) ?? faces[0];
  const { language: own } = writing.place;
  const sender = face?.name ?? "";
  if (isFurther(own))
    return (
      <section class="pages-preview" aria-label={t.preview}>
        <p class="small soft">{t.preview}</p>
        <article class="sheet card" lang={own} dir={direction(own)}>
          <Sheet {...entry} {...{ text, nodes, language: own, sender }} />
        </article>
      </section>
    );
  const frame = own === "en" ? "en" : "sv";
  const isLive = (one: string): boolean =>
    entry.texts.some((each) => each.language === one && liveVersion(each, Date.now()) !== null);
  return (
    <section class="pages-preview" aria-label={t.preview}>
      <p class="small soft">{t.preview}</p>
      <div class="card pages-whole" lang={frame}>
        <Whole
          {...entry}
          {...{ text, nodes, language: frame, own, sender }}
          languages={TEXT_LANGUAGES.filter((one) => one === own || isLive(one))}
          facts={face ?? {}}
        />
      </div>
    </section>
  );
}
