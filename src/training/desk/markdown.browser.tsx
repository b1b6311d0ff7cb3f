import type { JSX } from "preact";

/** Text in paragraphs. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="article">
      {text
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== "")
        .map((part) => (
          <p key={part}>{part}</p>
        ))}
    </div>
  );
}
