// How the federation's office invites new jours. Times are milliseconds since 1970, ids uuids in lower case.

const desk = "/desk/api/people/foundings";

export const foundingPaths = {
  all: desk,
  /** Followed by /:jour/link. */
  one: desk,
} as const;

/** POST all: the browser makes id and secret of the invitation; the server learns a hash of what follows from it. */
export interface NewFounding {
  readonly name: string;
  readonly host: string;
  readonly id: string;
  /** base64url */
  readonly token: string;
}

/** POST one/:jour/link: another link in the place of the one before. */
export type NewLink = Pick<NewFounding, "id" | "token">;

export interface MadeLink {
  readonly jour: string;
  readonly expiresAt: number;
}

/**
 * `waiting`: a link is good; `silent`: none is (used up without founding, expired or withdrawn);
 * `founded`: she has made her root, and the office has nothing more to do with it.
 */
export type FoundingState = "waiting" | "silent" | "founded";

export interface FoundingView {
  readonly jour: string;
  readonly name: string;
  readonly host: string;
  /** YYYY-MM-DD */
  readonly madeOn: string;
  readonly madeBy: string | null;
  readonly state: FoundingState;
  readonly expiresAt: number | null;
}

export const JOUR_NAME_LIMIT = 80;
/** A host name such as stod.example: neither https:// nor a port. */
export const HOST_NAME =
  /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
