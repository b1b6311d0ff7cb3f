import type { ComponentChildren, JSX } from "preact";

// Line drawings of the house. They take the colour of the text round them and say nothing to a
// screen reader: what they show is always said in words beside them.

interface Size {
  /** CSS pixels; the other side follows. */
  readonly height: number;
}

interface Frame {
  readonly box: readonly [width: number, height: number];
  readonly height: number;
  readonly children: ComponentChildren;
}

function Drawing({ box: [width, height], height: shown, children }: Frame): JSX.Element {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round((shown * width) / height)}
      height={shown}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

export function Lantern({ height }: Size): JSX.Element {
  return (
    <Drawing box={[36, 52]} height={height}>
      <path d="M13 9a5 5 0 1 1 10 0M18 9v3M9 18l9-6 9 6zM8 44h20l2 5H6zM11 18 9 44M25 18l2 26" />
      <path
        d="M18 23c5 6 6 8 6 11a6 6 0 0 1-12 0c0-3 1-5 6-11z"
        fill="var(--lamp)"
        stroke-width="1.6"
      />
    </Drawing>
  );
}

export function OpenDoor({ height }: Size): JSX.Element {
  return (
    <Drawing box={[32, 40]} height={height}>
      <path d="M6 37V7a4 4 0 0 1 4-4h12a4 4 0 0 1 4 4v30" fill="var(--lamp-soft)" />
      <path d="M6 37 17 33V10L6 5.500M2 37h28" fill="var(--surface)" />
      <path d="M13.500 22v2" />
    </Drawing>
  );
}

export function Tree({ height }: Size): JSX.Element {
  return (
    <Drawing box={[36, 48]} height={height}>
      <path d="M18 46V20M18 34l-7-6M18 29l6-6" />
      <path d="M18 3c9 0 14 6 14 13 0 8-6 13-14 13S4 24 4 16C4 9 9 3 18 3z" />
    </Drawing>
  );
}

/** A lit house in the evening, for wide screens and the end of a page. */
export function LitHouse({ height }: Size): JSX.Element {
  return (
    <Drawing box={[240, 132]} height={height}>
      <path d="m110 122-26 9h72l-26-9z" fill="var(--lamp-soft)" stroke="none" />
      <path d="M72 122V58l48-34 48 34v64" fill="var(--surface)" />
      <path d="m62 65 58-41 58 41M150 44V28h9v22" />
      <path d="M108 122V90a12 12 0 0 1 24 0v32z" fill="var(--lamp)" />
      <path d="m108 122 13-4V92l-13-6z" fill="var(--surface)" />
      <path d="M84 76h14v16H84zM142 76h14v16h-14zM91 76v16M149 76v16" fill="var(--lamp-soft)" />
      <path d="M34 122V84M34 104l-9-8M34 98l8-8M34 46c14 0 20 9 20 20S46 88 34 88 14 77 14 66s6-20 20-20z" />
      <path d="M206 122v-22M206 70c9 0 14 6 14 15s-6 15-14 15-14-6-14-15 5-15 14-15zM6 122h228" />
      <path d="M199 26a13 13 0 1 0 13 17 11 11 0 0 1-13-17z" />
    </Drawing>
  );
}
