import { blob, fixed, frame, hash, id, struct, text, time, u32be } from "../codec.ts";
import type { Of } from "../codec.ts";
import { LETTER_SIZE } from "../letters/objects.ts";
import { signed } from "../signed.ts";
import { LABEL, TYPE } from "./labels.ts";

/** Bytes. */
export const BRIEF_SIZE = { object: 16_384, text: 8_000, town: 400 } as const;

const headerBody = struct({
  jour: id,
  mailbox: id,
  /** Random: each time somebody is asked is a row of its own, so that nothing of an earlier one goes on. */
  ask: id,
  /** The member who is asked, and the member who writes. */
  to: id,
  author: id,
  /** From 1, one after the other, whoever of the team writes. */
  number: u32be,
  /** SHA-256 of the brief before, zeros in the first. */
  previous: hash,
  /** Hash of the team key under which the team keeps a copy. */
  teamKey: hash,
});
/** What the server sees, and what the sealed part is bound to. */
export const briefHeader = frame(TYPE.briefHeader, headerBody);
export type BriefHeader = Of<typeof headerBody>;

const briefBody = struct({
  header: headerBody,
  commitment: hash,
  /** The content key for the one who is asked, and for the team that asks. */
  toMember: fixed(LETTER_SIZE.sealed),
  toTeam: fixed(LETTER_SIZE.sealed),
  sealed: blob(BRIEF_SIZE.object),
});
export const brief = signed(TYPE.brief, LABEL.brief, briefBody);
export type BriefBody = Of<typeof briefBody>;

const contentBody = struct({
  at: time,
  /** Of the visit, as far as the team tells it; empty where it does not. */
  visit: text(40),
  town: text(BRIEF_SIZE.town),
  /** YYYY-MM-DD, or empty. */
  date: text(10),
  text: text(BRIEF_SIZE.text),
});
export const briefContent = frame(TYPE.briefContent, contentBody);
export type BriefContent = Of<typeof contentBody>;
