import { signal } from "@preact/signals";
import type { Result } from "../../platform/result.ts";
import {
  type OpenedPage,
  pagePaths as paths,
  type PageText,
  type ReviewView,
} from "../contract.ts";
import type { TextLanguage } from "../kinds.ts";

/** How the desk speaks with the server. */
export interface PagesApi {
  post<T>(path: string, body: object): Promise<Result<T>>;
}

/** What has become of her words. `kept`: not saved, but the jour has them; `here`: in this tab only. */
export type Kept = "saved" | "kept" | "keeping" | "here";

export interface Theirs {
  readonly version: number;
  readonly text: PageText;
}

/** How long she pauses before what she wrote is kept. */
const PAUSE_MS = 1000;
const AGAIN_MS = 5000;
export const emptyText: PageText = { title: "", summary: "", body: "", cover: null };

export const isSameText = (a: PageText, b: PageText): boolean =>
  a.title === b.title && a.summary === b.summary && a.body === b.body && a.cover === b.cover;

/** One text that is being written. Nothing of it is lost: not with the tab, not to a colleague. */
export class Writing {
  readonly text = signal<PageText>(emptyText);
  readonly kept = signal<Kept>("saved");
  /** A colleague's newer text, while hers waits beside it. */
  readonly theirs = signal<Theirs | null>(null);
  readonly fault = signal<string | null>(null);
  readonly busy = signal(false);
  readonly opened = signal<OpenedPage | null>(null);
  /** Of a translation: the Swedish version that it follows, as far as she has said. */
  readonly follows = signal<number | null>(null);
  /** Where she last stood in the text; null before she has. */
  cursor: number | null = null;
  readonly #api: PagesApi;
  readonly #place: { readonly page: string; readonly language: TextLanguage };
  #basedOn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(api: PagesApi, page: string, language: TextLanguage) {
    this.#api = api;
    this.#place = { page, language };
  }

  get place(): { readonly page: string; readonly language: TextLanguage } {
    return this.#place;
  }

  /** The newest version that is saved; 0 while there is none. */
  get latest(): number {
    return this.opened.value?.saved?.version ?? 0;
  }

  /** The version that the words in the fields began from; what they are, where nothing has been written since. */
  get shown(): number {
    return this.#basedOn;
  }

  /** How the newest version stands with the colleagues. */
  get review(): ReviewView | undefined {
    return this.opened.value?.review;
  }

  /** What the jour has of it now. Words that are not saved stay; where there are none, the newest stand here. */
  async look(): Promise<void> {
    const found = await this.#look();
    if (found?.saved && this.kept.value === "saved" && found.saved.version !== this.#basedOn)
      this.#show(found);
  }

  async open(): Promise<boolean> {
    const found = await this.#look();
    if (found) this.#show(found);
    return found !== undefined;
  }

  #show({ saved, draft, versions, swedish }: OpenedPage): void {
    this.#basedOn = draft?.basedOn ?? saved?.version ?? 0;
    const before = versions.find(({ version }) => version === this.#basedOn);
    // A translation begins with the Swedish text that stands beside it.
    const follows = draft?.follows ?? (before ? before.follows : draft ? null : swedish);
    this.follows.value = this.#place.language === "sv" ? null : follows;
    this.text.value = draft?.text ?? saved?.text ?? emptyText;
    this.kept.value = draft ? "kept" : "saved";
    if (draft && saved && draft.basedOn < saved.version) this.theirs.value = saved;
  }

  write(change: Partial<PageText>): void {
    this.text.value = { ...this.text.value, ...change };
    this.#changed();
  }

  /** She says which Swedish version her words follow. */
  follow(version: number | null): void {
    this.follows.value = version;
    this.#changed();
  }

  /** An earlier text stands in the fields again, and follows what it followed. */
  restore(text: PageText, version: number): void {
    const entry = this.opened.value?.versions.find((one) => one.version === version);
    this.follows.value = entry?.follows ?? null;
    this.write(text);
  }

  #changed(): void {
    this.kept.value = "here";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  /** Hands what is not saved to the jour, for her alone; tries again until it is there. */
  keep(): Promise<void> {
    this.#underWay = this.#underWay.then(() => this.#keep());
    return this.#underWay;
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.kept.value !== "here") return;
    this.kept.value = "keeping";
    const text = this.text.value;
    const body = { ...this.#place, basedOn: this.#basedOn, text, follows: this.follows.value };
    const answer = await this.#api.post(paths.draft, body);
    // She may have saved, or written on, while it was on its way.
    if (this.kept.peek() !== "keeping") return;
    this.kept.value = answer.ok ? "kept" : "here";
    if (!answer.ok) this.#timer = setTimeout(() => void this.keep(), AGAIN_MS);
  }

  /** Makes a version of it. False when it was not saved; why stands in `fault` or `theirs`. */
  async save(): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.fault.value = null;
    clearTimeout(this.#timer);
    // What is on its way must not come after the save, and stand there as if it were newer.
    await this.#underWay;
    const [text, follows] = [this.text.value, this.follows.value];
    const body = { ...this.#place, after: this.#basedOn, text, follows };
    const answer = await this.#api.post<{ version: number }>(paths.save, body);
    if (answer.ok) await this.#saved(answer.value.version, text, follows);
    else if (answer.code === "changed-meanwhile") await this.#meet();
    else this.fault.value = answer.code;
    this.busy.value = false;
    return answer.ok;
  }

  /** Hers becomes the newest; the colleague's stays as the version before it. */
  async saveOverTheirs(): Promise<boolean> {
    this.#basedOn = this.latest;
    this.theirs.value = null;
    return this.save();
  }

  /** The colleague's text, or the last that was saved, instead of hers. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    const gone = await this.#api.post(paths.discard, this.#place);
    if (!gone.ok) {
      this.fault.value = gone.code;
      return;
    }
    this.theirs.value = null;
    this.fault.value = null;
    await this.open();
  }

  /** Before she goes to another page of the desk, or the tab is closed. */
  get mustWait(): boolean {
    return this.kept.value === "here" || this.kept.value === "keeping";
  }

  async #saved(version: number, text: PageText, follows: number | null): Promise<void> {
    this.#basedOn = version;
    this.theirs.value = null;
    const wroteOn = !isSameText(this.text.value, text) || this.follows.value !== follows;
    await this.#look();
    this.kept.value = wroteOn ? "here" : "saved";
    if (wroteOn) void this.keep();
  }

  /** Somebody was first: both texts are shown. The server has kept hers already. */
  async #meet(): Promise<void> {
    this.kept.value = "kept";
    const found = await this.#look();
    if (found?.saved) this.theirs.value = found.saved;
  }

  async #look(): Promise<OpenedPage | undefined> {
    const answer = await this.#api.post<OpenedPage>(paths.open, this.#place);
    if (!answer.ok) {
      this.fault.value = answer.code;
      return undefined;
    }
    this.opened.value = answer.value;
    return answer.value;
  }
}
