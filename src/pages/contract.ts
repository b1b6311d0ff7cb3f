import { z } from "zod";
import { readPictureAddress } from "../media/index.ts";
import { type Kind, KINDS, TEXT_LANGUAGES, type TextLanguage } from "./kinds.ts";
import type { Standing } from "./live.ts";

export const pagePaths = {
  list: "/desk/api/pages/list",
  open: "/desk/api/pages/open",
  version: "/desk/api/pages/version",
  make: "/desk/api/pages/make",
  settings: "/desk/api/pages/settings",
  draft: "/desk/api/pages/draft",
  discard: "/desk/api/pages/discard",
  save: "/desk/api/pages/save",
  publish: "/desk/api/pages/publish",
  withdraw: "/desk/api/pages/withdraw",
  remove: "/desk/api/pages/remove",
} as const;

const page = z.uuid();
const language = z.enum(TEXT_LANGUAGES);
const version = z.number().int().min(1).max(1_000_000);
const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a page says in one language. */
export const textContract = z.object({
  title: z.string().trim().min(1).max(160),
  summary: z.string().trim().max(600),
  /** Markdown. */
  body: z.string().max(60_000),
  /** The picture on its cover. */
  cover: z
    .string()
    .max(120)
    .refine((address) => readPictureAddress(address) !== undefined, "not-a-picture")
    .nullable(),
});
export type PageText = z.infer<typeof textContract>;

/** As above, but nothing has to be finished. */
const begun = z.object({
  title: z.string().max(160),
  summary: z.string().max(600),
  body: z.string().max(60_000),
  cover: z.string().max(120).nullable(),
});

export const settingsContract = z.object({
  kind: z.enum(KINDS),
  slug,
  /** null: on all faces of the jour. */
  face: z.uuid().nullable(),
  dated: z.iso.date().nullable(),
  position: z.number().int().min(0).max(999),
});
export type PageSettings = z.infer<typeof settingsContract>;

export const listContract = z.object({});
export const openContract = z.object({ page, language });
export const versionContract = z.object({ page, language, version });
export const makeContract = settingsContract.extend({ language, title: textContract.shape.title });
export const putSettingsContract = z.object({ page, version, settings: settingsContract });
export const draftContract = z.object({
  page,
  language,
  basedOn: z.number().int().min(0).max(1_000_000),
  text: begun,
});
export const saveContract = z.object({
  page,
  language,
  /** The version that she wrote upon; 0 for the first in this language. */
  after: z.number().int().min(0).max(1_000_000),
  text: textContract,
});
export const publishContract = z.object({
  page,
  language,
  version,
  /** On the clock of Sweden; null is now. */
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .nullable(),
});
export const removeContract = z.object({ page });

/** One line of the desk's list. */
export interface PageEntry extends PageSettings {
  readonly id: string;
  /** Of its settings. */
  readonly version: number;
  readonly texts: readonly TextEntry[];
}

export interface TextEntry extends Standing {
  readonly language: TextLanguage;
  /** Of the newest version. */
  readonly title: string;
  /** A translation whose Swedish text has changed since. */
  readonly isBehind: boolean;
  /** The Swedish version that it was translated from. */
  readonly follows: number | null;
}

export interface PageList {
  readonly pages: readonly PageEntry[];
  readonly faces: readonly { readonly id: string; readonly name: string }[];
}

export interface VersionEntry {
  readonly version: number;
  readonly savedAt: number;
  /** null when she has left. */
  readonly savedBy: string | null;
  readonly title: string;
}

/** A page in one language, opened to be written. */
export interface OpenedPage {
  /** Undefined as long as nothing is saved in this language. */
  readonly saved?: { readonly version: number; readonly text: PageText };
  /** What she herself had begun to write. */
  readonly draft?: { readonly basedOn: number; readonly text: PageText };
  readonly versions: readonly VersionEntry[];
}

export type PageKind = Kind;
