export type MemberRole = "volunteer" | "coordinator";

/** The trust that a client is given by the server and checks itself. */
export interface TrustBundle {
  /** Root statements, delegates and revocations, in the order of the chain. */
  log: Uint8Array[];
  directory: Uint8Array;
}

export interface RootPolicy {
  version: number;
  /** Ed25519 public keys of the custodians, ascending. */
  keys: Uint8Array[];
  /** How many of them must sign. */
  m: number;
}

export interface DirectoryMember {
  /** 16 bytes. */
  id: Uint8Array;
  role: MemberRole;
  /** Ascending, e.g. ['conversations']. */
  teams: string[];
  /** Ed25519 public key. */
  identity: Uint8Array;
  /** SHA-256 of her X-Wing public key. */
  sealKeyHash: Uint8Array;
  /** Milliseconds since 1970. */
  validFrom: number;
  validUntil: number;
}

/** What `verifyTrust` found to be true. */
export interface VerifiedTrust {
  jour: Uint8Array;
  root: RootPolicy;
  /** SHA-256 over the first root statement: what the printed card shows. */
  fingerprint: Uint8Array;
  /** SHA-256 of every log entry, oldest first. */
  heads: Uint8Array[];
  /** Delegates that are neither revoked nor expired. */
  delegates: Uint8Array[];
  /** Those who once were: revoked, or past their time. They can begin nothing any more. */
  formerDelegates: Uint8Array[];
  version: number;
  expires: number;
  directoryHash: Uint8Array;
  members: DirectoryMember[];
}

export interface VerifiedDuty {
  jour: Uint8Array;
  face: Uint8Array;
  member: Uint8Array;
  key: Uint8Array;
  alias: string;
  from: number;
  until: number;
}
