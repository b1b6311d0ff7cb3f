import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

const NEAR_PX = 48;

/** Whoever reads the newest goes on reading the newest; whoever has scrolled up is left in peace. */
export function useStayAtEnd(
  scroller: RefObject<HTMLElement | null>,
  grows: readonly unknown[],
): { isAtEnd: boolean; toEnd: () => void } {
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = (): void => {
    const { current } = scroller;
    if (current) current.scrollTop = current.scrollHeight;
  };
  useEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const look = (): void => {
      setAtEnd(current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX);
    };
    // The keyboard of a phone makes the view smaller: the newest line must stay above it.
    const resized = new ResizeObserver(() => (isAtEnd ? toEnd() : look()));
    resized.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [isAtEnd]);
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [...grows, isAtEnd]);
  return { isAtEnd, toEnd };
}
