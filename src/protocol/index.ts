export type {
  MemberView,
  Reason,
  Role,
  Self,
  Session,
  SessionEvent,
  SessionOptions,
  Step,
} from './conversation/types.ts'
export { attempt, Refusal } from './refusal.ts'
export type { Outcome, RefusalCode } from './refusal.ts'
export type { Kem, SignatureScheme, Suite } from './suite/types.ts'
export type {
  DirectoryMember,
  MemberRole,
  RootPolicy,
  TrustBundle,
  VerifiedDuty,
  VerifiedTrust,
} from './trust/types.ts'
