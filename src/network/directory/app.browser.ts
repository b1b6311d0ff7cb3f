import { formatDate, formatTime, formatWeekday, type Language } from "../../ui/languages.ts";
import {
  CHANNELS_WITH_HOURS,
  type DirectoryFile,
  type FileJour,
  type Found,
  match,
  type Search,
} from "./match.ts";
import { directoryMessages } from "./messages.ts";
import { announcedAt, isOffered } from "./open.ts";
import { installSift } from "./sift.browser.ts";
import { chosenTown, installTowns } from "./towns.browser.ts";

const DAY_MS = 86_400_000;
/** Less is a slow line or a clock that is as good as any. */
const CLOCK_SLACK_MS = 2 * 60_000;

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

/** Both clocks' idea of now: that of the device, and what the server's clock would show. */
type Moments = () => readonly [mine: number, theirs: number];

interface Directory {
  readonly file: DirectoryFile;
  readonly language: Language;
  readonly moments: Moments;
}

/**
 * The search over a file that is the same for everybody. What she chooses changes the page alone: no
 * address, no history, no storage, no request. Without it, the list of the page is all there.
 */
export async function startDirectory(): Promise<void> {
  const language: Language = document.documentElement.lang === "en" ? "en" : "sv";
  installSift(language);
  const fetched = await fetchFile().catch(() => undefined);
  const search = byId("search");
  search.hidden = false;
  if (!fetched) {
    search.replaceChildren(element("p", "notice", directoryMessages[language].failed));
    return;
  }
  const directory = { ...fetched, language };
  tellClock(directory);
  const show = (): void => showResults(directory, readSearch(directory));
  installTowns({ municipalities: fetched.file.municipalities, language, onChange: show });
  search.addEventListener("change", () => {
    const hint = byId("town-hint");
    hint.textContent = hint.dataset[chosen("where")] ?? "";
    show();
  });
  // Hours begin and end while she looks.
  setInterval(() => readSearch(directory).municipality !== "" && show(), 60_000);
}

async function fetchFile(): Promise<Omit<Directory, "language">> {
  const answer = await fetch("/hitta/jourer.json", { cache: "no-store", credentials: "omit" });
  if (!answer.ok) throw new Error("no file");
  const here = Date.now();
  // A cache between us tells when the answer was made, and how old it is.
  const age = Number(answer.headers.get("age") ?? 0) * 1000;
  const there = Date.parse(answer.headers.get("date") ?? "") + age;
  const offset = Math.abs(there - here) > CLOCK_SLACK_MS ? there - here : 0;
  const moments: Moments = () => [Date.now(), Date.now() + offset];
  return { file: (await answer.json()) as DirectoryFile, moments };
}

function tellClock({ moments, language }: Directory): void {
  const [mine, theirs] = moments();
  if (mine === theirs) return;
  const notice = byId("clock");
  notice.hidden = false;
  const shown = (moment: number): string =>
    Math.abs(mine - theirs) < DAY_MS / 2
      ? formatTime(moment, language)
      : `${formatDate(moment, language)} ${formatTime(moment, language)}`;
  notice.textContent = directoryMessages[language].clockDiffers(shown(mine), shown(theirs));
}

const chosen = (name: string): string =>
  document.querySelector<HTMLInputElement>(`#search [name=${name}]:checked`)?.value ?? "";

function readSearch({ file }: Directory): Search {
  return {
    who: chosen("who"),
    where: chosen("where") === "elsewhere" ? "elsewhere" : "home",
    municipality: chosenTown(file.municipalities),
    openOnly: (byId("open-only") as HTMLInputElement).checked,
  };
}

function showResults(directory: Directory, search: Search): void {
  const { file, language, moments } = directory;
  const say = directoryMessages[language];
  const results = byId("results");
  const told = byId("told");
  if (search.where === "home" && search.municipality === "") {
    results.replaceChildren();
    told.textContent = say.pick;
    return;
  }
  const { here, near, away } = match(file.jours, search, moments());
  const town = file.municipalities.find(([code]) => code === search.municipality)?.[1] ?? "";
  const isHome = search.where === "home";
  const all = [...here, ...near, ...away];
  const open = all.filter(({ isOpen }) => isOpen).length;
  told.textContent = all.length > 0 ? say.found(all.length, open) : say.noneAtAll;
  results.replaceChildren(
    ...(isHome && here.length === 0 && all.length > 0
      ? [element("p", "notice", say.noneHere(town))]
      : []),
    ...part(directory, say.here(town), here),
    ...part(directory, say.near, near),
    ...part(directory, isHome ? say.away : say.awayAll, away),
  );
}

function part(directory: Directory, heading: string, found: readonly Found[]): HTMLElement[] {
  if (found.length === 0) return [];
  const list = element("ul", "jours");
  list.append(...found.flatMap(({ jour }) => cardOf(directory, jour)));
  return [element("h3", "", heading), list];
}

/** The card that stands in the list, once more, with what the hours say now. */
function cardOf(directory: Directory, jour: FileJour): Node[] {
  const written = document.querySelector(`.county [data-face="${jour.id}"]`);
  if (!written) return [];
  const card = written.cloneNode(true) as HTMLElement;
  // The list below may have been searched for something else.
  card.hidden = false;
  const states = element("ul", "states");
  for (const channel of CHANNELS_WITH_HOURS)
    if (isOffered(jour.hours, channel)) states.append(stateOf(directory, jour, channel));
  card.querySelector("h4")?.after(states);
  return [card];
}

function stateOf(
  { language, moments }: Directory,
  { hours }: FileJour,
  channel: (typeof CHANNELS_WITH_HOURS)[number],
): HTMLElement {
  const say = directoryMessages[language];
  const said = moments().map((moment) => announcedAt(hours, channel, moment));
  // Of two clocks the one that says closed is told.
  const state = said.find(({ open }) => !open) ?? said[0];
  const [now] = moments();
  if (!state?.open) {
    const at = state?.opensAt ?? null;
    const words = at === null ? say.closed(say[channel]) : say.opens(say[channel], when(at, now));
    return element("li", "", words);
  }
  const until = state.until === null ? null : formatTime(state.until, language);
  const words = until === null ? say.openAlways(say[channel]) : say.openUntil(say[channel], until);
  return element("li", "open", words);

  function when(moment: number, from: number): string {
    const day = (one: number): string => formatDate(one, language);
    const time = formatTime(moment, language);
    if (day(moment) === day(from)) return `${say.today} ${time}`;
    if (day(moment) === day(from + DAY_MS)) return `${say.tomorrow} ${time}`;
    const isNear = moment - from < 6 * DAY_MS;
    return `${isNear ? formatWeekday(moment, language) : day(moment)} ${time}`;
  }
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
