// Every code that can meet her, and the sentence it becomes. A code without a sentence does not compile.

import type { Code } from "../../platform/http/codes.ts";
import type { CustodyRefusal, RefusalCode, TrustRefusal } from "../../protocol/index.ts";
import type { ClosedCode, ServerRefusal } from "../contract.ts";
import type { failureMessages } from "../messages.failures.ts";

export type Sentence = keyof (typeof failureMessages)["sv"];

/** Codes that only the desk is answered with. A new code is either named here or gets a sentence below. */
type DeskCode =
  | "sign-in-first"
  | "challenge-invalid"
  | "enrolment-refused"
  | "not-recognised"
  | "passkey-refused"
  | "invitation-unknown"
  | "changed-meanwhile"
  | "last-coordinator"
  | "last-way-in"
  | "name-taken"
  | "host-taken"
  | "slug-taken"
  | "already-founded"
  | "foundings-full"
  | "invitation-expired"
  | "invitation-used"
  | "desk-elsewhere"
  | "proposal-refused"
  | "role-not-offered"
  | "trust-refused"
  | "too-many-attempts"
  | "conversations-open"
  | "on-duty-elsewhere"
  | "trust-stale"
  | "statement-refused"
  | "already-taken"
  | "last-one"
  | "not-on-duty"
  | "nobody-waits"
  // letters have sentences of their own
  | "not-in-team"
  | "mailbox-unknown"
  | "claimed"
  | "letters-closed"
  | "key-refused"
  | "letter-refused"
  | "mail-off"
  | "address-refused"
  | "busy"
  | "number-refused"
  | "recording-refused"
  // and planning, which is the staff's
  | "shift-over"
  | "shift-full"
  | "shadow-only"
  | "newcomer-alone"
  | "offer-settled"
  // and so have talks
  | "not-open-yet"
  | "time-taken"
  | "times-overlap"
  // records of staff
  | "own-record"
  | "on-leave"
  | "pledge-unsigned"
  | "extract-missing"
  | "extract-lapsed"
  | "keep-longer"
  | "month-open"
  | "review-due"
  | "note-refused"
  | "pledge-refused"
  | "review-refused"
  | "wrong-regime"
  | "extract-too-old"
  | "day-refused"
  | "copy-refused"
  | "training-left"
  | "not-trained"
  // only the editor of pages is told these
  | "address-taken"
  | "alt-missing"
  | "bad-time"
  | "own-text"
  | "document-active"
  | "document-limit"
  | "document-locked"
  | "document-too-large"
  | "document-unreadable"
  | "picture-limit"
  | "second-eyes-missing"
  | "not-checked"
  | "picture-too-large"
  | "picture-unreadable"
  // only the telephone operator is told these
  | "call-refused"
  | "call-repeated";
type OwnCode = "offline" | "proof-failed" | "no-crypto";

/** What only a fault of ours can bring about. */
type OurFault =
  | "bad-input"
  | "bad-json"
  | "foreign-origin"
  | "not-allowed"
  | "prefetch-refused"
  | "not-found"
  | "unknown-host"
  | "wrong-method"
  | "too-large"
  | "wrong-content-type"
  | "our-fault"
  | "trust-missing"
  | "not-founded"
  | "gone";

/** What can stop her on the way in. `closed` has a screen of its own; `stopped` is her own doing. */
const opening: Readonly<Record<Exclude<Code, DeskCode | OurFault | "closed"> | OwnCode, Sentence>> =
  {
    offline: "offline",
    "try-again": "busy",
    "too-slow": "busy",
    "limit-reached": "busy",
    "proof-invalid": "robot",
    "proof-outdated": "robot",
    "proof-spent": "robot",
    "proof-failed": "robot",
    "no-crypto": "device",
  };
export const openingSentence = (code: string): Sentence =>
  (opening as Partial<Record<string, Sentence>>)[code] ?? "ours";

/** Who ended it, as the last screen tells it. */
export type Ending = "you" | "queue" | "other" | "away" | "gone" | "refused";

const endings: Readonly<Record<ClosedCode, Ending>> = {
  ended: "other",
  abandoned: "away",
  expired: "gone",
  gone: "gone",
  left: "gone",
  refused: "refused",
};
export const endingOf = (code: string): Ending => endings[code as ClosedCode] ?? "gone";

/** From somebody who could not show that she belongs here. */
type Unverified =
  | "pledge-other"
  | "review-other"
  | "extract-other"
  | TrustRefusal
  | CustodyRefusal
  | "duplicate-tab"
  | "not-returning"
  | "epoch-from-outsider"
  | "epoch-not-from-seeker"
  | "epoch-secret-mismatch"
  | "epoch-without-me"
  | "roster-altered"
  | "roster-removes-seeker"
  | "roster-removes-volunteer"
  | "roster-too-large"
  | "unvouched";

/** Of the desk, of letters and of team keys: her conversation never meets these, and her page need not carry them. */
type Elsewhere =
  | "wrong-recovery-code"
  | "invitation-proof-wrong"
  | "invitation-unreadable"
  | "team-key-too-long"
  | "team-key-not-yet"
  | "team-key-expired"
  | "team-key-rolled-back"
  | "team-key-unknown"
  | "team-seed-wrong"
  | "foreign-team"
  | "foreign-mailbox"
  | "foreign-member"
  | "letter-not-next"
  | "letter-altered"
  | "attachment-too-large"
  | "attachment-altered";

/** What the protocol refused, as she is told it; null where there is nothing that she could do or need know. */
const refusals: Readonly<
  Record<Exclude<RefusalCode, Unverified | Elsewhere> | ServerRefusal, Sentence | null>
> = {
  // what the server had no room for
  "conversation-full": "unsent",
  // bytes that say nothing
  malformed: "unreadable",
  "unknown-version": "unreadable",
  "wrong-type": "unreadable",
  "trailing-bytes": "unreadable",
  "not-canonical": "unreadable",
  "frame-too-large": "unreadable",
  "bad-signature": "unreadable",
  "bad-key": "unreadable",
  "cannot-open": "unreadable",
  "foreign-conversation": "unreadable",
  "not-a-member": "unreadable",
  "unknown-tab": "unreadable",
  "wrong-role": "unreadable",
  // two who were shown different things: an honest server neither leaves out nor repeats
  "conversation-fork": "forked",
  "epoch-not-next": "forked",
  replayed: "forked",
  // her own words
  "text-too-long": "tooLong",
  "no-epoch": "nobody",
  "text-empty": null,
  ended: null,
  // the order of things, which mends itself
  "late-epoch": null,
};
export const refusalSentence = (code: RefusalCode | ServerRefusal | "fault"): Sentence | null => {
  if (code === "fault") return "unreadable";
  const told = (refusals as Partial<Record<string, Sentence | null>>)[code];
  return told === undefined ? "unverified" : told;
};
