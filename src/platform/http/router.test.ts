import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../config.server.ts";
import type { Database, JourId } from "../database/index.server.ts";
import { captureLog } from "../log.ts";
import { ok } from "../result.ts";
import { type Actor, defineDoor, type Door } from "./door.server.ts";
import { createRouter } from "./router.server.ts";

function demoConfig() {
  const read = readConfig({});
  if (!read.ok) throw new Error("the demo needs no configuration");
  return read.value;
}

const mira = {
  host: "mira.localhost",
  jour: { id: "j" as JourId, slug: "mira", name: "Mira", demo: true },
  faceId: "f",
  primaryHost: "mira.localhost",
};
const federation = { host: "localhost", jour: null, faceId: null, primaryHost: "localhost" };

function routerOf(doors: Door[], actor: Actor = { kind: "nobody" }) {
  return createRouter({
    config: demoConfig(),
    database: undefined as unknown as Database,
    hosts: async (host) =>
      host === "mira.localhost" ? mira : host === "localhost" ? federation : undefined,
    doors,
    actorOf: async () => actor,
    faultPage: (code, _, language) => ({
      ...{ status: 404, headers: {} },
      body: `<h1>${code === "not-found" ? "Här finns ingenting" : code} ${language}</h1>`,
    }),
  });
}

const open = defineDoor({
  method: "POST",
  path: "/open/:id",
  host: "jour",
  access: "anyone",
  body: z.object({ word: z.string().max(5) }),
  handle: ({ body, params }) => ok({ word: body.word, id: params["id"] }),
});
const staffOnly = defineDoor({
  method: "GET",
  path: "/staff",
  host: "jour",
  access: "coordinator",
  handle: () => ok("inside"),
});
const broken = defineDoor({
  method: "GET",
  path: "/broken",
  host: "any",
  access: "anyone",
  refusePrefetch: true,
  handle: () => {
    throw new Error("a secret of somebody");
  },
});

const away = defineDoor({
  method: "GET",
  path: "/away",
  host: "any",
  access: "anyone",
  handle: () => {
    throw Object.assign(new Error("could not extend a file of hers"), { code: "53100" });
  },
});

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body,
  headers: {
    host: "mira.localhost",
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
    ...headers,
  },
});
const errorOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error: unknown }).error;

describe("the router", () => {
  let release = (): void => {};
  afterEach(() => release());

  it("answers nonsense with literal codes", async () => {
    const app = routerOf([open]);
    const asks: [RequestInit, string, number][] = [
      [post("{"), "bad-json", 400],
      [post('{"word":"for långt"}'), "bad-input", 400],
      [post("x", { "content-type": "text/plain" }), "wrong-content-type", 415],
      [post(`"${"x".repeat(70_000)}"`), "too-large", 413],
      [post("{}", { "sec-fetch-site": "cross-site" }), "foreign-origin", 403],
      [post("{}", { host: "okänd.localhost" }), "unknown-host", 404],
      [post("{}", { host: "localhost" }), "not-found", 404],
    ];
    for (const [init, code, status] of asks) {
      const answer = await app.request("/open/7", init);
      expect([answer.status, await errorOf(answer)]).toEqual([status, code]);
    }
    const right = await app.request("/open/7", post('{"word":"hej"}'));
    expect(await right.json()).toEqual({ word: "hej", id: "7" });
  });

  it("tells whoever looks at a page in words, in her language; a program gets the code", async () => {
    const app = routerOf([open, broken, away]);
    const looks = { headers: { host: "mira.localhost", accept: "text/html,*/*;q=0.8" } };
    const asks: [string, number, string][] = [
      ["/nowhere", 404, "Här finns ingenting sv"],
      ["/nowhere?lang=en", 404, "Här finns ingenting en"],
      ["/broken?lang=en", 500, "our-fault en"],
      ["/away", 503, "try-again sv"],
    ];
    for (const [path, status, said] of asks) {
      const answer = await app.request(path, looks);
      expect([answer.status, await answer.text()], path).toEqual([status, `<h1>${said}</h1>`]);
    }
    const program = await app.request("/away", { headers: { host: "mira.localhost" } });
    expect([program.status, await errorOf(program)]).toEqual([503, "try-again"]);
  });

  it("says where the fault is, but never again a name that the sender chose", async () => {
    const fields = defineDoor({
      ...{ method: "POST", path: "/open/:id", host: "jour", access: "anyone" },
      body: z.record(z.string(), z.string()),
      handle: () => ok("taken"),
    });
    const sent = post('{"nej":1,"Kära ni, jag heter Ronja":1}');
    const answer = await routerOf([fields]).request("/open/7", sent);
    const { details } = (await answer.json()) as { details: unknown };
    const fault = "invalid_type";
    expect(details).toEqual([
      { at: "nej", fault },
      { at: "?", fault },
    ]);
  });

  it("lets in whom the rule names, and nobody else", async () => {
    const volunteer = {
      kind: "member",
      memberId: "m",
      role: "volunteer",
      teams: [],
      sessionId: "s",
    } as const;
    const ask = (actor: Actor) =>
      routerOf([staffOnly], actor).request("/staff", { headers: { host: "mira.localhost" } });
    expect(await errorOf(await ask({ kind: "nobody" }))).toBe("sign-in-first");
    expect(await errorOf(await ask(volunteer))).toBe("not-allowed");
    expect((await ask({ ...volunteer, role: "coordinator" })).status).toBe(200);
  });

  it("keeps a fault to itself: no message, no stack, and none in the log", async () => {
    const lines: string[] = [];
    release = captureLog((line) => lines.push(line));
    const answer = await routerOf([broken]).request("/broken", { headers: { host: "localhost" } });
    expect([answer.status, await errorOf(answer)]).toEqual([500, "our-fault"]);
    expect(lines.join()).toContain("door-failed");
    expect(lines.join()).not.toContain("secret");
  });

  it("says that a database which is away is worth another try", async () => {
    release = captureLog(() => undefined);
    const answer = await routerOf([away]).request("/away", { headers: { host: "localhost" } });
    expect([answer.status, await errorOf(answer)]).toEqual([503, "try-again"]);
  });

  it("stores nothing in caches, tells no referrer, and refuses to be fetched ahead", async () => {
    const app = routerOf([open, broken]);
    const ahead = await app.request("/broken", {
      headers: { host: "localhost", "sec-purpose": "prefetch;prerender" },
    });
    expect(await errorOf(ahead)).toBe("prefetch-refused");
    expect(ahead.headers.get("cache-control")).toBe("no-store");
    expect(ahead.headers.get("referrer-policy")).toBe("no-referrer");
    expect(ahead.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("leads one path to different doors on different hosts", async () => {
    const at = (host: "jour" | "federation") =>
      defineDoor({ method: "GET", path: "/", host, access: "anyone", handle: () => ok(host) });
    const app = routerOf([at("jour"), at("federation")]);
    const ask = async (host: string) =>
      (await app.request("/", { headers: { host } })).json() as Promise<unknown>;
    expect(await ask("mira.localhost")).toBe("jour");
    expect(await ask("localhost")).toBe("federation");
    expect(await ask("elsewhere.localhost")).toEqual({ error: "unknown-host" });
  });

  it("does not start with two doors in one place", () => {
    expect(() => routerOf([open, open])).toThrow("two doors");
  });
});
