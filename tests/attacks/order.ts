/** What an attacker is told to do, in a process of its own. */
export interface Order {
  readonly kind: string;
  readonly port: number;
  /** The host of a jour. */
  readonly host: string;
  readonly seconds: number;
  /** 1 is the whole of it. */
  readonly scale: number;
  /** A seeker's token, and a ticket of a desk with one of its conversations: for those who flood from within. */
  readonly token: string;
  readonly ticket: string;
  readonly conversation: string;
}

/** What came of it. */
export interface Tally {
  /** Connections made, and those that the house ended. */
  opened: number;
  cut: number;
  /** Requests answered as they ask. */
  answered: number;
  /** How often each code was told. */
  readonly told: Record<string, number>;
}

export type Attack = (order: Order, tally: Tally, until: Deadline) => Promise<void>;

export interface Deadline {
  readonly isOver: boolean;
  /** Resolves at the end. */
  readonly over: Promise<void>;
}
