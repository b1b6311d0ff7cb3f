import { z } from "zod";
import {
  type Context,
  defineDoor,
  type Door,
  type Page,
} from "../../platform/http/index.server.ts";
import { fail } from "../../platform/result.ts";
import { LETTERS } from "../../protocol/index.ts";
import { newReturnCode } from "../../protocol/letters/index.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { type LetterStart, plainPaths as paths } from "../contract.ts";
import type { LetterDeps } from "../deps.server.ts";
import type { Seekers } from "../seekers.server.ts";
import { Desk, type Visit } from "./desk.server.ts";
import type { PlainPost, Sending } from "./post.server.ts";
import { readPage, refusedPage, shownPage } from "./reading.server.tsx";
import type { Found, Place } from "./shown.server.ts";
import { startPage, writePage } from "./writing.server.tsx";
import { pathIn } from "../../ui/languages.ts";

/** Of a form with the longest letter, percent signs and all. */
const MAX_FORM = 256 * 1024;
const text = z.string().max(120_000);
const session = z.string().max(64);
export const confirmed = {
  words: z.string().max(400),
  word3: z.string().max(100).default(""),
  word5: z.string().max(100).default(""),
};
const forms = {
  write: z.object({
    ...confirmed,
    text,
    /** The button that was pressed: a text browser shows what a button is worth. */
    without: z.string().max(100).optional(),
  }),
  read: z.object({ words: z.string().max(1000) }),
  more: z.object({ session: session.default(""), text, words: z.string().max(1000).default("") }),
  look: z.object({ session }),
  erase: z.object({ session, sure: z.literal("yes").optional() }),
};

/**
 * Pages that were left come back from Chromium's memory with all that stood and was typed on them,
 * no-store or not, and no script is here to empty them (measured). Only what was answered with 200 is
 * put aside: 203 is as good to every reader. Firefox and Safari put nothing aside that is no-store.
 */
const NOT_PUT_ASIDE = 203;

const page = ({ headers, body }: Page, status = NOT_PUT_ASIDE): Response =>
  new Response(body, { status, headers });

const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

const ofJour = { host: "jour", access: "anyone", refusePrefetch: true } as const;

type Around = (context: Pick<Context, "host" | "language">) => Promise<Found | undefined>;

const aroundWith =
  (deps: LetterDeps): Around =>
  async ({ host, language }) => {
    const { jour, faceId } = host;
    const sign = await deps.sign(host, language);
    return sign && jour && faceId ? { sign, place: { jour: jour.id, face: faceId } } : undefined;
  };

/**
 * The proxy in front may tell a number that thousands of networks share; without one all are one crowd.
 * It is used while she waits, and forgotten with her request.
 */
const CROWD_HEADER = "lykta-crowd";
const sendingFrom = ({ request }: Pick<Context, "request">, place: Place): Sending => ({
  ...place,
  crowd: request.headers.get(CROWD_HEADER)?.slice(0, 8) ?? "",
  gone: request.signal,
});

/** A page that anybody may open at any time, and that knows nothing of her. */
const shows = (path: string, around: Around, render: (found: Found) => Promise<Page>): Door =>
  defineDoor({
    ...{ ...ofJour, method: "GET", path },
    async handle(context) {
      const found = await around(context);
      return found ? page(await render(found)) : fail("not-found");
    },
  });

/** What a form has led to is shown by another page, once: so no form stays in the browser's history. */
const taker =
  (desk: Desk, around: Around) =>
  <S extends z.ZodType>(
    path: string,
    body: S,
    handle: (said: z.infer<S>, at: Sending, sign: FaceSign) => Promise<Visit>,
  ): Door =>
    defineDoor({
      ...{ ...ofJour, method: "POST", path, body, maxBody: MAX_FORM },
      form: {
        async refused(_, context) {
          const found = await around(context);
          return found && refusedPage(found.sign);
        },
      },
      async handle(context: Context<z.infer<S>>) {
        const found = await around(context);
        if (!found) return fail("not-found");
        const at = sendingFrom(context, found.place);
        const { code, shown } = await handle(context.body, at, found.sign);
        if (code !== undefined && !readsPages(context)) return fail(code);
        const ticket = desk.show(found.place, shown);
        const to = pathIn(paths.once.replace(":ticket", ticket), context.language);
        return new Response(null, { status: 303, headers: { Location: to } });
      },
    });

const shownOnce = (desk: Desk, around: Around): Door =>
  defineDoor({
    ...{ ...ofJour, method: "GET", path: paths.once },
    async handle(context) {
      const found = await around(context);
      if (!found) return fail("not-found");
      const made = await desk.render(found, context.params["ticket"] ?? "");
      if (made) return page(made);
      return readsPages(context) ? page(shownPage(found.sign), 410) : fail("gone");
    },
  });

type Takes = ReturnType<typeof taker>;

export interface Plain {
  readonly doors: Door[];
  /** For other modules' pages of the same kind. Their forms lead to a page that is shown once. */
  readonly shows: (path: string, render: (found: Found) => Promise<Page>) => Door;
  readonly takes: Takes;
  readonly newWords: () => Promise<readonly string[]>;
  readonly send: Desk["send"];
  readonly inside: Desk["inside"];
}

/** The pages of letters without script. No cookie, and nothing of hers in an address. */
export function openPlain(deps: LetterDeps, seekers: Seekers, post: PlainPost): Plain {
  const startOf = ({ jour, face }: Place): Promise<LetterStart> =>
    seekers.start(jour, face, LETTERS);
  const desk = new Desk(deps, post, startOf);
  const around = aroundWith(deps);
  const takes = taker(desk, around);
  const newWords = () => newReturnCode(deps.suite, "plain");
  const doors = [
    shows(paths.start, around, async ({ sign, place }) =>
      startPage({ sign, start: await startOf(place) }),
    ),
    shows(paths.write, around, async ({ sign, place }) => {
      const start = await startOf(place);
      if (start.teamKey === null) return startPage({ sign, start });
      return writePage({ sign, start, words: await newWords(), text: "" });
    }),
    shows(paths.read, around, async ({ sign }) => readPage(sign)),
    shownOnce(desk, around),
    takes(paths.write, forms.write, (said, at) => desk.write(said, at)),
    takes(paths.read, forms.read, ({ words }, at) => desk.open(words, at)),
    takes(paths.more, forms.more, (said, at) => desk.more(said, at)),
    takes(paths.look, forms.look, (said, at) => desk.look(said.session, at)),
    takes(paths.erase, forms.erase, (said, at) => desk.erase(said, at)),
  ];
  return {
    ...{ doors, takes, newWords },
    shows: (path, render) => shows(path, around, render),
    send: (...said) => desk.send(...said),
    inside: (...said) => desk.inside(...said),
  };
}
