export { createSession, makeTabKeys } from "./conversation/session.ts";
export type {
  MemberView,
  Reason,
  Role,
  Self,
  Session,
  SessionEvent,
  SessionOptions,
  Step,
  TabKeys,
} from "./conversation/types.ts";
export { attempt, Refusal } from "./refusal.ts";
export type { CustodyRefusal, Outcome, RefusalCode, TrustRefusal } from "./refusal.ts";
export type { Kem, SignatureScheme, Suite } from "./suite/types.ts";
export type {
  DirectoryMember,
  MemberRole,
  RootPolicy,
  TrustBundle,
  VerifiedDuty,
  VerifiedTrust,
} from "./trust/types.ts";
export { createSuite } from "./suite/create.ts";
export { fromBase64url, toBase64url } from "./bytes.ts";
export {
  assemble,
  cosign,
  draftDelegate,
  draftOf,
  draftRevocation,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
} from "./trust/make.ts";
export { CONVERSATIONS, INTAKE, LETTERS, LIMIT, OFFICE, RECRUITERS } from "./trust/objects.ts";
export type {
  DelegateStatement,
  Directory,
  DutyStatement,
  EntryKind,
  Revocation,
  RootStatement,
} from "./trust/objects.ts";
export { verifyDuty, verifyTrust } from "./trust/verify.ts";
export type { DutyChecks, TrustChecks } from "./trust/verify.ts";
export { readProposal } from "./trust/proposal.ts";
export type { Act, Proposal, ReadProposal } from "./trust/proposal.ts";
export { keyDigits, proposalDigits } from "./staff/digits.ts";
export { heldTo, pinsOf, pinsOfRoot } from "./staff/pins.ts";
export type { Pins } from "./staff/pins.ts";
export { comparisonDigits, makeEnrolment, verifyEnrolment } from "./staff/enrolment.ts";
export type { VerifiedEnrolment } from "./staff/enrolment.ts";
export {
  answerChallenge,
  createIdentity,
  publicIdentity,
  verifyChallenge,
} from "./staff/identity.ts";
export type { Challenge, Identity, PublicIdentity } from "./staff/identity.ts";
export { decodeInvitation, encodeInvitation, invitationKeys } from "./staff/invitation.ts";
export type { Invitation } from "./staff/invitation.ts";
export { ARGON2, splitPassphrase } from "./staff/passphrase.ts";
export { deriveRecovery, newRecoveryCode, readRecoveryCode } from "./staff/recovery.ts";
export { unwrapDutySeed, unwrapIdentity, wrapDutySeed, wrapIdentity } from "./staff/wrap.ts";
export type { Unwrapped, WrapKind, WrapUnder } from "./staff/wrap.ts";
