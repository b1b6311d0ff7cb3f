// What runs inside the pages: each function alone, with nothing from outside it.

export interface Order {
  /** What she writes; null for one who opens the page and does nothing. */
  readonly text: string | null;
  /** How long the page shows who comes before it lets her in: reading, which is left out here. */
  readonly readingMs: number;
}

/** Milliseconds since the navigation began, by name. */
export type Times = Readonly<Record<string, number>>;

/** A visitor. She goes all the way without a moment's thought, and notes when she came where. */
export function visitor({ text, readingMs }: Order): void {
  const times: Record<string, number> = { origin: performance.timeOrigin };
  (globalThis as unknown as { times: Times }).times = times;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const later = globalThis.setTimeout.bind(globalThis);
  const hurried = (act: () => void, ms: number) =>
    ms === readingMs ? queueMicrotask(act) : later(act, ms);
  globalThis.setTimeout = hurried as unknown as typeof setTimeout;
  const say = (button: HTMLElement): void => {
    const field = find(".composer textarea") as HTMLTextAreaElement;
    field.value = text ?? "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    button.click();
  };
  const enter = (button: HTMLElement): void =>
    // Painted, and the page has time for whoever presses.
    void requestAnimationFrame(() =>
      later(() => {
        times["interactive"] = performance.now();
        if (text !== null) button.click();
      }),
    );
  const steps: readonly (readonly [string, string, ((found: HTMLElement) => void)?])[] = [
    ["shown", "button.start", enter],
    ["waiting", "main.room"],
    ["meeting", ".place-open"],
    ["talking", ".composer button[aria-disabled=false]", say],
  ];
  const look = (): void => {
    for (const [name, selector, act] of steps) {
      const found = times[name] === undefined && find(selector);
      if (!found) continue;
      times[name] = performance.now();
      act?.(found);
    }
    if (/Skickat|Framme|Läst/.test(find(".said-mine .mark")?.textContent ?? ""))
      times["acknowledged"] ??= performance.now();
  };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, all);
}

/** A volunteer who takes whoever waits at once; resolves to the time at which her screen shows the text. */
export function volunteer(text: string): Promise<number> {
  return new Promise((resolve) => {
    let isTaken = false;
    const look = (): void => {
      const buttons = [...document.querySelectorAll("button")];
      const take = buttons.find((button) => button.textContent?.startsWith("Ta emot"));
      if (take && !isTaken && !take.disabled) {
        isTaken = true;
        take.click();
      }
      const logs = [...document.querySelectorAll("[role=log]")];
      if (!logs.some((log) => log.textContent?.includes(text))) return;
      watching.disconnect();
      resolve(Date.now());
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}
