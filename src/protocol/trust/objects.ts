import { choice, fixed, hash, id, key, list, struct, text, time, u32be, u8 } from "../codec.ts";
import type { Of } from "../codec.ts";
import { LABEL, TYPE } from "../labels.ts";
import { multiSigned, signed } from "../signed.ts";
import type { MemberRole } from "./types.ts";

const HOUR = 3_600_000;

/** Longest lives, and how far a clock may be behind the one who signed. Milliseconds. */
export const LIMIT = {
  delegate: 90 * 24 * HOUR,
  directory: 7 * 24 * HOUR,
  duty: 12 * HOUR,
  skew: HOUR / 12,
} as const;

/** The team whose members may answer in live conversations. */
export const CONVERSATIONS = "conversations";
/** The team whose members answer letters. */
export const LETTERS = "letters";
/** The team that receives requests to the counselling service. */
export const INTAKE = "intake";
/** The team that receives applications from those who want to volunteer. */
export const RECRUITERS = "recruiters";
export const OFFICE = "office";

const entry = { jour: id, previous: hash, at: time };

const rootBody = struct({ ...entry, version: u32be, m: u8, keys: list(key, 16) });
const delegateBody = struct({ ...entry, key, until: time });
const revocationBody = struct({ ...entry, key });

/** Everything that the root signs; each names the SHA-256 of the entry before it (zeros for the first). */
export const logEntry = {
  root: multiSigned(TYPE.root, rootBody),
  delegate: multiSigned(TYPE.delegate, delegateBody),
  revocation: multiSigned(TYPE.revocation, revocationBody),
} as const;
export type EntryKind = keyof typeof logEntry;
export const kindOf = ([, type]: Uint8Array): EntryKind =>
  type === TYPE.root ? "root" : type === TYPE.delegate ? "delegate" : "revocation";
export type RootStatement = Of<typeof rootBody>;
export type DelegateStatement = Of<typeof delegateBody>;
export type Revocation = Of<typeof revocationBody>;

const member = struct({
  id,
  role: choice<MemberRole>(["volunteer", "coordinator"]),
  teams: list(text(32), 16),
  identity: key,
  sealKeyHash: hash,
  validFrom: time,
  validUntil: time,
});

const directoryBody = struct({
  jour: id,
  version: u32be,
  /** SHA-256 of the directory before this one. */
  previous: hash,
  /** SHA-256 of the newest log entry. */
  head: hash,
  at: time,
  expires: time,
  delegate: key,
  members: list(member, 4096),
});
export const directory = signed(TYPE.directory, LABEL.directory, directoryBody);
export type Directory = Of<typeof directoryBody>;

const dutyBody = struct({
  jour: id,
  face: id,
  member: id,
  key: fixed(32),
  alias: text(80),
  from: time,
  until: time,
  head: hash,
});
export const duty = signed(TYPE.duty, LABEL.duty, dutyBody);
export type DutyStatement = Of<typeof dutyBody>;
