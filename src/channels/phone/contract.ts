import type { Door } from "../../site/index.ts";
import type { First, Length, Mode, Recording } from "./policy.ts";

// What crosses the wire between the desk and the server.

export const phonePaths = {
  mine: "/desk/api/phone/mine",
  take: "/desk/api/phone/take",
  release: "/desk/api/phone/release",
  inCall: "/desk/api/phone/in-call",
  count: "/desk/api/phone/count",
  undo: "/desk/api/phone/undo",
  lines: "/desk/api/phone/lines",
  line: (face: string): string => `/desk/api/phone/lines/${face}`,
  secret: (face: string): string => `/desk/api/phone/lines/${face}/secret`,
  recording: (face: string, kind: Recording): string =>
    `/desk/api/phone/lines/${face}/recording/${kind}`,
} as const;

/** GET mine, and the answer of take, release and in-call. */
export interface MyPhone {
  /** Faces whose telephone is connected. */
  readonly lines: readonly string[];
  /** Null while she does not answer calls. Only the end of her number ever leaves the server. */
  readonly phone: { readonly ending: string; readonly inCall: boolean } | null;
}

/** POST count; the answer names it, for a short while, to be undone. */
export interface CallCount {
  readonly face: string;
  readonly door: Door;
  readonly length: Length;
}
export interface Counted {
  readonly counted: string;
}

/** PUT line. `version` 0 connects a telephone that was not. */
export interface LineDraft {
  readonly version: number;
  /** The number at the operator. */
  readonly number: string;
  readonly mode: Mode;
  readonly first: First;
  readonly ringSeconds: number;
}

/** GET lines, for coordinators: one for each face. */
export interface LineView {
  readonly face: string;
  readonly name: string;
  /** As it stands on the site; null where none does. */
  readonly shown: string | null;
  readonly line: (LineDraft & LineState) | null;
}

export interface LineState {
  readonly hasSecret: boolean;
  /** When the operator last reached us: nothing finer is kept. */
  readonly worked: "today" | "earlier" | "never";
  /** Addresses of the jour's own recordings; null where the house's voice speaks. */
  readonly recordings: Readonly<Record<Recording, string | null>>;
}

/** The answer of POST secret: shown once, and nowhere again. */
export interface NewAddress {
  readonly address: string;
}
