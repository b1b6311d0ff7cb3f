import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";

type Draw = (text: string) => JSX.Element;
let known: Draw | undefined;

/** Markdown in the desk, drawn as on the site. Its reader is fetched late; until then the text stands as it was written. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  const draw = useSignal(known);
  useEffect(() => {
    if (known) return;
    import("./drawn.tsx").then(
      (part) => (draw.value = known = part.drawn),
      // Offline: the text can be read as it was written, and is drawn the next time.
      () => undefined,
    );
  }, []);
  const now = draw.value;
  return useMemo(() => now?.(text) ?? <p>{text}</p>, [now, text]);
}
