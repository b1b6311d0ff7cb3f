import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { encodeQR } from "qr";

interface QrProps {
  readonly text: string;
  readonly label: string;
}

/** Free room around it, in squares: readers ask for four. */
const EDGE = 4;

/** Dark on light whatever the desk looks like: telephones read it so. */
export function QrCode({ text, label }: QrProps): JSX.Element {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg
      class="education-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: EDGE });
  const squares = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: rows.length, path: squares.join("") };
}
