import {
  blob,
  choice,
  fixed,
  frame,
  hash,
  id,
  key,
  list,
  struct,
  text,
  time,
  u32be,
} from "../codec.ts";
import type { Of } from "../codec.ts";
import { LABEL, TYPE } from "./labels.ts";
import { signed } from "../signed.ts";
import { XWING } from "../suite/xwing.ts";

const DAY = 24 * 3_600_000;

/** Bytes, except where it says otherwise. */
export const LETTER_SIZE = {
  /** A whole object, as the server takes it. */
  object: 65_536,
  text: 40_000,
  attachments: 8,
  /** Clear bytes of one chunk of an attachment. */
  chunk: 65_536,
  attachment: 2 * 1024 * 1024,
  /** Sealed 32-byte key: encapsulation, key, tag. */
  sealed: XWING.enc + 32 + 16,
} as const;

/** Weekly, with two days in which a delegate may be late. Milliseconds. */
export const TEAM_KEY_LIFE = 9 * DAY;

const teamKeyCore = {
  jour: id,
  team: text(32),
  /** Each new key of a team has the next one. */
  number: u32be,
  at: time,
  until: time,
  /** Ed25519: answers are signed by the team. */
  sign: key,
  seal: fixed(XWING.key),
};
/** What a letter names by its hash: without the delegate, so that another one can vouch for the same key. */
const teamKeyCoreBody = struct(teamKeyCore);
export const teamKeyCoreFrame = frame(TYPE.teamKeyCore, teamKeyCoreBody);
export type TeamKeyCore = Of<typeof teamKeyCoreBody>;
const teamKeyBody = struct({ ...teamKeyCore, delegate: key });
export const teamKey = signed(TYPE.teamKey, LABEL.teamKey, teamKeyBody);
export type TeamKeyStatement = Of<typeof teamKeyBody>;

/** The team's seed, sealed to one member. */
const shareBody = struct({ key: hash, member: id, sealed: fixed(LETTER_SIZE.sealed) });
export const share = frame(TYPE.share, shareBody);
export type Share = Of<typeof shareBody>;

const mailboxBody = struct({ jour: id, sign: key, seal: fixed(XWING.key) });
/** Its hash is the mailbox's id, so that the server can swap neither key. */
export const mailboxFrame = frame(TYPE.mailbox, mailboxBody);
export type Mailbox = Of<typeof mailboxBody>;

export type Author = "seeker" | "team";
const author = choice<Author>(["seeker", "team"]);

const headerBody = struct({
  mailbox: id,
  face: id,
  author,
  /** From 1, one after the other, whoever writes. */
  number: u32be,
  /** SHA-256 of the letter before, zeros in the first. */
  previous: hash,
  /** Hash of the team key that it is sealed to, and that signs when the team is the author. */
  teamKey: hash,
  /** How many chunks each has. */
  attachments: list(struct({ id, chunks: u32be }), LETTER_SIZE.attachments),
});
/** What the server sees, and what the sealed part is bound to. */
export const letterHeader = frame(TYPE.letterHeader, headerBody);
export type LetterHeader = Of<typeof headerBody>;

const letterBody = struct({
  header: headerBody,
  /** Nobody can be shown another text under the same letter. */
  commitment: hash,
  toTeam: fixed(LETTER_SIZE.sealed),
  toSeeker: fixed(LETTER_SIZE.sealed),
  sealed: blob(LETTER_SIZE.object),
});
export const letter = signed(TYPE.letter, LABEL.letter, letterBody);
export type LetterBody = Of<typeof letterBody>;

const attachment = struct({
  id,
  key,
  name: text(200),
  /** Media type, from a short list that the reader keeps. */
  type: text(80),
  size: u32be,
});
export type Attachment = Of<typeof attachment>;
const contentBody = struct({
  at: time,
  /** Who answers, as she wants to be called; empty in the seeker's own. */
  alias: text(80),
  /** Of the seeker: whether she has kept the code, so that an answer can reach her. */
  code: choice<"kept" | "not-kept">(["kept", "not-kept"]),
  text: text(LETTER_SIZE.text),
  attachments: list(attachment, LETTER_SIZE.attachments),
});
export const letterContent = frame(TYPE.letterContent, contentBody);
export type LetterContent = Of<typeof contentBody>;

/** For the team alone: a note that stays with the letters, or the draft of an answer. */
export type SheetKind = "note" | "draft";
const sheetHeaderBody = struct({
  mailbox: id,
  kind: choice<SheetKind>(["note", "draft"]),
  /** The last letter that its author had read. */
  after: u32be,
  teamKey: hash,
});
export const sheetHeader = frame(TYPE.sheetHeader, sheetHeaderBody);
export type SheetHeader = Of<typeof sheetHeaderBody>;
export const sheet = signed(
  TYPE.sheet,
  LABEL.sheet,
  struct({
    header: sheetHeaderBody,
    commitment: hash,
    toTeam: fixed(LETTER_SIZE.sealed),
    sealed: blob(LETTER_SIZE.object),
  }),
);

/** "I have read as far as this letter", of either side. */
const markBody = struct({ mailbox: id, author, number: u32be, letter: hash, teamKey: hash });
export const mark = signed(TYPE.mark, LABEL.mark, markBody);
export type Mark = Of<typeof markBody>;
