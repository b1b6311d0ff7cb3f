import type { Attachment, Author, LetterContent } from "../../letters/objects.ts";
import type { TeamSeeds } from "../../letters/team-key.ts";
import type { Suite } from "../../suite/types.ts";

/** What somebody truly wrote. */
export interface Truth {
  readonly bytes: Uint8Array;
  readonly number: number;
  /** Hash of the letter before, in hex. */
  readonly parent: string;
  readonly author: Author;
  readonly teamKey: string;
  readonly content: LetterContent;
}

export interface Mailbox {
  readonly sign: Uint8Array;
  readonly seal: Uint8Array;
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
  /** By their hashes. */
  readonly written: Map<string, Truth>;
  readonly sheets: Map<string, { kind: string; after: number; text: string; teamKey: string }>;
  readonly sheetBytes: Uint8Array[];
  readonly marks: Map<string, { author: Author; number: number; letter: string }>;
  readonly markBytes: Uint8Array[];
  readonly files: { about: Attachment; file: Uint8Array; chunks: Uint8Array[] }[];
  /** The newest team key that her browser has seen. */
  known: number;
}

export interface Member {
  readonly id: Uint8Array;
  readonly seal: Uint8Array;
  readonly seeds: Map<string, TeamSeeds>;
  there: boolean;
}

export interface Made {
  readonly id: string;
  readonly seed: Uint8Array;
  readonly seeds: TeamSeeds;
  /** As delegates vouched for it, the newest last. */
  readonly statements: Uint8Array[];
}

export interface Fuzzed {
  readonly seed: number;
  /** With the very building blocks of the browser. */
  readonly real: boolean;
  readonly plant?: ((suite: Suite) => Suite) | undefined;
}
