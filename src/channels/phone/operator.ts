// What the core knows of telephone operators. One more operator is one more of these, and a name below.

/** What the operator tells of a call. The caller's number has no place in it: it is never read. */
export interface CallEvent {
  /** The operator's own number of the call. */
  readonly call: string;
  /** How the step before ended; null when there was none. */
  readonly outcome: "answered" | "not-answered" | null;
}

/** What is to happen with the call next. */
export type CallAction =
  | {
      readonly kind: "ring";
      /** E.164; all at once, and who answers first has the call. */
      readonly numbers: readonly string[];
      /** What those who are rung see: the jour's own number. */
      readonly shown: string;
      readonly seconds: number;
      /** Asked when it is over, however it ended. */
      readonly next: string;
      /** Told when the call is over. */
      readonly ended: string;
    }
  | { readonly kind: "play"; readonly url: string }
  | { readonly kind: "hang-up" };

export interface Operator {
  /** Undefined for what the operator would never send. */
  read(fields: ReadonlyMap<string, string>): CallEvent | undefined;
  /** The answer, sent as JSON. */
  write(action: CallAction): object;
}
