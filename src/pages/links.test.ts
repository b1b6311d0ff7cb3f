import {
  createServer,
  request as plainRequest,
  type RequestListener,
  type Server,
} from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  admitEditors,
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type LinkList, pagePaths as paths } from "./contract.ts";
import { tryLinks } from "./link-list.server.ts";
import { isPublic, tryLink, type Ways } from "./outward.server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Another site, without the encryption of the line; all that is asked of it is written down. */
async function site(answer: RequestListener, more: Partial<Ways> = {}) {
  const asked: Asked[] = [];
  const went: unknown[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, headers });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const ways: Ways = {
    resolve: async () => ["93.184.216.34"],
    isPublic,
    ask: (options, heard) => {
      went.push([options.host, options.port, options.servername]);
      return plainRequest({ ...options, host: "127.0.0.1", port }, heard);
    },
    ...more,
  };
  return { asked, went, ways };
}

const toldBy =
  (pages: Readonly<Record<string, [number, string?]>>): RequestListener =>
  (request, response) => {
    const [status, location] = pages[request.url ?? ""] ?? [404];
    response.writeHead(status, location === undefined ? {} : { Location: location }).end();
  };

describe("a link to another site", () => {
  it("is asked for its head, once, by name, at the address that was found", async () => {
    const { asked, went, ways } = await site(toldBy({ "/a?b=1": [200] }));
    expect(await tryLink("https://ok.example/a?b=1#c", ways)).toEqual({ reached: "there" });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: "HEAD", url: "/a?b=1" });
    expect(asked[0]?.headers).toMatchObject({
      host: "ok.example",
      "user-agent": "Lykta link check",
    });
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "connection",
      "host",
      "user-agent",
    ]);
    expect(went).toEqual([["93.184.216.34", 443, "ok.example"]]);
  });

  it("is told to be gone, to have moved for good, or to answer others only", async () => {
    const { ways } = await site(
      toldBy({
        ...{ "/bort": [410], "/flyttad": [301, "/ny"], "/ny": [200], "/kort": [302, "/ny"] },
        ...{ "/stangd": [403], "/runt": [301, "/runt"], "/dit": [308, "https://annan.example/ny"] },
      }),
    );
    const told = async (path: string) => tryLink(`https://ok.example${path}`, ways);
    expect(await told("/finns-inte")).toEqual({ reached: "gone" });
    expect(await told("/bort")).toEqual({ reached: "gone" });
    expect(await told("/flyttad")).toEqual({ reached: "moved", to: "https://ok.example/ny" });
    expect(await told("/dit")).toEqual({ reached: "moved", to: "https://annan.example/ny" });
    // For now only: the link is right as it stands.
    expect(await told("/kort")).toEqual({ reached: "there" });
    expect(await told("/stangd")).toEqual({ reached: "unsure" });
    expect(await told("/runt")).toEqual({ reached: "unsure" });
  });

  it("that answers only to whoever wants the page is asked for it, and not read", async () => {
    let sent = 0;
    const { asked, ways } = await site((request, response) => {
      if (request.method === "HEAD") return void response.writeHead(405).end();
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent++;
      };
      response.on("drain", more);
      more();
    });
    expect(await tryLink("https://ok.example/", ways)).toEqual({ reached: "there" });
    expect(asked.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
    expect(sent * 64).toBeLessThan(8 * 1024);
  });

  it("is silent where nobody is, where the name is none, and where the line breaks", async () => {
    const broken = await site((request) => void request.socket.destroy());
    expect(await tryLink("https://ok.example/", broken.ways)).toEqual({ reached: "silent" });
    const nameless = await site(toldBy({}), {
      resolve: () => Promise.reject(new Error("ENOTFOUND")),
    });
    expect(await tryLink("https://ok.example/", nameless.ways)).toEqual({ reached: "silent" });
  });
});

describe("no link leads the server to itself or to its neighbours", () => {
  it("whichever way its address is written, or found", async () => {
    const { asked, ways } = await site(toldBy({ "/": [200] }));
    for (const address of [
      ...["https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/"],
      ...[
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
      ],
      ...["https://169.254.169.254/latest/meta-data/", "https://10.1.2.3/", "https://0.0.0.0/"],
      ...[
        "http://ok.example/",
        "https://ok.example:8443/",
        "https://a:b@ok.example/",
        "file:///etc/passwd",
      ],
      ...[
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://100.64.0.1/",
        "gopher://x",
      ],
    ])
      expect(await tryLink(address, ways), address).toEqual({ reached: "not-public" });
    for (const found of [
      ["10.0.0.1"],
      ["93.184.216.34", "127.0.0.1"],
      ["::1"],
      ["::ffff:127.0.0.1"],
    ])
      expect(await tryLink("https://ok.example/", { ...ways, resolve: async () => found })).toEqual(
        {
          reached: "not-public",
        },
      );
    expect(asked).toEqual([]);
  });

  it("nor by sending it on", async () => {
    const pages = {
      ...{ "/a": [301, "https://127.0.0.1/"], "/b": [302, "http://ok.example/"] },
      ...{ "/c": [302, "https://ok.example:22/"], "/d": [302, "file:///etc/passwd"] },
    } as const;
    const { asked, ways } = await site(
      toldBy(pages as unknown as Record<string, [number, string]>),
    );
    for (const path of Object.keys(pages))
      expect(await tryLink(`https://ok.example${path}`, ways), path).toEqual({
        reached: "not-public",
      });
    expect(asked).toHaveLength(4);
  });

  it("nor by a name that is found anew for the second question", async () => {
    let count = 0;
    const resolve = async (): Promise<string[]> => [++count === 1 ? "93.184.216.34" : "127.0.0.1"];
    const { asked, ways } = await site(toldBy({ "/a": [301, "/b"], "/b": [200] }), { resolve });
    expect(await tryLink("https://ok.example/a", ways)).toEqual({ reached: "not-public" });
    expect(asked).toHaveLength(1);
  });

  it("while the open internet is open", () => {
    for (const address of [
      "93.184.216.34",
      "8.8.8.8",
      "172.32.0.1",
      "192.169.0.1",
      "2a00:801::1",
      "2606:2800::1",
    ])
      expect(isPublic(address), address).toBe(true);
    for (const address of [
      "",
      "ok.example",
      "1.2.3",
      "::",
      "2001:db8::1",
      "2001::1",
      "ff02::1",
      "255.255.255.255",
    ])
      expect(isPublic(address), address).toBe(false);
  });
});

describe("the links of a site", () => {
  let house: SiteHouse;
  let mira: JourId;
  beforeAll(async () => {
    house = await siteHouse();
    const jours = await house.database.shared((tx) =>
      tx.rows<{ id: JourId }>("select id from jours where slug = 'mira'"),
    );
    mira = jours[0]?.id as JourId;
    await admitEditors(house.database);
  });
  afterAll(() => house.close());

  async function ask<T>(path: string, body: object, host = "mira"): Promise<T> {
    const answer = await house.ask(host, path, { actor: coordinator, method: "POST", body });
    return (await answer.json()) as T;
  }
  const made = async (slug: string, body: string): Promise<string> => {
    const settings = { kind: "guide", slug, face: null, dated: null, position: 0 };
    const { page } = await ask<{ page: string }>(paths.make, {
      ...settings,
      language: "sv",
      title: slug,
    });
    const text = { title: slug, summary: "", body, cover: null };
    await ask(paths.save, { page, language: "sv", after: 1, text });
    return page;
  };

  /** The pages of other modules are not in this router; tests/journeys/pages.test.ts looks at the whole house. */
  const others = /^\/(?:bli-medlem|bli-volontar|boka-forelasning|kontakta-oss|contact)/;
  async function lostAt(host?: string) {
    const { lost } = await ask<LinkList>(paths.links, {}, host);
    return lost.filter(({ address }) => !others.test(address));
  }

  it("are listed where they lead nowhere; those of the demo lead right", async () => {
    expect(await lostAt()).toEqual([]);
    const page = await made(
      "lank-prov",
      "[a](/sidor/borta) [b](/sidor/lank-prov) [c](http://x.example) [d](/sidor/om-oss) [e](/sidor/skyddat-boende) [f](/door/woman)",
    );
    const { outward } = await ask<LinkList>(paths.links, {});
    expect(await lostAt()).toEqual([
      { page, language: "sv", kind: "link-refused", address: "http://x.example" },
      { page, language: "sv", kind: "link-lost", address: "/sidor/borta" },
      { page, language: "sv", kind: "link-unpublished", address: "/sidor/lank-prov" },
      // The page stands on both faces, and what it leads to on one.
      { page, language: "sv", kind: "link-face", address: "/sidor/skyddat-boende" },
    ]);
    expect(outward.some((one) => one.page === page)).toBe(false);
    expect(await lostAt("vide")).toEqual([]);
  });

  it("to other sites are tried of one text at a time, each once, and of this jour alone", async () => {
    const page = await made(
      "ut-prov",
      "[a](https://a.example/) [b](https://b.example/x) [a](https://a.example/) [c](/sidor)",
    );
    const place = { page, language: "sv" } as const;
    const tried: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((go) => (release = go));
    const first = tryLinks(house.database, mira, place, async (address) => {
      tried.push(address);
      await held;
      return { reached: "there" };
    });
    await expect.poll(() => tried.length).toBe(2);
    expect(await tryLinks(house.database, mira, place)).toEqual({ ok: false, code: "busy" });
    release();
    expect(await first).toMatchObject({
      ok: true,
      value: { tried: [{ address: "https://a.example/" }, { address: "https://b.example/x" }] },
    });
    expect(await ask(paths.tryLinks, place, "vide")).toMatchObject({ error: "not-found" });
    const asked = { method: "POST", body: place } as const;
    expect((await house.ask("mira", paths.tryLinks, { ...asked, actor: volunteer })).status).toBe(
      403,
    );
    expect((await house.ask("mira", paths.tryLinks, asked)).status).toBe(401);
  });
});
