import type { FormDefinition, FormKind } from "./definition.ts";

export const formPaths = {
  current: "/contact/api/forms/current",
  version: "/contact/api/forms/version",
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

export const readDefinition = (text: string): FormDefinition => JSON.parse(text) as FormDefinition;
