import { createElement, type JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type Inline, parseMarkdown } from "../markdown.ts";

/** The text of a course. The module and the editor's preview both show it by this, and by nothing else. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="training-text">
      {blocks.map(({ kind, lines }, at) =>
        createElement(
          kind,
          { key: at },
          kind === "ul" || kind === "ol"
            ? lines.map((line, number) => <li key={number}>{line.map(shown)}</li>)
            : lines.map((line) => line.map(shown)),
        ),
      )}
    </div>
  );
}

const shown = ({ kind, text }: Inline, at: number): JSX.Element | string =>
  kind === "text" ? text : createElement(kind, { key: at }, text);
