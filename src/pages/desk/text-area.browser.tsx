import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { deskMessages } from "../messages.desk.ts";
import type { EditorPart } from "./editor.browser.tsx";

/** What a button puts around, or before, the words that are marked. */
interface Sign {
  readonly key: "heading" | "bold" | "list" | "link" | "quote";
  readonly before: string;
  readonly after: string;
  /** At the beginning of the line. */
  readonly isLine: boolean;
}

const signs: readonly Sign[] = [
  { key: "heading", before: "## ", after: "", isLine: true },
  { key: "bold", before: "**", after: "**", isLine: false },
  { key: "list", before: "- ", after: "", isLine: true },
  { key: "quote", before: "> ", after: "", isLine: true },
  { key: "link", before: "[", after: "](https://)", isLine: false },
];

interface AreaProps extends EditorPart {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** The text itself, with buttons for those who do not know the signs. */
export function TextArea({ writing, language, lang, dir }: AreaProps): JSX.Element {
  const t = deskMessages[language];
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { body } = writing.text.value;
  const put = (sign: Sign): void => {
    const field = area.current;
    if (!field) return;
    const made = withSign(body, field.selectionStart, field.selectionEnd, sign);
    writing.write({ body: made.text });
    // After the new text has been drawn, the cursor stands where she goes on writing.
    queueMicrotask(() => {
      field.focus();
      field.setSelectionRange(made.from, made.until);
    });
  };
  return (
    <div class="field">
      <label for={id}>{t.text}</label>
      <Signs onPut={put} language={language} />
      <textarea
        id={id}
        ref={area}
        class="pages-body"
        rows={18}
        maxLength={60_000}
        {...{ lang, dir }}
        spellcheck
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={body}
        onInput={(event) => writing.write({ body: event.currentTarget.value })}
        onSelect={({ currentTarget }) => (writing.cursor = currentTarget.selectionEnd)}
      />
      <p class="hint" id={`${id}-hint`}>
        {t.textHint}
      </p>
    </div>
  );
}

interface SignsProps {
  readonly language: EditorPart["language"];
  readonly onPut: (sign: Sign) => void;
}

function Signs({ language, onPut }: SignsProps): JSX.Element {
  const t = deskMessages[language];
  return (
    <div class="pages-signs" role="group" aria-label={t.signs}>
      {signs.map((sign) => (
        <button key={sign.key} type="button" class="button" onClick={() => onPut(sign)}>
          {t[sign.key]}
        </button>
      ))}
    </div>
  );
}

/** The text with the sign, and what is marked afterwards. */
export function withSign(text: string, from: number, until: number, sign: Sign) {
  const start = sign.isLine ? text.lastIndexOf("\n", from - 1) + 1 : from;
  const marked = text.slice(start, until);
  const put = sign.isLine ? marked.replaceAll(/^/gm, sign.before) : sign.before + marked;
  const made = text.slice(0, start) + put + sign.after + text.slice(until);
  const end = start + put.length;
  return { text: made, from: sign.isLine ? end : start + sign.before.length, until: end };
}

/** The text with a picture as a paragraph of its own, after the line in which the cursor stands, or at its end. */
export function withPicture(text: string, cursor: number | null, picture: string): string {
  const line = cursor === null ? -1 : text.indexOf("\n", cursor);
  const at = line === -1 ? text.length : line;
  const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
  return (
    [before, picture, after].filter((part) => part !== "").join("\n\n") + (after === "" ? "\n" : "")
  );
}
