import type { Kind, PageText, TextLanguage } from "../pages/index.ts";
import type { FaceKind } from "../site/index.ts";

export type WrittenText = Pick<PageText, "title" | "summary" | "body">;

/** A page as it is written in the house; without a face it stands on all faces of its jour. */
export interface WrittenPage {
  readonly kind: Kind;
  readonly slug: string;
  readonly face?: FaceKind;
  readonly texts: Partial<Record<TextLanguage, WrittenText>>;
}

/** In the two languages that everything here is written in, and the easy text where there is one. */
export interface Tongues {
  readonly sv: WrittenText;
  readonly en: WrittenText;
  readonly "sv-easy"?: WrittenText;
}

export const written = (
  kind: Kind,
  slug: string,
  texts: Tongues,
  face?: FaceKind,
): WrittenPage => ({ kind, slug, texts, ...(face && { face }) });
