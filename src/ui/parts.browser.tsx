import type { JSX } from "preact";

interface PartsProps<Part extends string> {
  /** What the choice is of, for whoever does not see it. */
  readonly label: string;
  readonly parts: readonly Part[];
  readonly current: Part;
  readonly words: Readonly<Record<Part, string>>;
  choose(part: Part): void;
}

/** The parts of one room of the desk, one of which is shown. */
export const Parts = <Part extends string>(props: PartsProps<Part>): JSX.Element => (
  <nav class="set-choose board-parts desk-screen-only" aria-label={props.label}>
    {props.parts.map((part) => (
      <button
        type="button"
        key={part}
        class="button"
        aria-pressed={part === props.current}
        onClick={() => props.choose(part)}
      >
        {props.words[part]}
      </button>
    ))}
  </nav>
);
