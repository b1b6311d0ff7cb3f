import { diffLines, diffWordsWithSpace } from "diff";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { PageText } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";

interface Props {
  readonly before: PageText;
  readonly after: PageText;
  readonly language: Language;
}

/** Long texts that have nothing in common are compared line by line instead. */
const PATIENCE = { timeout: 400 };

/** What was taken out and what was put in, marked so that it is heard as well as seen. */
export function Difference({ before, after, language }: Props): JSX.Element {
  const t = deskMessages[language];
  const pieces = useMemo(() => compared(whole(before), whole(after)), [before, after]);
  if (pieces.every(({ added, removed }) => !added && !removed)) return <p>{t.same}</p>;
  return (
    <div class="pages-diff card">
      {pieces.map(({ value, added, removed }, at) =>
        added ? (
          <ins key={at}>{value}</ins>
        ) : removed ? (
          <del key={at}>{value}</del>
        ) : (
          <span key={at}>{value}</span>
        ),
      )}
    </div>
  );
}

const whole = ({ title, summary, body, cover }: PageText): string =>
  [title, summary, cover ?? "", body].join("\n\n");

const compared = (before: string, after: string) =>
  diffWordsWithSpace(before, after, PATIENCE) ?? diffLines(before, after);
