import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { pagePaths as paths, type PageText } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { parseMarkdown } from "../text/parse.ts";
import { Sheet } from "../text/sheet.tsx";
import { Difference } from "./difference.browser.tsx";
import type { EditorPart } from "./editor.browser.tsx";

interface Texts {
  readonly now: PageText;
  /** As it was when the translation was last saved; absent when it was the same. */
  readonly before: PageText | null;
}

/** Beside a translation: the Swedish text, and what has changed in it since. */
export function Source(part: EditorPart): JSX.Element | null {
  const { book, entry, writing, language } = part;
  const t = deskMessages[language];
  const texts = useSignal<Texts | null>(null);
  const swedish = entry.texts.find((one) => one.language === "sv");
  const own = entry.texts.find((one) => one.language === writing.place.language);
  const isTranslation = writing.place.language !== "sv" && swedish !== undefined;
  const { latest = 0 } = swedish ?? {};
  const follows = own?.isBehind ? own.follows : null;
  useEffect(() => {
    if (!isTranslation) return;
    const read = async (version: number): Promise<PageText | null> => {
      const asked = { page: entry.id, language: "sv", version };
      const answer = await book.api.post<PageText>(paths.version, asked);
      return answer.ok ? answer.value : null;
    };
    void Promise.all([read(latest), follows === null ? null : read(follows)]).then(
      ([now, before]) => (texts.value = now && { now, before }),
    );
  }, [isTranslation, latest, follows]);
  const shown = texts.value;
  if (!isTranslation || !shown) return null;
  return (
    <details class="pages-more" open={own?.isBehind ?? true}>
      <summary>
        {t.source}
        {own?.isBehind && `: ${t.behind}`}
      </summary>
      <div class="stack">
        {shown.before && <Difference before={shown.before} after={shown.now} language={language} />}
        <Swedish {...part} text={shown.now} />
      </div>
    </details>
  );
}

function Swedish({ entry, text }: EditorPart & { readonly text: PageText }): JSX.Element {
  return (
    <article class="sheet card" lang="sv">
      <Sheet
        {...{ kind: entry.kind, dated: entry.dated, text, language: "sv", sender: "" }}
        nodes={parseMarkdown(text.body)}
        isInner
      />
    </article>
  );
}
