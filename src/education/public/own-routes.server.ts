import { z } from "zod";
import {
  type Context,
  defineDoor,
  type Door,
  type Page,
} from "../../platform/http/index.server.ts";
import { fail } from "../../platform/result.ts";
import { signOf } from "../../site/index.server.ts";
import { educationPages as at, REPLIES } from "../contract.ts";
import type { EducationDeps } from "../deps.server.ts";
import { ownView, replyTo } from "../own.server.ts";
import { fileDoors } from "./file-routes.server.ts";
import { noOwnPage, ownPage } from "./own.server.tsx";
import { pathIn } from "../../ui/languages.ts";

const ofJour = { host: "jour", access: "anyone", path: at.own } as const;

const replyBody = z.object({
  reply: z.enum(REPLIES),
  version: z.coerce.number().int().min(0).max(1_000_000),
  words: z.string().max(8000).default(""),
});

/** Behind a link: no search engine is to remember it. */
const shown = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers: { ...headers, "X-Robots-Tag": "noindex, nofollow" } });

const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

const ownPath = ({ params }: Pick<Context, "params">): string =>
  at.own.replace(":link", encodeURIComponent(params["link"] ?? ""));

/** The page of those who have asked, kept ready nowhere. */
const showDoor = (deps: EducationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "GET" },
    async handle(context) {
      const { host, language, params } = context;
      const sign = await signOf(deps.database, host, language);
      if (!sign || !host.jour) return fail("not-found");
      const view = await ownView(deps, host.jour.id, params["link"] ?? "");
      if (view) return shown(ownPage({ sign, view, path: ownPath(context) }));
      return readsPages(context) ? shown(noOwnPage(sign, "gone")) : fail("not-found");
    },
  });

const replyDoor = (deps: EducationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "POST", body: replyBody },
    form: {
      async refused(_, { host, language }) {
        const sign = await signOf(deps.database, host, language);
        return sign && noOwnPage(sign, "refused");
      },
    },
    async handle(context: Context<z.infer<typeof replyBody>>) {
      const { host, language, params, body } = context;
      const sign = await signOf(deps.database, host, language);
      if (!sign || !host.jour) return fail("not-found");
      const link = params["link"] ?? "";
      const done = await replyTo(deps, host.jour.id, link, body);
      const path = ownPath(context);
      if (done.ok)
        return new Response(null, {
          ...{ status: 303, headers: { Location: pathIn(path, language) } },
        });
      if (!readsPages(context)) return done;
      const view = await ownView(deps, host.jour.id, link);
      if (!view || done.code === "not-found") return shown(noOwnPage(sign, "gone"));
      const refused = { code: done.code, words: body.words };
      return shown(ownPage({ sign, view, path, refused }));
    },
  });

export const ownDoors = (deps: EducationDeps): Door[] => [
  showDoor(deps),
  replyDoor(deps),
  ...fileDoors(deps),
];
