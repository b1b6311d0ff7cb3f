import { Hono, type Context as HonoContext } from "hono";
import type { Config } from "../config.server.ts";
import { type Database, isAway } from "../database/index.server.ts";
import { errorFields, log } from "../log.ts";
import { type Failure, fail } from "../result.ts";
import { seldom } from "../seldom.server.ts";
import { type Code, statuses } from "./codes.ts";
import { type Actor, type Answer, type Context, type Door, refusal } from "./door.server.ts";
import { finalHeaders } from "./headers.server.ts";
import { type LeadOn, leadingOn } from "./leading-on.server.ts";
import { type HostBook, type HostView, isFederation } from "./hosts.server.ts";
import type { Page } from "./pages.server.ts";
import { readBody } from "./body.server.ts";

export interface RouterParts {
  readonly config: Config;
  readonly database: Database;
  readonly hosts: HostBook;
  readonly doors: readonly Door[];
  /** Who asks, from the request's session; people answers this. */
  readonly actorOf: (request: Request, host: HostView) => Promise<Actor>;
  /** Where an address of an older site leads now. */
  readonly leadOn?: LeadOn;
  /** The page for what is not there, and for what failed, in the words of the site. */
  readonly faultPage: (
    code: "not-found" | "try-again" | "our-fault",
    host: HostView | undefined,
    language: "sv" | "en",
  ) => Page;
}

/** One Hono app of all doors. A path that no door names does not exist. */
export function createRouter(parts: RouterParts): Hono {
  const app = new Hono();
  refuseDoubles(parts.doors);
  if (parts.leadOn) app.use(leadingOn(parts.config, parts.hosts, parts.leadOn));
  for (const door of parts.doors) {
    // The same path may lead to different doors on the hosts of jours and on the federation's.
    app.on(door.method, door.path, async (c, next) => {
      const host = await parts.hosts(c.req.header("host"));
      return host && !standsOn(door, host) ? next() : pass(parts, door, c, host);
    });
  }
  app.notFound(async (c) => {
    const host = await parts.hosts(c.req.header("host"));
    return withHeaders(inWords(parts, c, host, fail("not-found")), parts.config, {});
  });
  app.onError((error, c) => {
    log.error("request-failed", { error: errorFields(error) });
    return withHeaders(inWords(parts, c, undefined, faultOf(error)), parts.config, {});
  });
  return app;
}

/** The way of a request: host → jour → actor → body → module. Always in that order. */
async function pass(
  parts: RouterParts,
  door: Door,
  c: HonoContext,
  host: HostView | undefined,
): Promise<Response> {
  const headers: Record<string, string> = {};
  const answer = await judge(parts, door, c, host, headers).catch((error: unknown): Answer => {
    const told = { route: door.path, error: errorFields(error) };
    if (isAway(error)) tellAway(told);
    else log.error("door-failed", told);
    return faultOf(error);
  });
  const response =
    answer instanceof Response
      ? answer
      : ((await refusedPage(door, c, host, answer)) ?? inWords(parts, c, host, answer));
  return withHeaders(response, parts.config, headers);
}

/** Whoever looks at a page is told in words, and shown a way on; a program gets the code. */
function inWords(
  { faultPage }: RouterParts,
  c: HonoContext,
  host: HostView | undefined,
  answer: Exclude<Answer, Response>,
): Response {
  if (answer.ok || !wantsPage(c)) return codeAnswer(answer);
  const { code } = answer;
  if (code !== "not-found" && code !== "try-again" && code !== "our-fault")
    return codeAnswer(answer);
  return pageAnswer({ ...faultPage(code, host, languageOf(c)), status: statuses[code] });
}

/** Whoever sent a form reads pages: a code alone would tell her nothing. */
async function refusedPage(
  { form }: Door,
  c: HonoContext,
  host: HostView | undefined,
  answer: Exclude<Answer, Response>,
): Promise<Response | undefined> {
  if (!form || !host || answer.ok || !wantsPage(c)) return undefined;
  const page = await form
    .refused(answer.code, { host, language: languageOf(c) })
    .catch(() => undefined);
  return page && pageAnswer({ ...page, status: statuses[answer.code] });
}

const languageOf = (c: HonoContext): "sv" | "en" => (c.req.query("lang") === "en" ? "en" : "sv");

const wantsPage = (c: HonoContext): boolean =>
  c.req.header("accept")?.includes("text/html") ?? false;

/** While it is away, or a flood is on, everybody is told the same: a line each would only fill the disk. */
const tellAway = seldom((fields) => log.error("database-away", fields));

/** A database that is away comes back: that is worth another try, a fault of ours is not. */
function faultOf(error: unknown): Failure<"try-again" | "our-fault"> {
  return fail(isAway(error) ? "try-again" : "our-fault");
}

async function judge(
  parts: RouterParts,
  door: Door,
  c: HonoContext,
  host: HostView | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  if (!host) return fail("unknown-host");
  if (door.refusePrefetch && isAheadOfAct(c)) return fail("prefetch-refused");
  if (door.method !== "GET" && !door.outside && isForeign(c, door)) return fail("foreign-origin");
  const actor = await parts.actorOf(c.req.raw, host);
  const refused = refusal(door.access, actor);
  if (refused) return refused;
  const body = await readBody(door, c.req.raw);
  if (!body.ok) return body;
  const query = new URL(c.req.url).searchParams;
  const context: Context<unknown> = {
    config: parts.config,
    database: parts.database,
    host,
    actor,
    body: body.value,
    params: c.req.param(),
    query,
    language: languageOf(c),
    request: c.req.raw,
    paths: () => publicPaths(parts.doors, host),
    setHeader: (name, value) => {
      headers[name] = value;
    },
  };
  return door.handle(context as Context<never>);
}

const publicPaths = (doors: readonly Door[], host: HostView): string[] =>
  doors
    .filter((door) => door.method === "GET" && door.access === "anyone" && standsOn(door, host))
    .map(({ path }) => path);

function standsOn(door: Door, host: HostView): boolean {
  if (door.host === "any") return true;
  if (door.host === "federation") return isFederation(host);
  return host.jour !== null && (door.federationToo === true || !isFederation(host));
}

function isAheadOfAct(c: HonoContext): boolean {
  const purpose = c.req.header("sec-purpose") ?? c.req.header("purpose") ?? "";
  return purpose.includes("prefetch");
}

/** A request that changes something must come from our own page on this very host. */
function isForeign(c: HonoContext, { form }: Door): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin";
  // A text browser names no origin. Nothing of hers goes along by itself: no cookie, no session.
  const origin = c.req.header("origin") ?? (form && c.req.header("referer"));
  if (origin === undefined) return form === undefined;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header("host");
}

function codeAnswer(answer: Exclude<Answer, Response>): Response {
  if (answer.ok) return Response.json(answer.value ?? null);
  const code: Code = answer.code;
  const body = answer.details === undefined ? {} : { details: answer.details };
  return Response.json({ error: code, ...body }, { status: statuses[code] });
}

function pageAnswer({ status = 200, headers, body }: Page): Response {
  return new Response(body, { status, headers });
}

function withHeaders(
  response: Response,
  config: Config,
  extra: Readonly<Record<string, string>>,
): Response {
  const headers = finalHeaders(response.headers, config);
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

function refuseDoubles(doors: readonly Door[]): void {
  const seen = new Set<string>();
  for (const door of doors) {
    const key = `${door.method} ${door.host} ${door.path}`;
    if (seen.has(key)) throw new Error(`two doors stand at ${key}`);
    seen.add(key);
  }
}
