import { randomBytes } from "node:crypto";
import { z } from "zod";
import { answersIn } from "../forms/index.ts";
import type { PlainSender } from "../letters/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import { type Context, defineDoor, type Door, type Page } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { type FaceSign, signOf } from "../site/index.server.ts";
import { asksNow, offeredNow } from "./asking.server.ts";
import { type Asking, ENQUIRY_FORMS, plainEnquiryPaths as paths } from "./contract.ts";
import { writeEnquiry } from "./enquiry.ts";
import { plainFormPage, sentPage } from "./plain.server.tsx";
import { waysTo } from "./parts.ts";
import { type Place, placeAt } from "./place.server.ts";
import { type ReaderDeps, readerOf } from "./readers.server.ts";
import {
  enquiryOf,
  faultsOf,
  type FilledIn,
  isFaultless,
  noFaults,
  nothingFilledIn,
} from "./settle.ts";

export interface PlainDeps extends ReaderDeps {
  /** Seals to the team that reads the form what came without script, and forgets it. */
  readonly send: PlainSender;
}

const ONCE = 32;
const MAX_FORM = 64 * 1024;
/** Questions by the names of `forms`; what is longer than any answer may be is refused whole. */
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
  readonly place: Place;
}

async function around(
  database: Database,
  { host, language }: Pick<Context, "host" | "language">,
): Promise<Found | undefined> {
  const place = placeAt(host);
  const sign = await signOf(database, host, language);
  return sign && place ? { sign, place } : undefined;
}

const answer = ({ headers, body: html }: Page, status = 200): Response =>
  new Response(html, { status, headers });

const filledIn = (
  { form }: Asking,
  { name, reach, ...rest }: Readonly<Record<string, string>>,
): FilledIn => ({ name: name ?? "", reach: reach ?? "", answers: answersIn(rest, form) });

/** Whoever does not read pages is told by a code. */
const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

const fresh = (): string => randomBytes(ONCE).toString("base64url");
/** What is asked in the form that an address names; undefined of one that is not offered. */
const askedIn = async (
  database: Database,
  { host, params }: Pick<Context, "host" | "params">,
): Promise<Asking | undefined> =>
  host.jour
    ? (await asksNow(database, host.jour.id)).find(({ kind }) => kind === params["kind"])
    : undefined;

/** The forms without script. No cookie; what was filled in is in the answer's page, and nowhere else. */
export function plainEnquiryDoors(deps: PlainDeps): Door[] {
  const { database } = deps;
  const empty = { filled: nothingFilledIn, faults: noFaults };
  return [
    defineDoor({
      ...{ ...ofJour, method: "POST", path: ENQUIRY_FORMS, body: z.object({}) },
      async handle({ host }) {
        const place = placeAt(host);
        return place ? ok(await offeredNow(deps, place)) : fail("not-found");
      },
    }),
    defineDoor({
      ...{ ...ofJour, method: "GET", path: paths.form },
      async handle(context) {
        const found = await around(database, context);
        const asking = await askedIn(database, context);
        if (!found || !asking) return fail("not-found");
        return answer(plainFormPage({ sign: found.sign, asking, ...empty, once: fresh() }));
      },
    }),
    defineDoor({
      ...{ ...ofJour, method: "GET", path: paths.sent },
      async handle(context) {
        const found = await around(database, context);
        return found ? answer(sentPage(found.sign)) : fail("not-found");
      },
    }),
    taking(deps),
  ];
}

function taking(deps: PlainDeps): Door {
  const { database, send } = deps;
  return defineDoor({
    ...{ ...ofJour, method: "POST", path: paths.form, body, maxBody: MAX_FORM },
    form: {
      async refused(_, context) {
        const found = await around(database, context);
        const [asking] = found ? await asksNow(database, found.place.jour) : [];
        const blank = { filled: nothingFilledIn, faults: noFaults, once: fresh() };
        return (
          found &&
          asking &&
          plainFormPage({ sign: found.sign, asking, ...blank, failed: "refused" })
        );
      },
    },
    async handle(context: Context<z.infer<typeof body>>) {
      const found = await around(database, context);
      const asking = await askedIn(database, context);
      if (!found || !asking) return fail("not-found");
      const { once, ...said } = context.body;
      const filled = filledIn(asking, said);
      const faults = faultsOf(asking, filled);
      const again = { sign: found.sign, asking, filled, faults, once };
      const isRead = readsPages(context);
      if (!isFaultless(faults))
        return isRead ? answer(plainFormPage(again), 422) : fail("bad-input");
      const team = await readerOf(deps, found.place, asking.kind);
      const text = writeEnquiry(enquiryOf(asking, filled, found.sign.language));
      const sent = await send(
        { ...found.place, crowd: context.request.headers.get("lykta-crowd")?.slice(0, 8) ?? "" },
        context.request.signal,
        { team, once: new Uint8Array(Buffer.from(once, "base64url")), text },
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
}
