import { mkdtempSync, rmSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { peoplePaths } from "../../src/people/contract.ts";
import { type House, laptop, openBrowser, openHouse } from "../journeys/harness.server.ts";
import { enterDesk } from "../journeys/staff.server.ts";
import { goOnDuty, queue } from "../journeys/talk.server.ts";
import { type Canary, canary, knownText } from "./canary.server.ts";
import { checkpoint, searchDisk, searchMemoryOf, searchTables } from "./house.server.ts";
import { searchFiles } from "./places.server.ts";
import { Search } from "./search.server.ts";

/** What passes through the program on its way to an answer or a refusal, and is to be kept nowhere. */
const passing = {
  agent: canary("a browser's name"),
  query: canary("a word in a query"),
  path: canary("a word in a path"),
  town: canary("a town that was searched for"),
  header: canary("a header"),
  address: canary("an address that a proxy tells"),
  cookie: canary("a cookie that is not ours"),
  refused: canary("a body that is refused"),
  broken: canary("a body that is no JSON"),
  large: canary("a body that is too large"),
  token: canary("a token that nobody has"),
  socket: canary("a text on the live connection that means nothing"),
  frame: canary("bytes on the live connection that mean nothing"),
  polled: canary("a poll that means nothing"),
  name: canary("a name that is too long"),
  zero: canary("a name that the database refuses"),
};
const hers: Canary[] = [];
/** What the demo says on its output, where the search must see it. */
let printed: Canary;

let house: House;
let browser: Browser;
let desk: Page;
let temporary: string;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "lykta-passing-"));
  const open = openHouse({ DATABASE_URL: "", TMPDIR: temporary });
  [house, browser] = await Promise.all([open, openBrowser()]);
  const { hash } = new URL(house.invitations.coordinator);
  printed = knownText("an invitation to the demo", hash.slice("#i=".length));
  desk = await (await laptop(browser)).newPage();
  await enterDesk(desk, house.invitations.volunteers[0] ?? "", "Maja");
  await goOnDuty(desk, "Alma");
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  rmSync(temporary, { recursive: true, force: true });
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As any program may ask, without the manners of a browser; resolves to the status. */
function send({
  method = "GET",
  path,
  host = "mira.localhost",
  headers = {},
  body,
}: Sent): Promise<number> {
  const named = `${host}:${house.port}`;
  const all = { Host: named, Origin: `http://${named}`, ...headers };
  return new Promise((resolve, reject) => {
    const asked = ask({ port: house.port, method, path, headers: all }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject).end(body);
  });
}

const post = (path: string, body: string, type = "application/json"): Promise<number> =>
  send({ method: "POST", path, headers: { "Content-Type": type }, body });

/** Says it on the live connection; resolves when the server has closed or answered. */
function speak(message: string | Buffer): Promise<void> {
  const host = `mira.localhost:${house.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${house.port}/live`, {
    headers: { Host: host },
    origin: `http://${host}`,
  });
  return new Promise((resolve, reject) => {
    socket.on("open", () => socket.send(message));
    socket.on("message", () => socket.close());
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
}

const rename = (name: string): Promise<number> =>
  desk.evaluate(
    async ([path = "", body = ""]) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(path, { method: "PUT", headers, body })).status;
    },
    [peoplePaths.myName, JSON.stringify({ name })],
  );

describe("what passes through the program", () => {
  test("is answered or refused", async () => {
    const { core } = passing.header;
    const headers = {
      "User-Agent": passing.agent.core,
      "X-Note": core,
      Referer: `http://a.example/${core}`,
      "Accept-Language": `sv, ${core}`,
      "X-Forwarded-For": passing.address.core,
      Cookie: `other=${passing.cookie.core}`,
    };
    expect(await send({ path: `/?q=${passing.query.core}`, headers })).toBe(200);
    expect(await send({ path: `/?q=${passing.town.core}`, host: "localhost" })).toBe(200);
    expect(await send({ path: `/${passing.path.core}` })).toBe(404);
    expect(await send({ path: `/door/${encodeURIComponent(passing.path.text)}` })).toBe(404);
    const open = "/contact/api/open";
    expect(await post(open, JSON.stringify({ door: passing.refused.text }))).toBe(400);
    expect(await post(open, `{"door": ${passing.broken.text}`)).toBe(400);
    expect(await post(open, passing.large.text.repeat(4000))).toBe(413);
    const token = JSON.stringify({ token: passing.token.core });
    await post("/contact/api/end", token);
    await post("/contact/api/leave", token, "text/plain");
    await post("/live/poll", passing.polled.text.repeat(3), "application/octet-stream");
    await speak(JSON.stringify({ t: passing.socket.text }));
    await speak(JSON.stringify({ t: "auth", v: 1, token: passing.token.core }));
    await speak(Buffer.from(passing.frame.text));
    expect(await rename(passing.name.text.repeat(50))).toBe(400);
    expect(await rename(`${passing.zero.core}\0`)).toBeGreaterThanOrEqual(400);
  });

  test("is on no disk and in no log, though the memory of the program shows that it was there", async () => {
    const all = Object.values(passing);
    const memory = new Search(all);
    searchMemoryOf(memory, house);
    for (const one of [passing.query, passing.agent, passing.refused, passing.large]) {
      expect(memory.placesOf(one)).toContainEqual(expect.stringMatching(/^memory of the program/));
    }
    const inDatabase = memory.hits.filter(({ place }) => place.startsWith("memory of PostgreSQL"));
    expect(inDatabase).toEqual([]);
    const search = await disk([...all, printed]);
    expect(search.placesOf(printed)).toContain("output of the program");
    expect(search.of(all)).toEqual([]);
  });

  test("nor is what names her tab: its token, its pass, its proof of work", async () => {
    const seeker = await (await laptop(browser)).newPage();
    const opened = seeker.waitForResponse(/\/contact\/api\/open$/);
    await queue(seeker, house);
    const answer = await opened;
    const { token, pass } = (await answer.json()) as { token: string; pass: string };
    const { proof } = JSON.parse(answer.request().postData() ?? "") as {
      proof: { challenge: { signature: string }; solution: { derivedKey: string } };
    };
    hers.push(
      knownText("her token", token.split(".")[2] ?? ""),
      knownText("her pass", pass),
      knownText("her challenge", proof.challenge.signature),
      knownText("her solution", proof.solution.derivedKey),
    );
    const memory = new Search(hers);
    searchMemoryOf(memory, house);
    expect(memory.hits.map(({ canary: name }) => name)).toContain("her token");
    expect((await disk(hers)).of(hers)).toEqual([]);
  });
});

async function disk(canaries: readonly Canary[]): Promise<Search> {
  const search = new Search(canaries);
  await checkpoint(house);
  searchDisk(search, house);
  searchFiles(search, temporary);
  await searchTables(search, house);
  return search;
}
