/** What is measured, and against what. One value a round; the rounds of reference and house alternate. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly house: readonly number[];
  /** Measured in the same run, each value just before the house's of the same place. */
  readonly reference?: readonly number[];
  /** Holds for the ratio house / reference if there is a reference, else for the value. */
  readonly aim?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface BenchContext {
  readonly rounds: number;
  /** How long one round of a load lasts. */
  readonly seconds: number;
  /** A directory on a real disk, removed afterwards. */
  readonly scratch: string;
  /** Where CPU profiles of the house go, if they are wanted. */
  readonly profiles: string | undefined;
  say(line: string): void;
}

/** One folder of bench/. */
export interface Part {
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<readonly Figure[]>;
}
