// Every shape that crosses the wire for people. Types and constants only; all bytes are base64url
// without padding, all ids uuids in lower case, all times milliseconds since 1970.

import type { Brand } from "../platform/ids.ts";

export type MemberId = Brand<string, "MemberId">;
export type MemberRole = "volunteer" | "coordinator";
export type Way = "passkey" | "passphrase" | "recovery";

const desk = "/desk/api/people";

export const peoplePaths = {
  trust: "/contact/api/trust",
  entrance: `${desk}/entrance`,
  invited: `${desk}/invited`,
  enrol: `${desk}/enrol`,
  countersign: `${desk}/countersign`,
  passkeyOptions: `${desk}/sign-in/passkey/options`,
  passkey: `${desk}/sign-in/passkey`,
  passphrase: `${desk}/sign-in/passphrase`,
  recovery: `${desk}/sign-in/recovery`,
  finish: `${desk}/sign-in/finish`,
  session: `${desk}/session`,
  signOut: `${desk}/sign-out`,
  mine: `${desk}/mine`,
  myName: `${desk}/mine/name`,
  myWays: `${desk}/mine/ways`,
  myPasskeyOptions: `${desk}/mine/passkey/options`,
  mySessions: `${desk}/mine/sessions`,
  members: `${desk}/members`,
  pending: `${desk}/pending`,
  invitations: `${desk}/invitations`,
  publish: `${desk}/trust`,
} as const;

/** GET trust. `directory` is null until the founding coordinator has signed the first. */
export interface TrustView {
  /** 16 bytes. */
  readonly jour: string;
  readonly log: readonly string[];
  readonly directory: string | null;
}

/** GET entrance: what the desk may say before anybody has signed in. */
export interface Entrance {
  readonly jour: {
    readonly id: string;
    readonly name: string;
    readonly demo: boolean;
    /** The federation's own desk, not a jour's. */
    readonly federation: boolean;
  };
  /** The desk lives on this host and no other: passkeys belong to it. */
  readonly host: string;
  readonly founded: boolean;
}

/** The answer to POST invited {token}. */
export interface Invited {
  readonly role: MemberRole;
  readonly expiresAt: number;
  /** The number that she will have; bound to the passkey as its user handle. */
  readonly member: string;
  /** Her name, where she comes back with new keys; null for a newcomer. */
  readonly returning: string | null;
  /** For `navigator.credentials.create`; the browser puts in her name. */
  readonly passkey: unknown;
}

/** One way to open an identity, as the browser hands it over. */
export type NewWay =
  | {
      readonly kind: "passkey";
      readonly label: string;
      readonly sealed: string;
      /** Without clientExtensionResults, which hold the PRF secret: the server refuses them. */
      readonly registration: unknown;
    }
  | {
      readonly kind: "passphrase";
      readonly lookup: string;
      readonly auth: string;
      readonly sealed: string;
    }
  | { readonly kind: "recovery"; readonly lookup: string; readonly sealed: string };

/** POST enrol: exactly one recovery way and one other at least. */
export interface Enrol {
  readonly token: string;
  readonly name: string;
  readonly enrolment: string;
  readonly ways: readonly NewWay[];
}

/** Answer of every sign-in and of enrol: what to open, and what to sign with it. */
export interface Opened {
  readonly member: string;
  /** The way in that was used. */
  readonly way: string;
  readonly sealed: string;
  readonly challenge: string;
  /** While a coordinator has not countersigned: her own enrolment, to show the words again. */
  readonly pending: string | null;
}

/** POST finish: the challenge, signed with the identity. */
export interface Finish {
  readonly member: string;
  readonly challenge: string;
  readonly answer: string;
}

/** The answer of finish: she sits down, or, not countersigned yet, gets a fresh challenge to ask again with. */
export type Finished = { readonly me: Me } | { readonly awaiting: string };

/** GET session. */
export interface Me {
  readonly member: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly teams: readonly string[];
  readonly session: string;
  readonly expiresAt: number;
  readonly way: Way | "enrolment";
}

export interface WayView {
  readonly id: string;
  readonly kind: Way;
  readonly label: string;
  /** Such as 2026-11. */
  readonly month: string;
}

/** GET mine: all that the jour keeps about her. */
export interface Mine {
  readonly name: string;
  readonly role: MemberRole;
  readonly teams: readonly string[];
  readonly month: string;
  readonly ways: readonly WayView[];
  readonly sessions: readonly {
    readonly id: string;
    readonly way: Way | "enrolment";
    readonly startedAt: number;
    readonly current: boolean;
  }[];
}

/** GET members, for coordinators. */
export interface MembersView {
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: MemberRole;
    readonly teams: readonly string[];
    readonly month: string;
    /** Such as 2026-11-21: since then, for two weeks, she has new keys. */
    readonly rekeyed: string | null;
  }[];
  readonly pending: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: MemberRole;
    readonly enrolment: string;
    readonly until: number;
    /** She is a member, has lost all her devices and comes back with new keys. */
    readonly returns: boolean;
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly role: MemberRole;
    readonly expiresAt: number;
  }[];
}

/** PUT myWays/:id: the same identity, wrapped anew with what her browser has seen since. */
export interface Rewrapped {
  readonly sealed: string;
}

/** POST invitations. The secret stays in the link; the server keeps a hash of the token made from it. */
export interface NewInvitation {
  readonly id: string;
  readonly token: string;
  readonly role: MemberRole;
  /** The member who shall come back with new keys; she keeps her own role. */
  readonly recovers?: string;
}

/** PUT publish (and countersign, with the token): what the root and a delegate have signed. */
export interface Publication {
  /** How many log entries the writer built upon; with other entries there, `changed-meanwhile`. */
  readonly after: number;
  readonly entries: readonly string[];
  readonly directory: string;
}

/** Invitations, and enrolments that nobody has countersigned, live this long. */
export const INVITATION_MS = 72 * 3_600_000;
/** So long her colleagues are told that she has new keys. */
export const REKEYED_DAYS = 14;
export const NAME_LIMIT = 80;
