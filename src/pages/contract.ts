import { z } from "zod";
import { siteAddress } from "../platform/site-address.ts";
import { uuid } from "../platform/uuid.ts";
import { furtherLanguages } from "../ui/further.ts";
import { readPictureAddress } from "../media/index.ts";
import { type Kind, KINDS, TEXT_LANGUAGES, type TextLanguage } from "./kinds.ts";
import type { Standing } from "./live.ts";
import type { OwnAddresses } from "./text/known.ts";
import type { FaceFacts } from "./text/whole.tsx";

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
  callOff: "/desk/api/pages/call-off",
  withdraw: "/desk/api/pages/withdraw",
  remove: "/desk/api/pages/remove",
  askEyes: "/desk/api/pages/ask-eyes",
  sayYes: "/desk/api/pages/say-yes",
  check: "/desk/api/pages/check",
  uncheck: "/desk/api/pages/uncheck",
  rules: "/desk/api/pages/rules",
  links: "/desk/api/pages/links",
  tryLinks: "/desk/api/pages/try-links",
} as const;

const page = uuid;
const language = z.enum(TEXT_LANGUAGES);
const version = z.number().int().min(1).max(1_000_000);
/**
 * Of a translation: the Swedish version that its writer says it follows, null for none. Without it the
 * version holds what the one before it followed: a comma that is mended follows nothing new.
 */
const followed = version.nullable().optional();
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

/** What an answer to a referral answers. */
export const referralContract = z.object({
  /** Who asked: a ministry, an authority. */
  body: z.string().trim().min(1).max(160),
  /** The document, by the name and number that it has there. */
  document: z.string().trim().min(1).max(240),
  /** Where the document can be read. */
  url: siteAddress.nullable(),
});
export type Referral = z.infer<typeof referralContract>;

export const settingsContract = z.object({
  kind: z.enum(KINDS),
  slug,
  /** null: on all faces of the jour. */
  face: uuid.nullable(),
  dated: z.iso.date().nullable(),
  position: z.number().int().min(0).max(999),
  /** Of an answer to a referral alone. */
  referral: referralContract.nullable().optional(),
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
  follows: followed,
  text: begun,
});
export const saveContract = z.object({
  page,
  language,
  /** The version that she wrote upon; 0 for the first in this language. */
  after: z.number().int().min(0).max(1_000_000),
  follows: followed,
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
export const eyesContract = z.object({ page, language, version });
const checked = z.object({ page, language: z.enum(furtherLanguages), version });
/** A person who speaks the language has read this version. */
export const checkContract = checked.extend({
  by: z.string().trim().min(1).max(120),
  on: z.iso.date(),
});
export const uncheckContract = checked;
export const rulesContract = z.object({ secondEyes: z.boolean() });
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
  /** Of the newest version: whether a colleague was asked to read it, or has said yes. */
  readonly review: "asked" | "yes" | null;
  /** Of the newest version: that no check by a person is missing. */
  readonly isChecked: boolean;
}

export interface PageList {
  readonly pages: readonly PageEntry[];
  readonly faces: readonly (FaceFacts & { readonly id: string; readonly name: string })[];
  /** Whether a text is published only when a colleague has said yes to it. */
  readonly secondEyes: boolean;
  /** A demonstration: what nobody has checked is shown, and says so. */
  readonly showsUnchecked: boolean;
  /** What sorts of pages are written here. */
  readonly kinds: readonly Kind[];
  /** What links within the site may lead to beside the pages. */
  readonly own: OwnAddresses;
}

/** How the newest version stands with the colleagues. */
export interface ReviewView {
  readonly isAsked: boolean;
  readonly askedBy: string | null;
  readonly isYes: boolean;
  readonly saidBy: string | null;
  /** Whoever looks has saved it herself: another must say yes. */
  readonly isMine: boolean;
}

/** Who has read a version in a further language, and when. */
export interface CheckView {
  readonly by: string;
  readonly on: string;
  /** null when she who entered it has left. */
  readonly enteredBy: string | null;
}

export interface VersionEntry {
  readonly version: number;
  /** Of a translation: the Swedish version that it follows. */
  readonly follows: number | null;
  readonly savedAt: number;
  /** null when she has left. */
  readonly savedBy: string | null;
  readonly title: string;
}

/** A link that leads nowhere, or to what nobody may read yet. */
export interface LostLink {
  readonly page: string;
  readonly language: TextLanguage;
  readonly kind: "link-lost" | "link-unpublished" | "link-face" | "link-refused";
  readonly address: string;
}

export interface LinkList {
  readonly lost: readonly LostLink[];
  /** Which texts lead to other sites. */
  readonly outward: readonly { readonly page: string; readonly language: TextLanguage }[];
}

/** How it went with a link to another site. `unsure`: it answers, but not to us. */
export type Reached = "there" | "gone" | "moved" | "unsure" | "silent" | "not-public";

export interface TriedLink {
  readonly address: string;
  readonly reached: Reached;
  /** Where it has moved to for good. */
  readonly to?: string;
}

export interface Begun {
  readonly basedOn: number;
  readonly text: PageText;
  /** What she had said it follows. */
  readonly follows?: number | null | undefined;
}

/** A page in one language, opened to be written. */
export interface OpenedPage {
  /** Undefined as long as nothing is saved in this language. */
  readonly saved?: { readonly version: number; readonly text: PageText };
  /** What she herself had begun to write. */
  readonly draft?: Begun;
  /** The newest Swedish version, which stands beside a translation; null while there is none. */
  readonly swedish: number | null;
  readonly versions: readonly VersionEntry[];
  /** Absent as long as nothing is saved. */
  readonly review?: ReviewView;
  /** Of the newest version, in a further language. */
  readonly check?: CheckView;
}

export type PageKind = Kind;
