import type { Database } from "../platform/database/index.server.ts";
import type { Glance, Glances, HostView } from "../platform/http/index.server.ts";
import { type FurtherLanguage, isFurther } from "../ui/further.ts";
import { type Language, pathIn } from "../ui/languages.ts";
import { facesOf, type FaceSign, phoneView, signOf } from "../site/index.server.ts";
import { allFormer, allOldFiles, type OldFile } from "./former/store.server.ts";
import { addressOf, pathOf, type TextLanguage } from "./kinds.ts";
import { type Node, parseMarkdown } from "./text/parse.ts";
import type { FaceFacts } from "./text/whole.tsx";
import * as store from "./reading-store.server.ts";

export type LiveText = store.LiveText;

/** What a face's pages are, without what they say. */
export interface Index {
  readonly sign: FaceSign;
  readonly facts: FaceFacts;
  readonly texts: readonly store.LiveText[];
  readonly old: readonly store.OldAddress[];
  /** Addresses of an older site, and the page to which each leads; plain, so that a change of it is seen. */
  readonly former: Readonly<Record<string, string>>;
  /** Pictures and documents of an older site. */
  readonly files: readonly OldFile[];
}

/** One page as it is read. */
export interface Reading {
  readonly sign: FaceSign;
  readonly text: store.LiveText;
  /** In which languages it can be read. */
  readonly languages: readonly TextLanguage[];
  readonly nodes: readonly Node[];
  /** What the settings of the face say. */
  readonly facts: FaceFacts;
}

/** Where whoever asked is led, or what she reads; undefined for what is not there. */
export type Answer = { readonly moved: string } | { readonly reading: Reading } | undefined;

export interface Asked {
  readonly folder: string;
  readonly slug: string;
  readonly language: Language;
  readonly isEasy: boolean;
  /** In this language or not at all. */
  readonly tongue?: FurtherLanguage | undefined;
}

/** Reads what is published, once for all who ask (docs/decisions/0024). A version never changes. */
export class Library {
  readonly #glances: Glances;
  readonly #answers = new WeakMap<Glance<Index>, Map<string, Glance<Answer>>>();

  constructor(glances: Glances) {
    this.#glances = glances;
  }

  index(database: Database, host: HostView): Promise<Glance<Index | undefined>> {
    const { jour, faceId } = host;
    const key = JSON.stringify(["pages", host.host, jour, faceId]);
    return this.#glances.look(key, async (minute) => {
      const sign = jour ? await signOf(database, { jour, faceId }, "sv") : undefined;
      if (!jour || !sign) return undefined;
      const face = (await facesOf(database, jour.id)).find(({ id }) => id === sign.face.id);
      const facts = face ? factsOf(face) : {};
      return database.tenant(jour.id, async (tx) => ({
        ...{ sign, facts },
        texts: await store.liveOn(tx, sign.face.id, minute),
        old: await store.oldAddresses(tx),
        former: Object.fromEntries((await allFormer(tx)).map((one) => [one.address, one.page])),
        files: await allOldFiles(tx),
      }));
    });
  }

  /** The same object as long as nothing of the face's pages has changed, so that the page lies ready. */
  async answer(database: Database, host: HostView, asked: Asked): Promise<Glance<Answer>> {
    const index = await this.index(database, host);
    if (!isThere(index) || !host.jour) return { value: undefined, isFresh: () => false };
    const known = this.#answers.get(index) ?? new Map<string, Glance<Answer>>();
    this.#answers.set(index, known);
    const key = JSON.stringify([
      asked.folder,
      asked.slug,
      asked.language,
      asked.isEasy,
      asked.tongue,
    ]);
    const before = known.get(key);
    if (before) return before;
    const value = await this.#find(database, host.jour.id, index.value, asked);
    const made = { value, isFresh: () => index.isFresh() };
    // What is not there is not remembered: of wrong addresses there is no end.
    if (value) known.set(key, made);
    return made;
  }

  async #find(
    database: Database,
    jour: NonNullable<HostView["jour"]>["id"],
    { sign, facts, texts, old }: Index,
    asked: Asked,
  ): Promise<Answer> {
    const named = texts.filter(({ slug }) => slug === asked.slug);
    const [any] = named;
    if (!any) return movedTo(texts, old, asked);
    const path = pathOf(any);
    if (path !== `/${asked.folder}/${asked.slug}`) return { moved: placeOf(path, asked) };
    const text = chosen(named, asked);
    if (!text) return instead(named, asked);
    const body = await database.tenant(jour, (tx) =>
      store.bodyOf(tx, text.page, text.language, text.version),
    );
    if (body === undefined) return undefined;
    const languages = named.map(({ language }) => language);
    const { language } = asked;
    return {
      reading: {
        ...{ sign: { ...sign, language }, facts, text, languages },
        nodes: parseMarkdown(body),
      },
    };
  }
}

/** Whoever asked for a language that is not there is led to one that is. */
function instead(named: Index["texts"], asked: Asked): Answer {
  const language = asked.tongue ? "en" : asked.language;
  const text = chosen(named, { language, isEasy: false });
  if (text) return { moved: pathIn(pathOf(text), language) };
  const further = named.find((one) => isFurther(one.language));
  return further && { moved: addressOf(further, further.language) };
}

/** What its settings say of a face. */
export const factsOf = ({ phone, permit }: Awaited<ReturnType<typeof facesOf>>[number]) => ({
  phone: phone === null ? null : phoneView(phone),
  ...(permit && { permit }),
});

function isThere(index: Glance<Index | undefined>): index is Glance<Index> {
  return index.value !== undefined;
}

/** In her language, or else in the other: better than nothing, and said so. */
export function chosen<T extends { readonly language: TextLanguage }>(
  texts: readonly T[],
  asked: Pick<Asked, "language" | "isEasy" | "tongue">,
): T | undefined {
  const wanted = wantedBy(asked);
  for (const one of wanted) {
    const text = texts.find((candidate) => candidate.language === one);
    if (text) return text;
  }
  return undefined;
}

function wantedBy({
  language,
  isEasy,
  tongue,
}: Pick<Asked, "language" | "isEasy" | "tongue">): readonly TextLanguage[] {
  if (tongue) return [tongue];
  if (isEasy) return ["sv-easy"];
  return language === "sv" ? ["sv", "en"] : ["en", "sv"];
}

function movedTo(
  texts: Index["texts"],
  old: Index["old"],
  asked: Asked,
): { moved: string } | undefined {
  const page = old.find(({ slug }) => slug === asked.slug)?.page;
  const text = texts.find((one) => one.page === page);
  return text && { moved: placeOf(pathOf(text), asked) };
}

const placeOf = (path: string, { language, isEasy, tongue }: Asked): string =>
  tongue ? `/sprak/${tongue}${path}` : pathIn(`${path}${isEasy ? "/lattlast" : ""}`, language);

/** One line per page, in her language where there is one. */
export function listed(
  texts: readonly store.LiveText[],
  language: Language,
): readonly store.LiveText[] {
  const pages = [...new Set(texts.map(({ page }) => page))];
  return pages.flatMap((page) => {
    const text = chosen(
      texts.filter((one) => one.page === page),
      { language, isEasy: false },
    );
    return text ? [text] : [];
  });
}

const MOST_FOUND = 30;

/**
 * Of all that was found, what she is shown anyway: each page once, in the text that the list leads to, else in
 * its easy one.
 */
export function shownOf(
  found: readonly store.LiveText[],
  all: readonly store.LiveText[],
  language: Language,
): readonly store.LiveText[] {
  const shown = new Set(listed(all, language).map((text) => `${text.page} ${text.language}`));
  const pages = new Map<string, store.LiveText>();
  for (const text of found) {
    const isListed = shown.has(`${text.page} ${text.language}`);
    if (isListed || (text.language === "sv-easy" && !pages.has(text.page)))
      pages.set(text.page, text);
  }
  return [...pages.values()].slice(0, MOST_FOUND);
}
