/** Somebody has not shown that the jour vouches for her. */
export type TrustRefusal =
  | "foreign-jour"
  | "foreign-face"
  | "log-empty"
  | "log-broken"
  | "log-fork"
  | "root-fingerprint-mismatch"
  | "root-signatures-missing"
  | "root-rolled-back"
  | "delegate-unknown"
  | "delegate-revoked"
  | "delegate-not-yet"
  | "delegate-expired"
  | "delegate-too-long"
  | "directory-expired"
  | "directory-too-long"
  | "directory-not-yet"
  | "directory-rolled-back"
  | "directory-head-mismatch"
  | "directory-fork"
  | "duplicate-member"
  | "member-not-in-directory"
  | "member-expired"
  | "member-not-in-team"
  | "duty-expired"
  | "duty-not-yet"
  | "duty-too-long"
  | "duty-head-unknown";

/** What custodians may not sign, and what a member's wrap remembers otherwise: of the desk alone. */
export type CustodyRefusal =
  | "proposal-overtaken"
  | "proposal-unsigned"
  | "proposal-idle"
  | "log-rolled-back";

/** Every reason for which this protocol says no. Callers switch over them; a new one must be handled. */
export type RefusalCode =
  // encoding
  | "malformed"
  | "unknown-version"
  | "wrong-type"
  | "trailing-bytes"
  | "not-canonical"
  | "frame-too-large"
  // cryptography
  | "bad-signature"
  | "bad-key"
  | "cannot-open"
  | TrustRefusal
  // people
  | "wrong-recovery-code"
  | "invitation-proof-wrong"
  | "invitation-unreadable"
  | CustodyRefusal
  // records of staff
  | "pledge-other"
  | "review-other"
  | "extract-other"
  // letters
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
  | "attachment-altered"
  // conversation
  | "foreign-conversation"
  | "conversation-fork"
  | "duplicate-tab"
  | "unknown-tab"
  | "epoch-not-next"
  | "epoch-from-outsider"
  | "epoch-not-from-seeker"
  | "epoch-secret-mismatch"
  | "epoch-without-me"
  | "roster-altered"
  | "roster-removes-seeker"
  | "roster-removes-volunteer"
  | "roster-too-large"
  | "unvouched"
  | "late-epoch"
  | "replayed"
  | "no-epoch"
  | "not-a-member"
  | "wrong-role"
  | "text-too-long"
  | "text-empty"
  | "ended";

/** Thrown inside the protocol and by `Session.write` and its kin; `code` is all that a caller may show or log. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.name = "Refusal";
    this.code = code;
  }
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: RefusalCode };

export function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}

export function demand(condition: boolean, code: RefusalCode): asserts condition {
  if (!condition) refuse(code);
}

/** Turns a refusal into a value; anything else is a fault of ours and travels on. */
export async function attempt<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code };
    throw error;
  }
}
