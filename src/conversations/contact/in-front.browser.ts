import { useEffect, useState } from "preact/hooks";

/** Whether the page is before her eyes, or put behind another tab or app. */
export function useInFront(): boolean {
  const [isInFront, setInFront] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const change = (): void => setInFront(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, []);
  return isInFront;
}
