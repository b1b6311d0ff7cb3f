import type { JSX } from "preact";

interface FootProps {
  /** What the row of ways is called. */
  readonly label: string;
  /** From here one always comes on: address and name. */
  readonly ways: readonly (readonly [string, string])[];
  readonly children: string;
}

/** Under every public page, so that none is a dead end. */
export function Foot({ label, ways, children }: FootProps): JSX.Element {
  return (
    <footer class="foot">
      <nav aria-label={label}>
        {ways.map(([href, name]) => (
          <a href={href}>{name}</a>
        ))}
      </nav>
      <p>{children}</p>
    </footer>
  );
}
