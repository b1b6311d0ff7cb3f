/**
 * The height that can be seen, keyboard of the phone excluded, as `--seen-height`. Safari covers the
 * page with its keyboard and scrolls it away instead of making it smaller, whatever the meta tag says.
 */
export function followViewport(): void {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const follow = (): void => {
    // Zoomed in by two fingers: the page is left as it is.
    if (visualViewport.scale > 1.01) return;
    const { style } = document.documentElement;
    style.setProperty("--seen-height", `${visualViewport.height}px`);
    style.setProperty("--seen-top", `${visualViewport.offsetTop}px`);
  };
  visualViewport.addEventListener("resize", follow);
  visualViewport.addEventListener("scroll", follow);
  follow();
}
