import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { captureLog } from "../../src/platform/log.ts";
import { type RealHouse, realHouse } from "../factories/real-house.server.ts";
import { soon } from "../factories/soon.ts";
import { wire } from "../factories/wire.server.ts";

// Requests as no browser writes them: other names of the host, other spellings of a path, other
// methods, other frames. Each has one answer, with a code, and none goes round a door's rule.

let house: RealHouse;
const logged: string[] = [];
let release = (): void => undefined;
beforeAll(async () => {
  house = await realHouse();
  release = captureLog((line) => logged.push(line));
});
afterAll(async () => {
  release();
  await house.close();
});

const HOST = "Host: mira.localhost";
const JSON_TYPE = "Content-Type: application/json";
const OURS = "Sec-Fetch-Site: same-origin";

/** The status and the code or the beginning of what is answered first. */
async function first(lines: readonly string[], body: string | Buffer = ""): Promise<string> {
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  const one = wire(house.port, Buffer.concat([head, Buffer.from(body)]));
  const said = await soon(() => {
    expect(one.said()).toMatch(/\r\n\r\n[^]*$/);
    return one.said();
  });
  one.socket.destroy();
  const [, status = "", rest = ""] = /^HTTP\/1.1 (\d+)[^]*?\r\n\r\n([^]*)$/.exec(said) ?? [];
  expect(said.toLowerCase(), "it may lie in a cache").toMatch(/no-store|101 switching/);
  return `${status} ${/"error":"([a-z-]+)"/.exec(rest)?.[1] ?? rest.slice(0, 12)}`.trim();
}

const robots = "200 User-agent:";
const face = "200 <!doctype ht";

describe("the host", () => {
  test.each<[string, readonly string[], string]>([
    ["of a jour, with a port, in capitals", ["Host: MIRA.localhost:8080"], robots],
    ["with a dot at its end", ["Host: mira.localhost."], "404 unknown-host"],
    ["that is not ours", ["Host: evil.example"], "404 unknown-host"],
    ["that is a number", ["Host: 127.0.0.1"], "404 unknown-host"],
    ["that is a long number", ["Host: [::1]:80"], "404 unknown-host"],
    ["twice", [HOST, "Host: evil.example"], "400 bad-input"],
    ["twice, ours last", ["Host: evil.example", HOST], "400 bad-input"],
    ["twice the same", [HOST, HOST], "400 bad-input"],
    ["two in one", ["Host: mira.localhost, evil.example"], "400 bad-input"],
    ["with a path", ["Host: mira.localhost/x"], "400 bad-input"],
    ["with a name before it", ["Host: x@mira.localhost"], "400 bad-input"],
    ["with an impossible port", ["Host: mira.localhost:99999"], "400 bad-input"],
    ["empty", ["Host:"], "400 bad-input"],
    ["with a NUL", ["Host: mira.localhost\0"], "400 bad-input"],
    ["not at all", [], "400 bad-input"],
    [
      "said by somebody else",
      ["Host: evil.example", "X-Forwarded-Host: mira.localhost", "Forwarded: host=mira.localhost"],
      "404 unknown-host",
    ],
    ["contradicted by somebody else", [HOST, "X-Forwarded-Host: evil.example"], robots],
  ])("%s", async (_, hosts, answer) => {
    expect(await first(["GET /robots.txt HTTP/1.1", ...hosts])).toBe(answer);
  });

  test.each([
    ["GET http://mira.localhost/robots.txt HTTP/1.1", robots],
    ["GET http://evil.example/robots.txt HTTP/1.1", "400 bad-input"],
    ["GET http:///robots.txt HTTP/1.1", "400 bad-input"],
    ["GET mira.localhost/robots.txt HTTP/1.1", "400 bad-input"],
    ["OPTIONS * HTTP/1.1", "400 bad-input"],
    ["CONNECT mira.localhost:443 HTTP/1.1", "405 wrong-method"],
  ])("in the address: %s", async (line, answer) => {
    expect(await first([line, HOST])).toBe(answer);
  });
});

test("too many headers, of which the last would be overlooked", async () => {
  const many = Array.from({ length: 201 }, () => "a:b");
  expect(await first(["GET /robots.txt HTTP/1.1", HOST, ...many])).toBe("400 bad-input");
  expect(await first(["GET /robots.txt HTTP/1.1", ...many, ...many, HOST])).toBe("400 bad-input");
});

describe("the path", () => {
  test.each([
    ["/%72obots.txt", robots],
    ["/a/../robots.txt", robots],
    ["/a/%2e%2e/robots.txt", robots],
    ["/robots.txt#x", robots],
    ["//robots.txt", "404 not-found"],
    ["/robots.txt/", "404 not-found"],
    ["/robots.txt;a=b", "404 not-found"],
    ["/ROBOTS.TXT", "404 not-found"],
    ["/robots.txt%00", "404 not-found"],
    ["/%zz", "404 not-found"],
    ["/contact/assets/%2e%2e%2findex.html", "404 not-found"],
    ["/contact/assets/..%2f..%2f..%2fetc%2fpasswd", "404 not-found"],
    ["/contact/assets/%00", "404 not-found"],
    ["/contact/assets/constructor", "404 not-found"],
    ["/door/__proto__", "404 <!doctype ht"],
    ["/?lang=en&lang=sv&q=%zz%ff%00&__proto__[x]=1", face],
    ["/desk\\api\\people\\session", "400 bad-input"],
    ["/\xff", "400 bad-input"],
  ])("%s", async (path, answer) => {
    expect(await first([`GET ${path} HTTP/1.1`, HOST])).toBe(answer);
  });

  // However a door's path is spelled, its rule comes with it.
  test.each([
    ["/desk/api/people/session", "401 sign-in-first"],
    ["/desk/api/people/%73ession", "401 sign-in-first"],
    ["/x/../desk/api/people/session", "401 sign-in-first"],
    ["/desk/./api/people/session?", "401 sign-in-first"],
    ["//desk/api/people/session", "404 not-found"],
    ["/desk//api/people/session", "404 not-found"],
    ["/desk%2fapi%2fpeople%2fsession", "404 not-found"],
    ["/desk/api/people/session/", "404 not-found"],
    ["/desk/api/people/session%20", "404 not-found"],
    ["/desk/api/people/session.", "404 not-found"],
    ["/Desk/api/people/session", "404 not-found"],
    ["/desk/api/people/session%00", "404 not-found"],
  ])("of a member: %s", async (path, answer) => {
    expect(await first([`GET ${path} HTTP/1.1`, HOST])).toBe(answer);
  });
});

describe("the method", () => {
  test.each([
    ["HEAD /robots.txt", "200"],
    ["HEAD /desk/api/people/session", "401"],
    ["HEAD /contact/api/open", "404"],
    ["GET /contact/api/open", "404 not-found"],
    ["OPTIONS /contact/api/open", "404 not-found"],
    ["TRACE /", "404 not-found"],
    ["PROPFIND /", "404 not-found"],
    ["PATCH /desk/api/people/mine/name", "404 not-found"],
    ["POST /contact/api/status", "404 not-found"],
    ["DELETE /live/poll", "405 wrong-method"],
    ["GET /live/poll", "405 wrong-method"],
    ["GET /live", "404 not-found"],
    ["FROB /", "400 bad-input"],
    ["get /", "400 bad-input"],
  ])("%s", async (line, answer) => {
    expect(await first([`${line} HTTP/1.1`, HOST, OURS])).toBe(answer);
  });

  test("is what the first line says, whatever a header says", async () => {
    const others = ["X-HTTP-Method-Override: GET", "X-Method-Override: GET"];
    const line = "POST /contact/api/status?_method=GET HTTP/1.1";
    expect(await first([line, HOST, OURS, "Content-Length: 0", ...others])).toBe("404 not-found");
  });
});

describe("the page that it comes from", () => {
  const length = "Content-Length: 2";
  const challenge = ["POST /contact/api/challenge HTTP/1.1", JSON_TYPE, length];
  test.each<[readonly string[], string]>([
    [[HOST, OURS], '200 {"challenge"'],
    [[HOST, "Origin: http://mira.localhost"], '200 {"challenge"'],
    [["Host: mira.localhost:81", "Origin: http://mira.localhost:81"], '200 {"challenge"'],
    [[HOST], "403 foreign-origin"],
    [[HOST, "Origin: null"], "403 foreign-origin"],
    [[HOST, "Origin:"], "403 foreign-origin"],
    [[HOST, "Origin: http://mira.localhost:81"], "403 foreign-origin"],
    [[HOST, "Origin: http://mira.localhost.evil.example"], "403 foreign-origin"],
    [[HOST, "Origin: http://vide.localhost"], "403 foreign-origin"],
    [[HOST, "Origin: http://mira.localhost, http://evil.example"], "403 foreign-origin"],
    [[HOST, "Origin: http://mira.localhost", "Origin: http://evil.example"], "403 foreign-origin"],
    [[HOST, "Sec-Fetch-Site: same-site", "Origin: http://mira.localhost"], "403 foreign-origin"],
    [[HOST, "Sec-Fetch-Site: none"], "403 foreign-origin"],
    [[HOST, OURS, "Sec-Fetch-Site: cross-site"], "403 foreign-origin"],
    [[HOST, "Referer: http://mira.localhost/"], "403 foreign-origin"],
  ])("%j", async (headers, answer) => {
    expect(await first([...challenge, ...headers], "{}")).toBe(answer);
  });

  const key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
  const upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", key];
  test.each<[string, readonly string[], string]>([
    ["/live", [HOST, "Origin: http://mira.localhost"], "101"],
    ["/live", [HOST], "403 foreign-origin"],
    ["/live", [HOST, "Origin: http://evil.example"], "403 foreign-origin"],
    ["/live", [HOST, "Origin: null"], "403 foreign-origin"],
    ["/live", [HOST, HOST, "Origin: http://mira.localhost"], "400 bad-input"],
    ["/live", ["Host: evil.example", "Origin: http://evil.example"], "404 unknown-host"],
    ["/live?token=s.x", [HOST, "Origin: http://mira.localhost"], "404 not-found"],
    ["/live/", [HOST, "Origin: http://mira.localhost"], "404 not-found"],
    ["/robots.txt", [HOST, "Origin: http://mira.localhost"], "404 not-found"],
  ])("of a socket at %s: %j", async (path, headers, answer) => {
    expect(await first([`GET ${path} HTTP/1.1`, ...headers, ...upgrade])).toMatch(answer);
  });
});

describe("the body", () => {
  const to = (path: string, ...headers: string[]): string[] => [
    `POST ${path} HTTP/1.1`,
    ...[HOST, OURS, JSON_TYPE, ...headers],
  ];
  const challenge = (...headers: string[]): string[] => to("/contact/api/challenge", ...headers);
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));

  test.each<[string, string[], string | Buffer, string]>([
    [
      "packed",
      challenge("Content-Encoding: gzip", `Content-Length: ${bomb.length}`),
      bomb,
      "415 wrong-content-type",
    ],
    [
      "packed twice",
      challenge("Content-Encoding: gzip, br", "Content-Length: 2"),
      "{}",
      "415 wrong-content-type",
    ],
    [
      "packed on its way",
      challenge("Transfer-Encoding: gzip, chunked"),
      "2\r\n{}\r\n0\r\n\r\n",
      "400 bad-input",
    ],
    [
      "in pieces",
      challenge("Transfer-Encoding: chunked"),
      "2\r\n{}\r\n0\r\n\r\n",
      '200 {"challenge"',
    ],
    ["of two lengths", challenge("Content-Length: 2", "Content-Length: 3"), "{}", "400 bad-input"],
    [
      "with a length and in pieces",
      challenge("Content-Length: 2", "Transfer-Encoding: chunked"),
      "0\r\n\r\n",
      "400 bad-input",
    ],
    ["without end, as announced", challenge("Content-Length: 99999999999"), "{}", "413 too-large"],
    [
      "with a strange wish",
      challenge("Expect: something", "Content-Length: 2"),
      "{}",
      '200 {"challenge"',
    ],
    [
      "in no UTF-8",
      challenge("Content-Length: 4"),
      Buffer.from([0x22, 0xc3, 0x28, 0x22]),
      "400 bad-json",
    ],
    [
      "in UTF-16",
      challenge("Content-Length: 6"),
      Buffer.from("\ufeff{}", "utf16le"),
      "400 bad-json",
    ],
  ])("%s", async (_, lines, body, answer) => {
    expect(await first(lines, body)).toBe(answer);
  });

  test("without end, in pieces, is answered before its end and not gathered", async () => {
    const one = wire(house.port, `${challenge("Transfer-Encoding: chunked").join("\r\n")}\r\n\r\n`);
    const piece = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const sending = setInterval(() => one.write(piece), 1);
    await soon(() => expect(one.said()).toContain('"too-large"'));
    await one.closed;
    clearInterval(sending);
  });

  test("that breaks off fills no log", async () => {
    const one = wire(house.port, `${challenge("Content-Length: 100").join("\r\n")}\r\n\r\n{`);
    await new Promise((go) => setTimeout(go, 50));
    one.socket.destroy();
    expect(await first(challenge("Content-Length: 2"), "{}")).toBe('200 {"challenge"');
    expect(logged).toEqual([]);
  });
});

test("who was refused and does not close her side is not waited for", async () => {
  const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];
  for (const lines of [
    ["GET /elsewhere HTTP/1.1", HOST, ...upgrade],
    ["GET /live HTTP/1.1", HOST, "Origin: http://evil.example", ...upgrade],
    ["CONNECT mira.localhost:443 HTTP/1.1", HOST],
    ["FROB / HTTP/1.1", HOST],
  ]) {
    const one = wire(house.port, `${lines.join("\r\n")}\r\n\r\n`, true);
    await soon(() => expect(one.said()).toContain('"error"'));
    // Writing into what is closed breaks; into what is only half closed it does not.
    const talking = setInterval(() => one.write("x"), 20);
    await one.closed;
    clearInterval(talking);
  }
});

describe("what is no request at all", () => {
  test.each<[string, string, string]>([
    [
      "a head too long",
      `GET / HTTP/1.1\r\n${HOST}\r\nX: ${"a".repeat(17_000)}\r\n\r\n`,
      "431 too-large",
    ],
    ["lines that end otherwise", `GET /robots.txt HTTP/1.1\n${HOST}\n\n`, "400 bad-input"],
    ["the greeting of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 bad-input"],
    ["the greeting of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400 bad-input"],
    ["a folded header", `GET / HTTP/1.1\r\n${HOST}\r\nX: a\r\n b\r\n\r\n`, "400 bad-input"],
    [
      "a space before the colon",
      `GET / HTTP/1.1\r\nHost : mira.localhost\r\n\r\n`,
      "400 bad-input",
    ],
  ])("%s", async (_, bytes, answer) => {
    const said = await wire(house.port, bytes).closed;
    expect(said).toMatch(
      new RegExp(`^HTTP/1.1 ${answer.slice(0, 3)} [^]*"error":"${answer.slice(4)}"}$`),
    );
    expect(said).toContain("no-store");
  });
});
