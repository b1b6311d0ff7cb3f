import { signal } from "@preact/signals";
import type { Result } from "../../platform/result.ts";
import { type PageEntry, type PageList, pagePaths as paths } from "../contract.ts";
import type { TextLanguage } from "../kinds.ts";
import { type Known, knownOf } from "../text/known.ts";
import { type PagesApi, Writing } from "./writing.browser.ts";

/** All pages as the desk has them, and what is being written. */
export class Book {
  readonly list = signal<PageList | null>(null);
  readonly fault = signal<string | null>(null);
  readonly writing = signal<Writing | null>(null);
  readonly api: PagesApi;
  readonly #begun = new Map<string, Writing>();

  constructor(api: PagesApi) {
    this.api = api;
  }

  async look(): Promise<void> {
    const answer = await this.api.post<PageList>(paths.list, {});
    if (answer.ok) this.list.value = answer.value;
    this.fault.value = answer.ok ? null : answer.code;
  }

  entry(id: string): PageEntry | undefined {
    return this.list.value?.pages.find((page) => page.id === id);
  }

  /** What she began to write is still there when she comes back to it. */
  async open(page: string, language: TextLanguage): Promise<void> {
    const key = `${page} ${language}`;
    const before = this.#begun.get(key);
    if (before?.mustWait) {
      this.writing.value = before;
      return;
    }
    const writing = new Writing(this.api, page, language);
    if (!(await writing.open())) {
      this.fault.value = writing.fault.value;
      return;
    }
    this.#begun.set(key, writing);
    this.fault.value = null;
    this.writing.value = writing;
  }

  close(): void {
    void this.writing.value?.keep();
    this.writing.value = null;
    void this.look();
  }

  /** Does something with a page, then shows what now stands. */
  async act<T>(path: string, body: object): Promise<Result<T>> {
    const answer = await this.api.post<T>(path, body);
    await this.look();
    return answer;
  }

  /** The addresses that links may lead to. */
  get known(): Known {
    const { pages = [], faces = [], own } = this.list.value ?? {};
    const texts = pages.flatMap(({ id, texts: all }) => all.map((text) => ({ ...text, page: id })));
    const empty = { paths: [], leads: [], old: [] };
    const site = { pages, texts, faces: faces.map(({ id }) => id), own: own ?? empty };
    return knownOf(site, Date.now());
  }
}

const books = new WeakMap<PagesApi, Book>();

/** One for the desk: it outlives the visits to its room. */
export function bookOf(api: PagesApi): Book {
  const book = books.get(api) ?? new Book(api);
  books.set(api, book);
  return book;
}
