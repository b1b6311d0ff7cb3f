import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { originIn } from "../config.server.ts";
import { type Context, defineDoor, type Door } from "./door.server.ts";
import type { Glance } from "./glances.server.ts";
import { type Head, skim } from "./head.server.ts";
import { finalHeaders } from "./headers.server.ts";
import type { HotPaths } from "./serve.server.ts";

export interface Page {
  /** 200 unless told; only such a page is kept. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** All that a page may know of whoever asks: the place and the language. So none can be about a visitor. */
export interface PageContext extends Pick<
  Context,
  "config" | "database" | "host" | "params" | "language"
> {
  /** ":8080" or nothing, as in the address that was asked for. */
  readonly port: string;
  /** Those parameters of the query that the door names, '' where missing. */
  readonly query: Readonly<Record<string, string>>;
}

/** Scheme and host as whoever asked has them, port and all; without a slash at the end. */
export function originAsked({ config, host, port }: PageContext): string {
  if (config.mode === "production") return originIn(config)(host.host);
  return `http://${host.host}${port}`;
}

export interface PageDoor<T> extends Pick<Door, "path" | "host" | "refusePrefetch"> {
  /** Parameters of the query that change the page; with one of them it is rendered and not kept. */
  readonly query?: readonly string[];
  /** All that the page shows besides place and language; it is rendered anew when this changes. */
  readonly look: (context: PageContext) => Promise<Glance<T>>;
  readonly render: (value: T, context: PageContext) => Page;
}

/**
 * A page in one coding, as Node sends it fastest: headers as name, value, name, …; the body with one character
 * a byte, for head and body then leave in one write.
 */
interface Form {
  readonly headers: string[];
  readonly body: string;
}

interface Ready {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly forms: Map<string, Form>;
  readonly source: Glance<unknown>;
}

/**
 * Whoever asks writes the port and the query, so there is no end of places: the longest unused go
 * first. A page takes some 35 KB in all its forms.
 */
const MAX_PAGES = 400;

/** Queries that are understood without being taken apart; all others go through the router. */
const plainQueries = new Map<string, Context["language"]>([
  ["", "sv"],
  ["?lang=sv", "sv"],
  ["?lang=en", "en"],
]);

/**
 * Public pages as they leave the house: rendered and compressed once for everybody, and answered
 * before the framework sees the request. Nothing of a visitor is in the key or in the page.
 */
export class PageCache {
  readonly #kept = new Map<string, Ready>();

  /** How many pages lie ready. */
  get size(): number {
    return this.#kept.size;
  }

  /** True when the page lay ready and has been sent. */
  request(
    { method, url = "", rawHeaders }: IncomingMessage,
    response: ServerResponse,
    asked: Head = skim(rawHeaders),
  ): boolean {
    if (method !== "GET") return false;
    const end = url.indexOf("?");
    const language = plainQueries.get(end < 0 ? "" : url.slice(end));
    if (!language || asked.isAhead) return false;
    const key = keyOf(asked.host, end < 0 ? url : url.slice(0, end), language);
    const ready = this.#kept.get(key);
    if (!ready?.source.isFresh()) return false;
    // Used last, let go last.
    this.#kept.delete(key);
    this.#kept.set(key, ready);
    const form = formOf(ready, asked.accepted);
    response.writeHead(ready.status, form.headers).end(form.body, "latin1");
    return true;
  }

  /** The hot paths of the house, with the pages before them. */
  before(others: HotPaths): HotPaths {
    return {
      upgrade: (request, socket, head) => others.upgrade(request, socket, head),
      request: (asked, answer, head) =>
        this.request(asked, answer, head) || others.request(asked, answer, head),
    };
  }

  /** A door whose answer is the same for everybody. */
  door<T>({ path, host, refusePrefetch = false, query = [], look, render }: PageDoor<T>): Door {
    const handle = async (context: Context): Promise<Response> => {
      const { headers: given } = context.request;
      const place = given.get("host") ?? "";
      const asked = askedOf(context, place, query);
      const source = await look(asked);
      const key = keyOf(place, pathOf(path, asked.params), asked.language);
      const ready = this.#ready(key, source, asked, render);
      const { headers, body } = formOf(ready, given.get("accept-encoding") ?? undefined);
      const bytes = Buffer.from(body, "latin1");
      return new Response(bytes, { status: ready.status, headers: pairs(headers) });
    };
    return defineDoor({ method: "GET", path, host, access: "anyone", refusePrefetch, handle });
  }

  #ready<T>(
    key: string,
    source: Glance<T>,
    asked: PageContext,
    render: PageDoor<T>["render"],
  ): Ready {
    const isPlain = Object.values(asked.query).every((value) => value === "");
    const kept = isPlain ? this.#kept.get(key) : undefined;
    if (kept?.source === source) return kept;
    const { status = 200, headers, body } = render(source.value, asked);
    const final = finalHeaders(headers, asked.config);
    const ready: Ready = { status, headers: final, body, forms: new Map(), source };
    if (isPlain && status === 200) this.#keep(key, ready);
    return ready;
  }

  #keep(key: string, ready: Ready): void {
    this.#kept.delete(key);
    this.#kept.set(key, ready);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_PAGES && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** The whole Host header: another port is another place, since pages link to their neighbours there. */
function keyOf(place: string, path: string, language: string): string {
  return `${language} ${place.toLowerCase()} ${path}`;
}

/** `/door/:door` with its names filled in, however the address spelled them. */
function pathOf(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "");
}

function askedOf(context: Context, place: string, named: readonly string[]): PageContext {
  const { config, database, host, params, language } = context;
  const port = /:\d+$/.exec(place)?.[0] ?? "";
  const query = Object.fromEntries(named.map((name) => [name, context.query.get(name) ?? ""]));
  return { config, database, host, params, language, port, query };
}

function formOf(ready: Ready, accepted = ""): Form {
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "";
  const made = ready.forms.get(encoding);
  if (made) return made;
  const body = compress(ready.body, encoding);
  const headers = [...ready.headers].flat();
  headers.push("vary", "Accept-Encoding", "content-length", String(body.byteLength));
  if (encoding !== "") headers.push("content-encoding", encoding);
  const form = { headers, body: body.toString("latin1") };
  ready.forms.set(encoding, form);
  return form;
}

function compress(text: string, encoding: string): Buffer<ArrayBuffer> {
  // Beyond this quality a page gains a hundredth and takes thirty times as long.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  if (encoding === "br") return Buffer.from(brotliCompressSync(text, { params }));
  return encoding === "gzip" ? Buffer.from(gzipSync(text)) : Buffer.from(text);
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ""]] : []));
}
