import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { PlainSender } from "../letters/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { type Context, defineDoor, type Door, type Page } from "../platform/http/index.server.ts";
import { fail } from "../platform/result.ts";
import { type FaceSign, signOf } from "../site/index.server.ts";
import { type EnquiryKind, isEnquiry, plainEnquiryPaths as paths } from "./contract.ts";
import { writeEnquiry } from "./enquiry.ts";
import { plainFormPage, sentPage } from "./plain.server.tsx";
import { waysTo } from "./parts.ts";
import {
  enquiryOf,
  faultsOf,
  type FilledIn,
  isFaultless,
  noFaults,
  nothingFilledIn,
} from "./settle.ts";

export interface PlainDeps {
  readonly database: Database;
  /** Seals to the office what came without script, and forgets it. */
  readonly send: PlainSender;
}

const ONCE = 32;
const MAX_FORM = 64 * 1024;
/** Questions by `q-` and their id; what is longer than any answer may be is refused whole. */
const body = z
  .object({
    once: z.string().regex(/^[\w-]{43}$/),
    name: z.string().max(1000).default(""),
    reach: z.string().max(1000).default(""),
  })
  .catchall(z.string().max(20_000));

const ofJour = { host: "jour", access: "anyone", refusePrefetch: true } as const;

interface Found {
  readonly sign: FaceSign;
  readonly place: { readonly jour: JourId; readonly face: string };
}

async function around(
  database: Database,
  { host, language }: Pick<Context, "host" | "language">,
): Promise<Found | undefined> {
  const { jour, faceId: face } = host;
  const sign = await signOf(database, host, language);
  return sign && jour && face ? { sign, place: { jour: jour.id, face } } : undefined;
}

const answer = ({ headers, body: html }: Page, status = 200): Response =>
  new Response(html, { status, headers });

function filledIn({ name, reach, ...rest }: Readonly<Record<string, string>>): FilledIn {
  const answers = Object.entries(rest).flatMap(([field, said]) =>
    field.startsWith("q-") && said !== "" ? [[field.slice(2), said] as const] : [],
  );
  return { name: name ?? "", reach: reach ?? "", answers: Object.fromEntries(answers) };
}

/** Whoever does not read pages is told by a code. */
const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

const fresh = (): string => randomBytes(ONCE).toString("base64url");
const kindIn = ({ params }: Pick<Context, "params">): EnquiryKind | undefined => {
  const kind = params["kind"];
  return isEnquiry(kind) ? kind : undefined;
};

/** The forms without script. No cookie; what was filled in is in the answer's page, and nowhere else. */
export function plainEnquiryDoors({ database, send }: PlainDeps): Door[] {
  const empty = { filled: nothingFilledIn, faults: noFaults };
  return [
    defineDoor({
      ...{ ...ofJour, method: "GET", path: paths.form },
      async handle(context) {
        const [found, kind] = [await around(database, context), kindIn(context)];
        if (!found || !kind) return fail("not-found");
        return answer(plainFormPage({ sign: found.sign, kind, ...empty, once: fresh() }));
      },
    }),
    defineDoor({
      ...{ ...ofJour, method: "GET", path: paths.sent },
      async handle(context) {
        const found = await around(database, context);
        return found ? answer(sentPage(found.sign)) : fail("not-found");
      },
    }),
    taking({ database, send }),
  ];
}

const taking = ({ database, send }: PlainDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "POST", path: paths.form, body, maxBody: MAX_FORM },
    form: {
      async refused(_, context) {
        const found = await around(database, context);
        const blank = { filled: nothingFilledIn, faults: noFaults, once: fresh() };
        return (
          found &&
          plainFormPage({ sign: found.sign, kind: "feedback", ...blank, failed: "refused" })
        );
      },
    },
    async handle(context: Context<z.infer<typeof body>>) {
      const [found, kind] = [await around(database, context), kindIn(context)];
      if (!found || !kind) return fail("not-found");
      const { once, ...said } = context.body;
      const filled = filledIn(said);
      const faults = faultsOf(kind, filled);
      const again = { sign: found.sign, kind, filled, faults, once };
      const isRead = readsPages(context);
      if (!isFaultless(faults))
        return isRead ? answer(plainFormPage(again), 422) : fail("bad-input");
      const text = writeEnquiry(enquiryOf(kind, filled, found.sign.language));
      const sent = await send(
        { ...found.place, crowd: context.request.headers.get("lykta-crowd")?.slice(0, 8) ?? "" },
        context.request.signal,
        { once: new Uint8Array(Buffer.from(once, "base64url")), text },
      );
      if (sent.ok)
        return new Response(null, {
          status: 303,
          headers: { Location: waysTo(found.sign.language).sent },
        });
      if (!isRead) return sent;
      const failed = sent.code === "busy" ? "busy" : "refused";
      return answer(plainFormPage({ ...again, failed }), failed === "busy" ? 429 : 503);
    },
  });
