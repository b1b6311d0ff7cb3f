import { z } from "zod";
import {
  type Context,
  defineDoor,
  type Door,
  type Page,
} from "../../platform/http/index.server.ts";
import { newReturnCode } from "../../protocol/letters/index.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { type LetterStart, plainPaths as paths } from "../contract.ts";
import type { LetterDeps } from "../deps.server.ts";
import type { Seekers } from "../seekers.server.ts";
import { Desk, type Visit } from "./desk.server.ts";
import { inLanguage } from "./parts.server.tsx";
import type { Place, PlainPost } from "./post.server.ts";
import { readPage, refusedPage, shownPage } from "./reading.server.tsx";
import { startPage, writePage } from "./writing.server.tsx";

/** Of a form with the longest letter, percent signs and all. */
const MAX_FORM = 256 * 1024;
const text = z.string().max(120_000);
const session = z.string().max(64);
const forms = {
  write: z.object({
    words: z.string().max(400),
    text,
    word3: z.string().max(100).default(""),
    word5: z.string().max(100).default(""),
    code: z.enum(["kept", "not-kept"]),
  }),
  read: z.object({ words: z.string().max(1000) }),
  more: z.object({ session: session.default(""), text, words: z.string().max(1000).default("") }),
  look: z.object({ session }),
  erase: z.object({ session, sure: z.literal("yes").optional() }),
};

const page = ({ status = 200, headers, body }: Page, own = status): Response =>
  new Response(body, { status: own, headers });

/** The pages of letters without script. No cookie, and nothing of hers in an address. */
export function plainDoors(deps: LetterDeps, seekers: Seekers, post: PlainPost): Door[] {
  const desk = new Desk(deps, post, ({ jour, face }) => seekers.start(jour, face));
  const around = async (context: Pick<Context, "host" | "language">) => {
    const { jour, faceId } = context.host;
    const sign = await deps.sign(context.host, context.language);
    return sign && jour && faceId ? { sign, place: { jour: jour.id, face: faceId } } : undefined;
  };

  /** A page that anybody may open at any time, and that knows nothing of her. */
  const shows = (
    path: string,
    render: (sign: FaceSign, start: LetterStart) => Promise<Page> | Page,
  ): Door =>
    defineDoor({
      ...{ method: "GET", host: "jour", access: "anyone", refusePrefetch: true, path },
      async handle(context) {
        const found = await around(context);
        if (!found) return { ok: false, code: "not-found" };
        const { jour, face } = found.place;
        return page(await render(found.sign, await seekers.start(jour, face)));
      },
    });

  /** What a form has led to is shown by another page, once: so no form stays in the browser's history. */
  const takes = <S extends z.ZodType>(
    path: string,
    body: S,
    handle: (said: z.infer<S>, at: Place) => Promise<Visit>,
  ): Door =>
    defineDoor({
      ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
      ...{ path, body, maxBody: MAX_FORM },
      form: {
        async refused(_, context) {
          const found = await around(context);
          return found && refusedPage(found.sign);
        },
      },
      async handle(context: Context<z.infer<S>>) {
        const found = await around(context);
        if (!found) return { ok: false, code: "not-found" };
        const { code, shown } = await handle(context.body, found.place);
        if (code !== undefined && !readsPages(context)) return { ok: false, code };
        const ticket = desk.show(shown);
        const to = inLanguage(paths.once.replace(":ticket", ticket), context.language);
        return new Response(null, { status: 303, headers: { Location: to } });
      },
    });

  const once = defineDoor({
    ...{ method: "GET", host: "jour", access: "anyone", refusePrefetch: true, path: paths.once },
    async handle(context) {
      const found = await around(context);
      if (!found) return { ok: false, code: "not-found" };
      const made = await desk.render(found, context.params["ticket"] ?? "");
      if (made) return page(made);
      return readsPages(context) ? page(shownPage(found.sign), 410) : { ok: false, code: "gone" };
    },
  });

  return [
    shows(paths.start, (sign, start) => startPage({ sign, start })),
    shows(paths.write, async (sign, start) =>
      start.teamKey === null
        ? startPage({ sign, start })
        : writePage({ sign, start, text: "", words: await newReturnCode(deps.suite, "plain") }),
    ),
    shows(paths.read, (sign) => readPage(sign)),
    once,
    takes(paths.write, forms.write, (said, at) => desk.write(said, at)),
    takes(paths.read, forms.read, ({ words }, at) => desk.open(words, at)),
    takes(paths.more, forms.more, (said, at) => desk.more(said, at)),
    takes(paths.look, forms.look, (said, at) => desk.look(said.session, at)),
    takes(paths.erase, forms.erase, (said, at) => desk.erase(said, at)),
  ];
}

const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;
