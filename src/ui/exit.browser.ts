/** What the page around the exit has to do for itself. Both are called before anything is hidden. */
export interface ExitOptions {
  /** She leaves in a hurry: erase, and send what must be sent. Never waits for an answer. */
  readonly onExit?: () => void;
  /** The page goes away in any manner: closed, navigated from, put aside for Back. */
  readonly onHide?: () => void;
}

const ENOUGH = 3;
const SHIFTS_WITHIN_MS = 5000;
/** Two fingers that stay longer do not tap: they pinch or scroll. */
const TAP_MS = 300;
const BETWEEN_TAPS_MS = 900;

// What the link says: remembered, because the page may be emptied before it is needed.
let target = "";
let words: string[] = [];

function readLink(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.exit");
  if (!link) return;
  target = link.href;
  words = (link.dataset["exit"] ?? "").split("|");
}

function showOnly(shown: HTMLElement): void {
  document.body.replaceChildren(shown);
}

/**
 * Makes the exit instant: the link, Shift three times, three taps with two fingers. What is shown is
 * taken away before the network is asked, and Back meets a neutral page. Looks for `a.exit` when it
 * needs it, so it may be installed before anything is drawn.
 */
export function installExit(options: ExitOptions = {}): void {
  const status = element("div", "visually-hidden", "status");
  let left = false;
  const leave = (): void => {
    if (left) return;
    left = true;
    readLink();
    options.onExit?.();
    showOnly(element("div", "exit-cover", "alert", words[2]));
    document.title = target.split("/")[2] ?? "";
    location.replace(target);
  };
  const stayNeutral = (): void => {
    const again = element("button", "button", "", words[4]);
    again.onclick = () => location.reload();
    showOnly(again);
  };

  onShift((presses) => {
    readLink();
    showLights(presses);
    status.textContent = words[presses ? presses - 1 : 3] ?? "";
    if (presses === ENOUGH) leave();
  });
  onTwoFingerTaps(leave);
  onClick(leave);
  onGoing(() => {
    readLink();
    if (!left) options.onHide?.();
    showOnly(status);
  }, stayNeutral);

  const root = document.documentElement;
  root.hidden = isBack() && !isFromHere();
  whenRead(() => {
    readLink();
    if (root.hidden) stayNeutral();
    else document.body.append(status);
    root.hidden = false;
  });
}

/** Tells 1, 2, 3 as bare Shift is pressed, each within five seconds of the last, and 0 when called off. */
function onShift(tell: (presses: number) => void): void {
  let presses = 0;
  let bare = false;
  let timer = 0;
  const callOff = (): void => {
    clearTimeout(timer);
    if (presses) tell((presses = 0));
  };
  addEventListener("keydown", (event) => {
    bare = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!bare) callOff();
  });
  addEventListener("pointerdown", () => {
    bare = false;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !bare) return;
    bare = false;
    clearTimeout(timer);
    timer = setTimeout(callOff, SHIFTS_WITHIN_MS);
    tell(++presses);
  });
}

function onTwoFingerTaps(leave: () => void): void {
  let began = 0;
  let ended = 0;
  let taps = 0;
  const passive = { passive: true };
  const start = (event: TouchEvent): void => {
    if (event.touches.length > 1) began = event.touches.length === 2 ? event.timeStamp : 0;
  };
  const end = (event: TouchEvent): void => {
    const now = event.timeStamp;
    if (event.touches.length > 0) return;
    if (!began || now - began > TAP_MS) taps = 0;
    else taps = now - ended > BETWEEN_TAPS_MS ? 1 : taps + 1;
    began = 0;
    ended = now;
    if (taps === ENOUGH) leave();
  };
  addEventListener("touchstart", start, passive);
  addEventListener("touchend", end, passive);
}

/** Before any handler of the page, so that nothing can hold her back. */
function onClick(leave: () => void): void {
  const click = (event: Event): void => {
    if (!(event.target as Element).closest("[data-exit]")) return;
    event.preventDefault();
    leave();
  };
  addEventListener("click", click, true);
  addEventListener("auxclick", click, true);
}

/** A page that is put aside for Back keeps its text, no-store or not (measured): so it goes empty. */
function onGoing(empty: () => void, stayNeutral: () => void): void {
  addEventListener("pagehide", empty);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (isFromHere()) location.reload();
    else stayNeutral();
  });
}

function isBack(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "back_forward";
}

/** Whether Back came from a page of our own; a browser that cannot tell is taken to say no. */
function isFromHere(): boolean {
  const { navigation } = window as { navigation?: { activation?: { from?: unknown } } };
  return !!navigation?.activation?.from;
}

/** The row of lights, then the three in it, in the order of the document. */
function showLights(presses: number): void {
  document.querySelectorAll(".exit-lights, .exit-lights i").forEach((light, index) => {
    light.classList.toggle("on", presses > 0 && index <= presses);
  });
}

function element(name: string, className: string, role: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.setAttribute("role", role);
  made.textContent = text;
  return made;
}

function whenRead(then: () => void): void {
  if (document.readyState !== "loading") then();
  else addEventListener("DOMContentLoaded", then);
}
