// Every code that can meet her, and the sentence it becomes. A code without a sentence does not compile.

import type { Code } from "../../platform/http/codes.ts";
import type { RefusalCode } from "../../protocol/index.ts";
import type { ClosedCode } from "../contract.ts";
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
  | "invitation-expired"
  | "invitation-used"
  | "desk-elsewhere"
  | "role-not-offered"
  | "trust-refused"
  | "too-many-attempts"
  | "conversations-open"
  | "on-duty-elsewhere"
  | "trust-stale"
  | "statement-refused"
  | "already-taken"
  | "last-one"
  | "not-on-duty";
type OwnCode = "offline" | "proof-failed" | "no-crypto";

/** What can stop her on the way in. `closed` has a screen of its own; `stopped` is her own doing. */
const opening: Readonly<Record<Exclude<Code, DeskCode | "closed"> | OwnCode, Sentence>> = {
  offline: "offline",
  "try-again": "busy",
  "too-slow": "busy",
  "limit-reached": "busy",
  "proof-invalid": "robot",
  "proof-outdated": "robot",
  "proof-spent": "robot",
  "proof-failed": "robot",
  "no-crypto": "device",
  // these only a fault of ours can bring about
  "bad-input": "ours",
  "bad-json": "ours",
  "foreign-origin": "ours",
  "not-allowed": "ours",
  "prefetch-refused": "ours",
  "not-found": "ours",
  "unknown-host": "ours",
  "wrong-method": "ours",
  "too-large": "ours",
  "wrong-content-type": "ours",
  "our-fault": "ours",
  "trust-missing": "ours",
  "not-founded": "ours",
  gone: "ours",
  "not-in-team": "ours",
  "mailbox-unknown": "ours",
  claimed: "ours",
  "letters-closed": "ours",
  "key-refused": "ours",
  "letter-refused": "ours",
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

/** What the protocol refused, as she is told it; null where there is nothing that she could do or need know. */
const refusals: Readonly<Record<RefusalCode, Sentence | null>> = {
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
  // somebody who could not show that she belongs here
  "foreign-jour": "unverified",
  "foreign-face": "unverified",
  "log-empty": "unverified",
  "log-broken": "unverified",
  "log-fork": "unverified",
  "root-fingerprint-mismatch": "unverified",
  "root-signatures-missing": "unverified",
  "root-rolled-back": "unverified",
  "delegate-unknown": "unverified",
  "delegate-revoked": "unverified",
  "delegate-not-yet": "unverified",
  "delegate-expired": "unverified",
  "delegate-too-long": "unverified",
  "directory-expired": "unverified",
  "directory-too-long": "unverified",
  "directory-not-yet": "unverified",
  "directory-rolled-back": "unverified",
  "directory-head-mismatch": "unverified",
  "directory-fork": "unverified",
  "duplicate-member": "unverified",
  "member-not-in-directory": "unverified",
  "member-expired": "unverified",
  "member-not-in-team": "unverified",
  "duty-expired": "unverified",
  "duty-not-yet": "unverified",
  "duty-too-long": "unverified",
  "duty-head-unknown": "unverified",
  "duplicate-tab": "unverified",
  "epoch-from-outsider": "unverified",
  "epoch-not-from-seeker": "unverified",
  "epoch-secret-mismatch": "unverified",
  "epoch-without-me": "unverified",
  "roster-altered": "unverified",
  "roster-removes-seeker": "unverified",
  "roster-removes-volunteer": "unverified",
  "roster-too-large": "unverified",
  unvouched: "unverified",
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
  // belong to the desk
  "wrong-recovery-code": null,
  "invitation-proof-wrong": null,
  "invitation-unreadable": null,
  "team-key-too-long": null,
  "team-key-not-yet": null,
  "team-key-expired": null,
  "team-key-rolled-back": null,
  "team-key-unknown": null,
  "team-seed-wrong": null,
  "foreign-team": null,
  "foreign-mailbox": null,
  "foreign-member": null,
  "letter-not-next": null,
  "letter-altered": null,
  "attachment-too-large": null,
  "attachment-altered": null,
};
export const refusalSentence = (code: RefusalCode | "fault"): Sentence | null =>
  code === "fault" ? "unreadable" : refusals[code];
