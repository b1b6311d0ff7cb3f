import type { Said } from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";

const desk = "/desk/api/association";
export const associationPaths = {
  board: `${desk}/board`,
  admit: `${desk}/admit`,
  person: `${desk}/person`,
  fee: `${desk}/fee`,
  remove: `${desk}/remove`,
  settings: `${desk}/settings`,
} as const;

/** On the jour's site, without script. */
export const associationPages = {
  join: "/bli-medlem",
  english: "/become-a-member",
  asked: "/ansokan-om-medlemskap-mottagen",
  own: "/medlem/:key",
  left: "/medlemskap-avslutat",
} as const;

/** Changes whenever the words that she agrees to do; see `consent` in messages.public.ts. */
export const CONSENT_VERSION = "2026-1";

export const HOW = ["page", "paper", "file"] as const;
export interface Consent {
  /** The words that she agreed to; of a file those that were in force when it was read in. */
  readonly version: string;
  /** A day, as 2026-11-30. */
  readonly on: string;
  /** By the page, otherwise to the board, which has noted it, or by the board's word for a file of members. */
  readonly how: (typeof HOW)[number];
}

/** What is kept of who she is. One of the two addresses is enough. */
export interface Person {
  readonly name: string;
  readonly mail: string;
  readonly address: string;
  /** Of our mails to her and of her page. */
  readonly language: Language;
}

export interface Fee {
  readonly year: number;
  readonly kronor: number;
  /** The day on which it was noted. */
  readonly on: string;
}

export interface Member {
  readonly id: string;
  readonly stage: "asked" | "member";
  /** null when it was sealed under a secret that the house has lost. */
  readonly person: Person | null;
  /** The day on which she asked; of a member, since when she is one. */
  readonly since: string;
  readonly consent: Consent;
  readonly fees: readonly Fee[];
  /** The path of her own page; none before she is a member. */
  readonly page: string | null;
  /** The day on which all of it is deleted, when there is one. */
  readonly deleteOn: string | null;
  readonly version: number;
}

export interface AssociationSettings {
  readonly isOpen: boolean;
  readonly kronor: number;
  /** Who may become a member, and how the fee is paid. */
  readonly words: Said;
  readonly keepMonths: number;
}

export interface AssociationBoard {
  /** Today in Sweden. */
  readonly today: string;
  readonly members: readonly Member[];
  readonly settings: AssociationSettings;
  /** Whether the jour sends mail. */
  readonly canSend: boolean;
}
