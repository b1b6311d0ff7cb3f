import type { EntryKind } from "../../protocol/index.ts";

// What crosses the wire for custodians. Bytes are base64url without padding, times milliseconds since 1970.

const base = "/desk/api/people/custody";

export const custodyPaths = {
  custody: base,
  proposals: `${base}/proposals`,
} as const;

export interface SignatureView {
  readonly key: string;
  readonly signature: string;
}

export interface ProposalView {
  readonly id: string;
  readonly kind: EntryKind;
  /** The entry without its signatures. */
  readonly draft: string;
  readonly signatures: readonly SignatureView[];
  /** The member who proposed it; null when she has left. */
  readonly madeBy: string | null;
  /** Another act came into the chain first: nobody can sign it any more. */
  readonly overtaken: boolean;
  readonly expiresAt: number;
}

/** GET custody, for members: what waits for signatures, and what colleagues are called. */
export interface CustodyView {
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly proposals: readonly ProposalView[];
  /** Who came back with new keys in the last two weeks, and the day: 2026-11-21. */
  readonly rekeyed: readonly { readonly name: string; readonly on: string }[];
}

/** POST proposals: with the signature of the custodian who proposes. */
export interface NewProposal {
  readonly id: string;
  readonly kind: EntryKind;
  readonly draft: string;
  readonly signature: SignatureView;
}

/** As long as a directory lives: what nobody has signed by then is asked for anew. */
export const PROPOSAL_MS = 7 * 24 * 3_600_000;
/** Open at the same time, in one jour. */
export const PROPOSAL_LIMIT = 12;
