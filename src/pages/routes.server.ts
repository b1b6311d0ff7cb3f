import { z } from "zod";
import { mediaDoors } from "../media/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import {
  type Context,
  defineDoor,
  type Door,
  type Glances,
  originAsked,
  type Page,
  type PageCache,
  type PageContext,
} from "../platform/http/index.server.ts";
import { fail } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { notFoundPage, signOf } from "../site/index.server.ts";
import { isFurther } from "../ui/further.ts";
import { deskDoors } from "./desk-routes.server.ts";
import { ARCHIVES, archived, FOLDERS } from "./kinds.ts";
import { formerDoors } from "./former/routes.server.ts";
import { movingDoors } from "./moving/routes.server.ts";
import { atomFeed, sitemap } from "./public/feed.server.ts";
import { archivePage } from "./public/archives.server.tsx";
import { pagesPage, searchPage } from "./public/lists.server.tsx";
import { textPage } from "./public/text.server.tsx";
import { tonguePage } from "./public/tongue.server.tsx";
import { type Answer, type Index, Library, shownOf } from "./reading.server.ts";
import { found, liveOn } from "./reading-store.server.ts";
import { searchQuery } from "./search.ts";

export interface PagesParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** The jour's own pages, and their editor's doors. */
export function pagesDoors({ database, pages, glances, now = Date.now }: PagesParts): Door[] {
  const library = new Library(glances);
  return [
    ...listDoors(pages, library),
    ...FOLDERS.flatMap((folder) => textDoors(pages, library, folder)),
    ...tongueDoors(pages, library),
    ...searchDoors(now),
    ...deskDoors({ glances, now }),
    ...mediaDoors(database),
    ...movingDoors,
    ...formerDoors(glances),
  ];
}

const html = { host: "jour" } as const;

function listDoors(pages: PageCache, library: Library): Door[] {
  const look = ({ database, host }: PageContext) => library.index(database, host);
  const shown =
    (render: (index: Index, language: Language, origin: string) => Page | undefined) =>
    (index: Index | undefined, context: PageContext): Page =>
      (index && render(index, context.language, originAsked(context))) ?? missing(context);
  const file =
    (type: string, write: (index: Index, origin: string) => string) =>
    (index: Index | undefined, context: PageContext): Page =>
      index
        ? { headers: { "Content-Type": type }, body: write(index, originAsked(context)) }
        : missing(context);
  return [
    pages.door({ ...html, path: "/sidor", look, render: shown(pagesPage) }),
    ...archived.map((kind) =>
      pages.door({ ...html, path: ARCHIVES[kind], look, render: shown(archivePage(kind)) }),
    ),
    pages.door({
      ...{ ...html, path: "/nyheter.atom", look },
      render: file("application/atom+xml; charset=utf-8", atomFeed),
    }),
    pages.door({
      ...{ ...html, path: "/sitemap.xml", look },
      render: file("application/xml; charset=utf-8", sitemap),
    }),
  ];
}

/** A page under one of the words that addresses begin with, and its easy-read twin. */
function textDoors(pages: PageCache, library: Library, folder: string): Door[] {
  return [false, true].map((isEasy) =>
    pages.door<Answer>({
      ...html,
      path: `/${folder}/:slug${isEasy ? "/lattlast" : ""}`,
      look: ({ database, host, params, language }) =>
        library.answer(database, host, { folder, slug: params["slug"] ?? "", language, isEasy }),
      render: (answer, context) => {
        if (!answer) return missing(context);
        if ("reading" in answer) return textPage(answer.reading, originAsked(context));
        return { status: 301, headers: { Location: answer.moved }, body: "" };
      },
    }),
  );
}

/** The same pages in further languages, behind the front page of each. */
function tongueDoors(pages: PageCache, library: Library): Door[] {
  return FOLDERS.map((folder) =>
    pages.door<Answer>({
      ...{ ...html, path: `/sprak/:tongue/${folder}/:slug` },
      look: async ({ database, host, params, language }) => {
        const { tongue = "", slug = "" } = params;
        if (!isFurther(tongue)) return { value: undefined, isFresh: () => false };
        return library.answer(database, host, { folder, slug, language, isEasy: false, tongue });
      },
      render: (answer, context) => {
        if (!answer) return missing(context);
        if ("reading" in answer) return tonguePage(answer.reading);
        return { status: 301, headers: { Location: answer.moved }, body: "" };
      },
    }),
  );
}

const wordsContract = z.object({ words: z.string().max(1000).default("") });

function searchDoors(now: () => number): Door[] {
  const path = "/sok";
  return [
    defineDoor({
      ...{ method: "GET", path, host: "jour", access: "anyone" },
      handle: async ({ database, host, language }) => {
        const sign = await signOf(database, host, language);
        return sign ? answered(searchPage(sign, undefined)) : fail("not-found");
      },
    }),
    defineDoor({
      ...{ method: "POST", path, host: "jour", access: "anyone", body: wordsContract },
      form: { refused: async (_, { host, language }) => missing({ host, language }) },
      handle: (context) => search(context, now()),
    }),
  ];
}

/** Nothing of it is kept, counted or logged. */
async function search(context: Context<z.infer<typeof wordsContract>>, now: number) {
  const { database, host, language, body } = context;
  const sign = await signOf(database, host, language);
  if (!sign || !host.jour) return fail("not-found");
  const query = searchQuery(body.words);
  const texts =
    query === undefined
      ? []
      : await database.tenant(host.jour.id, async (tx) =>
          shownOf(
            await found(tx, sign.face.id, now, query),
            await liveOn(tx, sign.face.id, now),
            language,
          ),
        );
  return answered(searchPage(sign, { written: body.words, found: texts }));
}

const answered = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers });

const missing = ({ host, language }: Pick<PageContext, "host" | "language">): Page =>
  notFoundPage(host.jour?.demo ?? false, language);
