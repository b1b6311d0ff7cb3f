import type { FormDefinition, FormKind } from "./definition.ts";

export const formPaths = {
  current: "/contact/api/forms/current",
  version: "/contact/api/forms/version",
  desk: "/desk/api/forms/desk",
  draft: "/desk/api/forms/draft",
  dropDraft: "/desk/api/forms/drop-draft",
  save: "/desk/api/forms/save",
} as const;

/** A version as it was published: its text is what a request names by hash. */
export interface FormVersion {
  readonly kind: FormKind;
  readonly version: number;
  /** Canonical JSON of a `FormDefinition`. */
  readonly definition: string;
}

/** What she may be asked now; a kind that is not offered is left out. */
export type OfferedForms = readonly FormVersion[];

/** A version among others. */
export interface VersionLine {
  readonly version: number;
  readonly offered: boolean;
  readonly questions: number;
  /** YYYY-MM-DD and the member's name; null where nobody of the jour made it. */
  readonly on: string | null;
  readonly by: string | null;
}

/** What a coordinator is writing, or a colleague of hers. */
export interface DraftView {
  readonly mine: boolean;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
  /** The version that it was begun with; 0 when there was none. */
  readonly after: number;
  readonly revision: number;
  readonly definition: string;
}

/** What the editor of one form begins with. */
export interface FormDesk {
  /** The newest first. */
  readonly versions: readonly VersionLine[];
  readonly newest: FormVersion | null;
  readonly drafts: readonly DraftView[];
}

export interface DraftSaved {
  readonly revision: number;
}

export const readDefinition = (text: string): FormDefinition => JSON.parse(text) as FormDefinition;
