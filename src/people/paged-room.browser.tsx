import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.desk.ts";
import type { DeskRoom, Page, PageGroup } from "./rooms.browser.ts";
import type { Staff } from "./staff.browser.ts";

interface Paged extends Omit<DeskRoom, "show" | "kept"> {
  /** The room's heading, where its pages bring none of their own. */
  heading?(language: Language): string;
  readonly groups: readonly PageGroup[];
}

/** A room with a list of its pages at the side; on a phone, above. */
export function pagedRoom({ groups, heading, ...room }: Paged): DeskRoom {
  return {
    ...room,
    show: (staff, language) => (
      <Pages
        room={room.key}
        label={room.label(language)}
        heading={heading?.(language)}
        groups={groups}
        staff={staff}
        language={language}
      />
    ),
  };
}

interface Props {
  readonly room: string;
  readonly label: string;
  readonly heading: string | undefined;
  readonly groups: readonly PageGroup[];
  readonly staff: Staff;
  readonly language: Language;
}

/** A page that has been opened stays, hidden, while another is shown: what was typed there is not lost. */
function Pages({ room, label, heading, groups: all, staff, language }: Props) {
  const groups = all
    .filter((group) => group.open?.(staff) ?? true)
    .map((group) => ({
      ...group,
      pages: group.pages.filter((page) => page.open?.(staff) ?? true),
    }));
  const pages = groups.flatMap((group) => group.pages);
  const asked = staff.pages.value[room];
  const current = pages.find(({ key }) => key === asked) ?? pages[0];
  const unsaved = useSignal<Readonly<Record<string, readonly string[]>>>({});
  const last = useSignal<Readonly<Record<string, string>>>({});
  const here = groups.find((group) => current !== undefined && group.pages.includes(current));
  const shown = { ...last.value, ...(here && current ? { [here.key]: current.key } : {}) };
  useEffect(() => void (last.value = shown), [current?.key]);
  if (current === undefined) return null;
  const choose = (page: string): void => staff.goTo(room, page);
  const marked = new Set(Object.values(unsaved.value).flat());
  return (
    <div class={pages.length > 1 ? "desk-pages" : ""}>
      {pages.length > 1 && (
        <PageList {...{ label, language, pages, current, marked, choose, heading }} />
      )}
      <div class="desk-paged">
        {groups.map((group) => {
          const page = shown[group.key];
          if (page === undefined || (group.fresh && group !== here)) return null;
          return (
            <div key={group.key} hidden={group !== here}>
              {group.show({
                staff,
                language,
                page,
                unsaved: (keys) => (unsaved.value = { ...unsaved.value, [group.key]: keys }),
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface ListProps {
  readonly label: string;
  readonly heading: string | undefined;
  readonly language: Language;
  readonly pages: readonly Page[];
  readonly current: Page;
  readonly marked: ReadonlySet<string>;
  readonly choose: (page: string) => void;
}

/** Buttons in a column where there is room for one; a choice in one line where there is none. */
function PageList({ label, heading, language, pages, current, marked, choose }: ListProps) {
  const t = messages[language];
  const nameOf = (page: Page): string =>
    page.label(language) + (marked.has(page.key) ? ` (${t.unsaved})` : "");
  return (
    <div class="desk-side">
      {heading !== undefined && <h1>{heading}</h1>}
      <nav aria-label={t.pagesOf(label)} class="desk-side-list">
        {pages.map((page) => (
          <button
            type="button"
            key={page.key}
            {...(page === current ? { "aria-current": "page" as const } : {})}
            onClick={() => choose(page.key)}
          >
            {page.label(language)}
            {marked.has(page.key) && (
              <>
                <span class="desk-dot" aria-hidden="true" />
                <span class="visually-hidden"> ({t.unsaved})</span>
              </>
            )}
          </button>
        ))}
      </nav>
      <select
        class="input desk-side-choice"
        aria-label={t.pagesOf(label)}
        value={current.key}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {pages.map((page) => (
          <option key={page.key} value={page.key}>
            {nameOf(page)}
          </option>
        ))}
      </select>
    </div>
  );
}
