import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../config.server.ts";
import type { Database, JourId } from "../database/index.server.ts";
import { Glances } from "./glances.server.ts";
import type { HostView } from "./hosts.server.ts";
import { PageCache, type PageContext } from "./pages.server.ts";
import { createRouter } from "./router.server.ts";

const slugs = ["mira", "vide", "ljus"];
const viewOf = (slug: string): HostView => ({
  host: `${slug}.localhost`,
  jour: { id: `id-${slug}` as JourId, slug, name: slug, demo: true },
  faceId: "f",
  primaryHost: `${slug}.localhost`,
});

let pages: PageCache;
let app: Hono;
let clock: number;
let open: boolean;
let rendered: PageContext[];

beforeEach(() => {
  clock = Date.parse("2026-11-26T18:32:10Z");
  open = true;
  rendered = [];
  pages = new PageCache();
  const glances = new Glances(() => clock);
  const read = readConfig({});
  if (!read.ok) throw new Error("the demo needs no configuration");
  const look = ({ host }: PageContext) => glances.look(host.host, async () => ({ open }));
  const render = (value: { open: boolean }, context: PageContext) => {
    rendered.push(context);
    const { host, language, port, params, query } = context;
    const said = [host.jour?.name, language, port, params["door"], query["q"], value.open];
    const status = params["door"] === "nowhere" ? 404 : 200;
    return { status, headers: { "Content-Type": "text/html" }, body: said.join(" ") };
  };
  const door = { host: "jour", look, render } as const;
  app = createRouter({
    config: read.value,
    database: undefined as unknown as Database,
    hosts: async (host) => {
      const slug = slugs.find((one) => host?.toLowerCase().startsWith(`${one}.localhost`));
      return slug === undefined ? undefined : viewOf(slug);
    },
    doors: [
      pages.door({ ...door, path: "/", query: ["q"] }),
      pages.door({ ...door, path: "/door/:door" }),
      pages.door({ ...door, path: "/api", refusePrefetch: true }),
    ],
    actorOf: async () => ({ kind: "nobody" }),
    faultPage: () => ({ status: 404, headers: {}, body: "" }),
  });
});

type Sent = Record<string, string>;
interface Got {
  readonly status: number;
  readonly headers: Sent;
  readonly body: Buffer;
}

/** What lies ready for a request; undefined when it has to go through the router. */
function ready(path: string, headers: Sent, method = "GET"): Got | undefined {
  let got: Got | undefined;
  const response = {
    writeHead(status: number, flat: string[]) {
      const named = flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]]] : []));
      return {
        end(text: string, encoding: BufferEncoding) {
          const body = Buffer.from(text, encoding);
          got = { status, headers: Object.fromEntries(named) as Sent, body };
        },
      };
    },
  };
  const rawHeaders = Object.entries(headers).flat();
  const request = { method, url: path, rawHeaders } as unknown as IncomingMessage;
  const isReady = pages.request(request, response as unknown as ServerResponse);
  expect(isReady).toBe(got !== undefined);
  return got;
}

async function routed(path: string, headers: Sent, method = "GET"): Promise<Got> {
  const answer = await app.request(path, { method, headers });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
}

const at = (slug: string, more: Sent = {}): Sent => ({ host: `${slug}.localhost:8080`, ...more });
const textOf = (got: Got | undefined): string | undefined => got?.body.toString();

describe("a page that lies ready", () => {
  it("is rendered once for all who ask, and is the same bytes with the same headers", async () => {
    expect(ready("/", at("mira"))).toBeUndefined();
    const [first, second] = await Promise.all([routed("/", at("mira")), routed("/", at("mira"))]);
    expect(first).toEqual(second);
    expect(ready("/", at("mira"))).toEqual(first);
    expect(rendered).toHaveLength(1);
    expect(first.headers).toMatchObject({ "cache-control": "no-store", vary: "Accept-Encoding" });
    expect(first.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(first.headers["x-robots-tag"]).toContain("noindex");
  });

  it("goes out in the coding that the browser takes", async () => {
    await routed("/", at("mira"));
    const coded = (name: string) => ready("/", at("mira", { "accept-encoding": name }));
    const plain = textOf(coded("identity"));
    expect(brotliDecompressSync(coded("gzip, br")?.body ?? "").toString()).toBe(plain);
    expect(gunzipSync(coded("gzip")?.body ?? "").toString()).toBe(plain);
    expect(coded("br")?.headers["content-encoding"]).toBe("br");
    expect(rendered).toHaveLength(1);
  });

  it("belongs to one host, port and language, and is never shown for another", async () => {
    const asks = slugs.flatMap((slug) =>
      ["", "?lang=en"].flatMap((query) =>
        ["8080", "9090"].map((port) => ({ slug, query, port, host: `${slug}.localhost:${port}` })),
      ),
    );
    const wanted = asks.map(
      ({ slug, query, port }) => `${slug} ${query === "" ? "sv" : "en"} :${port} `,
    );
    const first = await Promise.all(asks.map(({ host, query }) => routed(`/${query}`, { host })));
    expect(first.map((got) => textOf(got)?.replace(/ +true$/, " "))).toEqual(wanted);
    const later = asks.map(({ host, query }) => textOf(ready(`/${query}`, { host })));
    expect(later).toEqual(first.map(textOf));
    expect(ready("/", at("nobody"))).toBeUndefined();
    expect(rendered).toHaveLength(asks.length);
  });

  it("knows nothing of whoever asks", async () => {
    const visitor = {
      cookie: "session=hers",
      "user-agent": "her phone",
      "accept-language": "fa-IR",
      "x-forwarded-for": "192.0.2.7",
      referer: "https://elsewhere.example/",
    };
    const hers = await routed("/door/woman", at("mira", visitor));
    expect(ready("/door/woman", at("mira"))).toEqual(hers);
    expect(hers.headers).not.toHaveProperty("set-cookie");
    const told = Object.keys(rendered[0] ?? {}).sort();
    expect(told).toEqual(["config", "database", "host", "language", "params", "port", "query"]);
    const { host, language, params, port, query } = rendered[0] ?? {};
    const said = JSON.stringify({ host, language, params, port, query });
    for (const word of Object.values(visitor)) expect(said).not.toContain(word);
  });

  it("is not taken ahead of a person's act, nor for another method", async () => {
    await routed("/api", at("mira"));
    expect(ready("/api", at("mira"))).toBeDefined();
    expect(ready("/api", at("mira", { "sec-purpose": "prefetch" }))).toBeUndefined();
    expect((await routed("/api", at("mira", { "sec-purpose": "prefetch" }))).status).toBe(403);
    for (const method of ["HEAD", "POST", "PUT", "DELETE"])
      expect(ready("/api", at("mira"), method)).toBeUndefined();
    const head = await routed("/api", at("mira"), "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

describe("a page that changes", () => {
  it("is asked for again after a second, and rendered again only when something is different", async () => {
    const before = await routed("/", at("mira"));
    clock += 1000;
    expect(ready("/", at("mira"))).toBeUndefined();
    expect(await routed("/", at("mira"))).toEqual(before);
    expect([ready("/", at("mira")), rendered.length]).toEqual([before, 1]);
    open = false;
    clock += 1000;
    expect(textOf(await routed("/", at("mira")))).toContain("false");
    expect(textOf(ready("/", at("mira")))).toContain("false");
  });
});

describe("the room that pages take", () => {
  it("is not filled by questions that change nothing, by pages that do not exist, or by searches", async () => {
    const plain = await routed("/", at("mira"));
    for (const query of ["?x=1", "?x=2&lang=sv", "?lang=xx", "?lang=en?"])
      expect(await routed(`/${query}`, at("mira"))).toEqual(plain);
    expect(textOf(await routed("/?q=vide", at("mira")))).toContain("vide");
    expect((await routed("/door/nowhere", at("mira"))).status).toBe(404);
    expect((await routed("/elsewhere", at("mira"))).status).toBe(404);
    expect(pages.size).toBe(1);
    expect(ready("/?q=vide", at("mira"))).toBeUndefined();
    expect(ready("/door/nowhere", at("mira"))).toBeUndefined();
  });

  it("is one for all spellings of a place", async () => {
    await routed("/door/woman", at("mira"));
    await routed("/door/%77oman", { host: "MIRA.localhost:8080" });
    expect([pages.size, rendered.length]).toEqual([1, 1]);
    expect(ready("/door/woman", { host: "Mira.Localhost:8080" })).toBeDefined();
  });

  it("has an end: what is asked for stays, what nobody asks for goes", async () => {
    await routed("/", at("mira"));
    for (let port = 1; port <= 1000; port++) {
      await routed("/", { host: `mira.localhost:${port}` });
      expect(ready("/", at("mira"))).toBeDefined();
    }
    expect(pages.size).toBe(400);
    expect(ready("/", { host: "mira.localhost:1" })).toBeUndefined();
    expect(ready("/", { host: "mira.localhost:1000" })).toBeDefined();
  });
});
