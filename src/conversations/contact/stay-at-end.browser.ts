import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

const NEAR = "48px";

/**
 * Whoever reads the newest goes on reading the newest; whoever has scrolled up is left in peace.
 * `end` stands after the last line. While she waits (`isOn` false) she reads from the top.
 */
export function useStayAtEnd(
  end: RefObject<HTMLElement | null>,
  isOn: boolean,
  grows: readonly unknown[],
): { isAtEnd: boolean; toEnd: () => void } {
  const [isNear, setNear] = useState(true);
  const toEnd = (): void => end.current?.scrollIntoView({ block: "end" });
  useEffect(() => {
    const { current } = end;
    if (!current) return undefined;
    const watch = new IntersectionObserver(([seen]) => setNear(seen?.isIntersecting ?? true), {
      rootMargin: NEAR,
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const scroller = end.current?.closest(".scroller");
    if (!scroller) return undefined;
    // The keyboard of a phone makes the view smaller: the newest line must stay above it.
    const resized = new ResizeObserver(() => isOn && isNear && toEnd());
    resized.observe(scroller);
    return () => resized.disconnect();
  }, [isOn, isNear]);
  useLayoutEffect(() => {
    if (isOn && isNear) toEnd();
  }, [...grows, isOn]);
  return { isAtEnd: isNear || !isOn, toEnd };
}
