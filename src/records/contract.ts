// Shapes of staff records that cross the wire; bytes are base64url without padding, days are such as
// 2026-11-21, months such as 2026-11, in the time of the jours.

import type { Look, Register } from "../protocol/records/index.ts";

const desk = "/desk/api/records";

export const recordPaths = {
  mine: `${desk}/mine`,
  sign: `${desk}/mine/pledge`,
  leave: `${desk}/mine/leave`,
  request: `${desk}/mine/request`,
  export: `${desk}/mine/export`,
  pledges: `${desk}/pledges`,
  pledge: `${desk}/pledge`,
  overview: `${desk}/overview`,
  managers: `${desk}/managers`,
  open: `${desk}/open`,
  standing: `${desk}/standing`,
  note: `${desk}/note`,
  copy: `${desk}/copy`,
  openCopy: `${desk}/copy/open`,
  forgetCopy: `${desk}/copy/forget`,
  answered: `${desk}/answered`,
  looks: `${desk}/looks`,
  review: `${desk}/looks/review`,
} as const;

export const WORKS = ["none", "children", "shelter"] as const;
/** What she does, and by that what of the registers may be kept: nothing, a note, a sealed copy. */
export type Work = (typeof WORKS)[number];

/** Why she cannot go on duty. */
export type Hold = "pledge-unsigned" | "extract-missing" | "extract-lapsed" | "on-leave";

export interface PledgeText {
  readonly version: number;
  readonly body: string;
  readonly publishedOn: string;
}

export interface SignedPledge {
  readonly member: string;
  readonly version: number;
  readonly statement: string;
  readonly identityKey: string;
  readonly signedOn: string;
}

export interface CopyView {
  readonly id: string;
  readonly member: string;
  readonly issuedOn: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** The first day on which it may be deleted; null while she works there. */
  readonly mayGoOn: string | null;
  readonly readers: readonly string[];
}

/** What is kept of one member's extract. */
export type ExtractView =
  | { readonly kind: "nothing" }
  | { readonly kind: "missing" }
  | {
      readonly kind: "note";
      readonly shownMonth: string;
      readonly seenBy: string | null;
      /** The day from which it counts no more. */
      readonly lapsesOn: string;
    }
  | { readonly kind: "copy"; readonly copy: CopyView };

export interface RecordView {
  readonly member: string;
  readonly name: string;
  /** null: nobody has chosen yet. */
  readonly work: Work | null;
  readonly onLeave: boolean;
  readonly extract: ExtractView;
  /** The newest version that she has signed. */
  readonly pledge: { readonly version: number; readonly signedOn: string } | null;
  readonly holds: readonly Hold[];
  /** The day on which the extract lapses, when that is near. */
  readonly soon: string | null;
}

export type RequestKind = "correction" | "erasure";
export interface RequestView {
  readonly member: string;
  readonly kind: RequestKind;
  readonly askedOn: string;
}

/** A look with the names of those who are members now. */
export interface LookView extends Look {
  readonly whoName: string | null;
  readonly whoseName: string | null;
}

/** GET mine. */
export interface MyRecords {
  readonly record: RecordView;
  readonly text: PledgeText | null;
  readonly looks: readonly LookView[];
  readonly requests: readonly RequestView[];
}

/** GET pledges: for every member, to verify in her own browser. */
export interface PledgesView {
  readonly texts: readonly PledgeText[];
  readonly pledges: readonly SignedPledge[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** GET overview: how things stand, without what is in the records. */
export interface Overview {
  readonly members: readonly Pick<RecordView, "member" | "name" | "work" | "holds" | "soon">[];
  readonly requests: readonly RequestView[];
  /** Copies of those who have left. */
  readonly left: readonly CopyView[];
  /** Months whose looks nobody has gone through; with one of them too old no record opens. */
  readonly unreviewed: readonly string[];
  readonly reviewDue: boolean;
}

/** POST looks {month}. */
export interface LooksView {
  readonly month: string;
  readonly looks: readonly LookView[];
  readonly review: {
    readonly by: string;
    readonly byName: string | null;
    readonly statement: string;
  } | null;
  /** Months that hold looks, newest first. */
  readonly months: readonly string[];
  readonly unreviewed: readonly string[];
}

/** POST managers: to whom a copy can be sealed. */
export interface ManagersView {
  readonly managers: readonly {
    readonly id: string;
    readonly name: string;
    readonly sealKey: string;
  }[];
}

/** POST copy. */
export interface NewCopy {
  readonly member: string;
  readonly issuedOn: string;
  readonly startedOn: string;
  readonly criminal: string;
  readonly suspicion: string;
  /** Signed by her who sealed both. */
  readonly statement: string;
}

export interface OpenCopy {
  readonly copy: string;
  readonly register: Register;
}

/** The answer: one of the two, and who is said to have handed in both, if that was signed and she is a member still. */
export interface OpenedCopy {
  readonly sealed: string;
  readonly handedIn: {
    readonly by: string;
    readonly name: string;
    readonly statement: string;
  } | null;
}

export const PLEDGE_SHORTEST = 40;
export const PLEDGE_LONGEST = 8000;
