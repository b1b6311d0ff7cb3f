/** What of an old site did not come along, or came along changed: one row for each file and sort. */
export const LEFT = [
  ...["path-refused", "file-too-large", "file-left", "unreadable", "empty", "too-many"],
  ...[
    "script",
    "form",
    "embedded",
    "sound",
    "drawing",
    "style",
    "hidden",
    "around",
    "layout-table",
  ],
  ...["picture-missing", "picture-elsewhere", "picture-unreadable", "picture-too-large"],
  ...[
    "picture-limit",
    "alt-missing",
    "link-lost",
    "document-left",
    "link-refused",
    "link-made-safe",
    "text-cut",
  ],
  ...["letters-lost"],
] as const satisfies readonly Sort[];

export type Sort =
  | ("path-refused" | "file-too-large" | "file-left" | "unreadable" | "empty" | "too-many")
  | ("script" | "form" | "embedded" | "sound" | "drawing" | "style" | "hidden" | "around")
  | ("layout-table" | "picture-missing" | "picture-elsewhere" | "picture-unreadable")
  | (
      | "picture-too-large"
      | "picture-limit"
      | "alt-missing"
      | "link-lost"
      | "document-left"
      | "link-refused"
    )
  | ("link-made-safe" | "text-cut" | "letters-lost");

export interface Left {
  /** The file within the folder. */
  readonly path: string;
  readonly what: Sort;
  /** The first address of this sort, or how much; empty where there is nothing to add. */
  readonly detail: string;
  readonly count: number;
}

export const MAX_LEFT = 2000;
const MAX_DETAIL = 160;

/** Gathers the rows of a report; the same sort in the same file is one row with a count. */
export class Leftovers {
  readonly #rows = new Map<string, Left>();

  add(path: string, what: Sort, detail = ""): void {
    const key = `${what} ${path}`;
    const before = this.#rows.get(key);
    const told = before?.detail || shortened(detail);
    this.#rows.set(key, {
      path: path.slice(0, 300),
      what,
      detail: told,
      count: (before?.count ?? 0) + 1,
    });
  }

  get rows(): Left[] {
    return [...this.#rows.values()].slice(0, MAX_LEFT);
  }
}

/** An inline picture is an address of a hundred thousand signs. No sign of it may turn the writing around. */
const shortened = (detail: string): string =>
  detail.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "").slice(0, MAX_DETAIL);
