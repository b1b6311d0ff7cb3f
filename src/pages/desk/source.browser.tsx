import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { pagePaths as paths, type PageText } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { hintMessages } from "../messages.hints.ts";
import { parseMarkdown } from "../text/parse.ts";
import { Sheet } from "../text/sheet.tsx";
import { Difference } from "./difference.browser.tsx";
import type { EditorPart } from "./editor.browser.tsx";
import { Fault } from "./parts.browser.tsx";

interface Texts {
  /** Which version of it stands here. */
  readonly version: number;
  readonly now: PageText;
  /** The version that the translation followed, where it was another. */
  readonly before: PageText | null;
}

/** Whether there is a Swedish text to stand beside what is written. */
export const hasSource = ({ writing }: EditorPart): boolean =>
  writing.place.language !== "sv" && (writing.opened.value?.swedish ?? null) !== null;

/** What the newest version of the translation follows. */
function followedBy({ writing }: EditorPart): number | null {
  return writing.opened.value?.versions[0]?.follows ?? null;
}

/** Beside a translation: the Swedish text, what has changed in it since, and whether that is followed. */
export function Source(part: EditorPart): JSX.Element {
  const { writing, language } = part;
  const t = hintMessages[language];
  const { texts, fault } = useTexts(part);
  const isBehind = writing.latest > 0 && followedBy(part) !== writing.opened.value?.swedish;
  const isOpen = isBehind || writing.latest === 0 || matchMedia("(min-width: 1100px)").matches;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has only a keyboard scrolls by it
    <section class="pages-source" aria-label={t.source} tabIndex={0}>
      <details class="pages-more" open={isOpen}>
        <summary>
          {t.source}
          {isBehind && `: ${deskMessages[language].behind}`}
        </summary>
        <div class="stack">
          <Fault code={fault} language={language} />
          {texts && <Shown {...part} texts={texts} />}
        </div>
      </details>
    </section>
  );
}

/** The newest Swedish text, and the one that was followed. */
function useTexts(part: EditorPart): { texts: Texts | null; fault: string | null } {
  const { book, entry, writing } = part;
  const texts = useSignal<Texts | null>(null);
  const fault = useSignal<string | null>(null);
  const newest = writing.opened.value?.swedish ?? null;
  const follows = followedBy(part);
  const read = (version: number) =>
    book.api.post<PageText>(paths.version, { page: entry.id, language: "sv", version });
  const look = async (version: number): Promise<void> => {
    const now = await read(version);
    const before = follows === null || follows === version ? null : await read(follows);
    fault.value = now.ok ? null : now.code;
    texts.value = now.ok
      ? { version, now: now.value, before: before?.ok ? before.value : null }
      : null;
  };
  useEffect(() => {
    if (newest !== null) void look(newest);
  }, [newest, follows]);
  return { texts: texts.value, fault: fault.value };
}

function Shown(part: EditorPart & { readonly texts: Texts }): JSX.Element {
  const { entry, language, texts } = part;
  const { now, before, version } = texts;
  const t = hintMessages[language];
  const follows = followedBy(part);
  return (
    <>
      <Follows {...part} version={version} />
      {before && follows !== null && (
        <section class="stack" aria-label={t.sourceChanged(follows)} lang={language}>
          <strong>{t.sourceChanged(follows)}</strong>
          <Difference before={before} after={now} language={language} />
        </section>
      )}
      <article class="sheet card" lang="sv">
        <Sheet
          {...{ kind: entry.kind, dated: entry.dated, text: now, language: "sv", sender: "" }}
          nodes={parseMarkdown(now.body)}
          isInner
        />
      </article>
    </>
  );
}

/** She says so herself: a comma that is mended in English follows nothing that is new in Swedish. */
function Follows(part: EditorPart & { readonly version: number }): JSX.Element {
  const { writing, language, version } = part;
  const t = hintMessages[language];
  const before = followedBy(part);
  if (before === version && writing.follows.value === version)
    return <p class="soft">{t.followsNow(version)}</p>;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={writing.follows.value === version}
        onChange={(event) => writing.follow(event.currentTarget.checked ? version : before)}
      />
      <span>
        {t.follows(version)}
        <span class="hint">{t.followsHint}</span>
      </span>
    </label>
  );
}
