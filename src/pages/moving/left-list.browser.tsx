import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { leftInWords, movingMessages } from "../messages.moving.ts";
import type { Left } from "./left.ts";

interface LeftProps {
  readonly left: readonly Left[];
  readonly language: Language;
}

/** What did not come along, file by file, row by row. */
export function LeftList({ left, language }: LeftProps): JSX.Element {
  const t = movingMessages[language];
  if (left.length === 0) return <p>{t.nothingLeft}</p>;
  const files = [...new Set(left.map(({ path }) => path))];
  return (
    <details class="pages-more">
      <summary>{t.report(left.length)}</summary>
      <ul class="moving-left">
        {files.map((path) => (
          <li key={path}>
            <strong>{path}</strong>
            <ul>
              {left
                .filter((row) => row.path === path)
                .map((row) => (
                  <li key={row.what}>{leftInWords(row, language)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
