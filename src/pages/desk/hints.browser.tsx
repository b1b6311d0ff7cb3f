import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { tagOf } from "../kinds.ts";
import { hintMessages } from "../messages.hints.ts";
import { checkText, type Hint } from "../text/check.ts";
import { lixOf } from "../text/lix.ts";
import { parseMarkdown, plainText } from "../text/parse.ts";
import type { EditorPart } from "./editor.browser.tsx";

/** What is worth a look before others read it: how hard it reads, links, pictures. */
export function Hints({ book, writing, entry, language }: EditorPart): JSX.Element {
  const t = hintMessages[language];
  const { body, summary } = writing.text.value;
  const nodes = useMemo(() => parseMarkdown(body), [body]);
  const hints: Hint[] = checkText(nodes, body, book.known, entry.face);
  if (summary.trim() === "") hints.push({ kind: "summary-missing" });
  const isSwedish = tagOf(writing.place.language) === "sv";
  const lix = isSwedish ? lixOf(`${summary}\n${plainText(nodes)}`) : undefined;
  return (
    <section class="card stack" aria-label={t.hints}>
      <strong>{t.hints}</strong>
      {isSwedish && (
        <p>
          {lix ? t.lix(lix.value, t[lix.level]) : t.tooShort}{" "}
          <span class="soft small">{t.lixHint}</span>
        </p>
      )}
      {hints.length === 0 ? (
        <p>{t.allWell}</p>
      ) : (
        <ul>
          {hints.map((hint) => (
            <li>{"address" in hint ? t[hint.kind](hint.address) : t[hint.kind]}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
