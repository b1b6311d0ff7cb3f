import { blob, choice, fixed, frame, hash, id, key, list, struct, text, u32be } from "../codec.ts";
import type { Of } from "../codec.ts";
import { LABEL, TYPE } from "../labels.ts";
import { signed } from "../signed.ts";
import { XWING } from "../suite/xwing.ts";
import type { Reason, Role } from "./types.ts";

/** Bytes, except where it says otherwise. */
export const SIZE = {
  frame: 65_536,
  text: 15_360,
  note: 4_096,
  transcript: 48_000,
  members: 8,
  /** Sealed epoch secret: encapsulation, 32 bytes, tag. */
  sealed: XWING.enc + 32 + 16,
} as const;

const role = choice<Role>(["seeker", "volunteer"]);

/** The directory that the author holds: two who were shown different ones find out. */
const seenDirectory = struct({ version: u32be, hash });

/** How far the author has been given the log, and a hash of all of it: two who were given different ones find out. */
const reached = struct({ seq: u32be, head: hash });
export type Reached = Of<typeof reached>;

/** How far the author has come with each sender. */
const counter = struct({ tab: id, counter: u32be });
const counters = list(counter, SIZE.members);
export type Counter = Of<typeof counter>;

const helloBody = struct({
  conversation: id,
  tab: id,
  reason: choice<Reason>(["take", "join", "return"]),
  duty: blob(512),
  seal: fixed(XWING.key),
  directory: seenDirectory,
});
export const hello = signed(TYPE.hello, LABEL.hello, helloBody);
export type Hello = Of<typeof helloBody>;

export const member = struct({
  tab: id,
  role,
  /** Ed25519: the duty key, or the seeker tab's own. */
  key,
  seal: fixed(XWING.key),
  /** Duty statement; empty for the seeker. */
  duty: blob(512),
});
export type Member = Of<typeof member>;

const epochCoreBody = struct({
  conversation: id,
  number: u32be,
  previous: hash,
  author: id,
  roster: list(member, SIZE.members),
  reached,
  counters,
  directory: seenDirectory,
});
/** What the confirmation tag covers. */
export const epochCore = frame(TYPE.epochHeader, epochCoreBody);
export type EpochCore = Of<typeof epochCoreBody>;

const epochBody = struct({
  core: epochCoreBody,
  tag: hash,
  seals: list(struct({ tab: id, sealed: fixed(SIZE.sealed) }), SIZE.members),
});
export const epoch = signed(TYPE.epoch, LABEL.epoch, epochBody);
export type Epoch = Of<typeof epochBody>;

/** Outside of a message: what the server sees. */
export const message = frame(
  TYPE.message,
  struct({ epoch: u32be, tab: id, counter: u32be, sealed: blob(SIZE.frame) }),
);
export const messageContext = frame(
  TYPE.messageContext,
  struct({ epoch: hash, tab: id, counter: u32be }),
);

const contentBody = struct({
  kind: choice<"text" | "receipt">(["text", "receipt"]),
  id,
  directory: seenDirectory,
  reached,
  counters,
  text: text(SIZE.text),
  delivered: u32be,
  seen: u32be,
});
export const messageContent = frame(TYPE.messageContent, contentBody);
export type Content = Of<typeof contentBody>;

/** Sealed to one tab. The id lets a repeated one be known. */
export const direct = frame(
  TYPE.direct,
  struct({ from: id, to: id, id, sealed: blob(SIZE.frame) }),
);
export const directContext = frame(
  TYPE.directContext,
  struct({ conversation: id, from: id, to: id, id }),
);
export const directContent = frame(
  TYPE.directContent,
  struct({
    kind: choice<"transcript" | "note">(["transcript", "note"]),
    part: u32be,
    parts: u32be,
    body: blob(SIZE.transcript),
  }),
);

const line = struct({ id, tab: id, role, key, alias: text(80), seq: u32be, text: text(SIZE.text) });
export type Line = Of<typeof line>;
export const transcript = frame(TYPE.transcript, list(line, 4096));

const placed = { conversation: id, tab: id };
const last = { ...placed, reached };
/** `counter`: the author's own last one. */
export const leave = signed(TYPE.leave, LABEL.leave, struct({ ...last, counter: u32be }));
export const end = signed(TYPE.end, LABEL.end, struct({ ...last, counters }));
/** A volunteer's word that she holds this epoch; colleagues who join later go by it. */
export const confirm = signed(TYPE.confirm, LABEL.confirm, struct({ ...placed, epoch: hash }));
