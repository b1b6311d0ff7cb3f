import { z } from "zod";
import type { Answers, FormDefinition } from "../../forms/index.ts";
import type { Database } from "../../platform/database/index.server.ts";
import {
  type Code,
  type Context,
  defineDoor,
  type Door,
  type Glances,
  type Page,
  type PageCache,
  type PageContext,
} from "../../platform/http/index.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { fail, type Failure } from "../../platform/result.ts";
import { type FaceSign, notFoundPage, signOf } from "../../site/index.server.ts";
import { ask } from "../bookings.server.ts";
import { educationPages as at, type Lecture } from "../contract.ts";
import type { EducationDeps } from "../deps.server.ts";
import { answer, questionsAt, readCode } from "../evaluations.server.ts";
import { pathOf } from "../links.server.ts";
import { readRequest } from "../request.ts";
import { allLectures, keptMonths } from "../store.server.ts";
import { askPage, unwritten } from "./ask.server.tsx";
import { listPage, onePage, slugsOf } from "./catalogue.server.tsx";
import { answeredPage, codePage, evaluationPage } from "./evaluation.server.tsx";
import { ownDoors } from "./own-routes.server.ts";
import { pathIn } from "../../ui/languages.ts";

export interface PublicParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
}

interface Shown {
  readonly sign: FaceSign;
  readonly lectures: readonly Lecture[];
  readonly keepMonths: number;
}

type RefusedContext = Pick<Context, "host" | "language">;
const ofJour = { host: "jour", access: "anyone" } as const;

async function shownAt(
  database: Database,
  { host, language }: RefusedContext,
): Promise<Shown | undefined> {
  const sign = await signOf(database, host, language);
  if (!sign || !host.jour) return undefined;
  return database.tenant(host.jour.id, async (tx) => ({
    sign,
    lectures: (await allLectures(tx)).filter(({ isPublished }) => isPublished),
    keepMonths: await keptMonths(tx),
  }));
}

const missing = ({ host, language }: RefusedContext): Page =>
  notFoundPage(host.jour?.demo ?? false, language);

const shown = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers });
const goTo = (path: string, { language }: Pick<Context, "language">): Response =>
  new Response(null, { status: 303, headers: { Location: pathIn(path, language) } });

/** Pages that are the same for everybody, and lie ready. */
function pageDoors({ database, pages, glances }: PublicParts): Door[] {
  const door = (
    path: string,
    render: (all: Shown, params: PageContext["params"]) => Page | undefined,
  ): Door =>
    pages.door<Shown | undefined>({
      ...{ path, host: "jour" },
      look: ({ host, language }) =>
        glances.look(JSON.stringify(["lectures", host, language]), () =>
          shownAt(database, { host, language }),
        ),
      render: (all, context) => (all && render(all, context.params)) ?? missing(context),
    });
  const named = (lectures: readonly Lecture[], { lecture = "" }: PageContext["params"]) =>
    slugsOf(lectures).get(lecture);
  return [
    door(at.list, ({ sign, lectures }) => listPage(sign, lectures)),
    door(at.one, ({ sign, lectures }, params) => {
      const lecture = named(lectures, params);
      return lecture && onePage(sign, params["lecture"] ?? "", lecture);
    }),
    door(at.english, () => ({
      ...{ status: 301, headers: { Location: pathIn(at.list, "en") }, body: "" },
    })),
    door(at.ask, (all) => askPage({ ...all, written: unwritten })),
    door(at.askFor, (all, params) => {
      const lecture = named(all.lectures, params);
      return lecture && askPage({ ...all, written: { ...unwritten, lecture: lecture.id } });
    }),
    door(at.code, ({ sign }) => codePage(sign)),
    door(at.answered, ({ sign }) => answeredPage(sign)),
  ];
}

const field = z.string().max(8000).default("");
const requestBody = z.object({
  ...{ organisation: field, contact: field, mail: field, phone: field, dates: field, size: field },
  ...{ way: field, wishes: field, lecture: field, website: field },
});

type Answer = Response | Failure<Code>;

/** A form of a page without script, and what it says when it could not be read at all. */
function formDoor<S extends z.ZodType>(
  path: string,
  body: S,
  parts: {
    readonly database: Database;
    readonly refused: (sign: FaceSign, context: RefusedContext) => Promise<Page> | Page;
    readonly handle: (context: Context<z.infer<S>>) => Promise<Answer>;
  },
): Door {
  return defineDoor({
    ...{ ...ofJour, method: "POST", path, body },
    form: {
      async refused(_, context) {
        const sign = await signOf(parts.database, context.host, context.language);
        return sign && parts.refused(sign, context);
      },
    },
    handle: (context: Context<z.infer<S>>) => parts.handle(context),
  });
}

/** Whoever reads no pages is told the code. */
const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

const askDoor = (deps: EducationDeps): Door =>
  formDoor(at.ask, requestBody, {
    database: deps.database,
    async refused(_, context) {
      const all = await shownAt(deps.database, context);
      return all ? askPage({ ...all, written: unwritten, refused: "refused" }) : missing(context);
    },
    async handle(context) {
      const all = await shownAt(deps.database, context);
      const { jour } = context.host;
      if (!all || !jour) return fail("not-found");
      const { body: written } = context;
      const read = readRequest(written, context.language, isAddress);
      if ("faults" in read)
        return readsPages(context)
          ? shown(askPage({ ...all, written, faults: read.faults }))
          : fail("bad-input");
      const lecture = all.lectures.find(({ id }) => id === written.lecture)?.id ?? null;
      const asked = await ask(deps, jour.id, lecture, read.request);
      if (asked.ok) return goTo(pathOf(deps.mark, jour.id, asked.value), context);
      return readsPages(context) ? shown(askPage({ ...all, written, refused: asked.code })) : asked;
    },
  });

const codeDoor = ({ database }: EducationDeps): Door =>
  formDoor(at.code, z.object({ code: z.string().max(100) }), {
    ...{ database, refused: (sign) => codePage(sign, "refused") },
    async handle(context) {
      const code = readCode(context.body.code);
      if (code !== "") return goTo(at.evaluation.replace(":code", code), context);
      const sign = await signOf(database, context.host, context.language);
      return sign && readsPages(context) ? shown(codePage(sign, "noCode")) : fail("not-found");
    },
  });

/** What is behind a code; kept ready nowhere, since it closes. */
const evaluationDoor = (deps: EducationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "GET", path: at.evaluation },
    async handle(context) {
      const { host, language, params } = context;
      const sign = await signOf(deps.database, host, language);
      if (!sign || !host.jour) return fail("not-found");
      const code = readCode(params["code"] ?? "");
      const form = await questionsAt(deps, host.jour.id, code);
      if (form) return shown(evaluationPage({ sign, code, form }));
      return readsPages(context) ? shown(codePage(sign, "noCode")) : fail("not-found");
    },
  });

type Written = Readonly<Record<string, string>>;

/** Fields that are no question are passed over. */
const answersIn =
  (written: Written) =>
  ({ questions }: FormDefinition): Answers =>
    Object.fromEntries(
      questions.flatMap(({ id, kind }) => {
        const said = Object.hasOwn(written, id) ? (written[id] ?? "") : "";
        if (said.trim() === "") return [];
        return [[id, kind === "scale" ? Number(said) : said]];
      }),
    );

const answerDoor = (deps: EducationDeps): Door =>
  formDoor(at.evaluation, z.record(z.string().max(40), z.string().max(8000)), {
    ...{ database: deps.database, refused: (sign) => codePage(sign, "refused") },
    async handle(context) {
      const { host, language, params, body: written } = context;
      const sign = await signOf(deps.database, host, language);
      if (!sign || !host.jour) return fail("not-found");
      const code = readCode(params["code"] ?? "");
      const refusal = await answer(deps, host.jour.id, code, answersIn(written));
      if (!refusal) return goTo(at.answered, context);
      if (!readsPages(context)) return fail(refusal.code);
      if (refusal.code === "bad-input") {
        const { form, faults } = refusal;
        return shown(evaluationPage({ sign, code, written, form, faults }));
      }
      return shown(codePage(sign, refusal.code === "not-found" ? "noCode" : "full"));
    },
  });

/** The catalogue, the form for requests, the evaluation behind its code. No cookie, and no script but the exit. */
export const publicDoors = (deps: EducationDeps, parts: PublicParts): Door[] => [
  ...pageDoors(parts),
  askDoor(deps),
  codeDoor(deps),
  evaluationDoor(deps),
  answerDoor(deps),
  ...ownDoors(deps),
];
