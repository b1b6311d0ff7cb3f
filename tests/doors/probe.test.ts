import { connect } from "node:net";
import { test } from "vitest";
import { realHouse } from "../factories/real-house.server.ts";

function raw(port: number, text: string | Buffer, wait = 1500): Promise<string> {
  return new Promise((resolve) => {
    const s = connect(port, "127.0.0.1");
    let said = "";
    s.on("data", (d) => (said += d.toString("latin1")));
    s.on("error", (e) => (said += ` [${e.message}]`));
    s.on("close", () => resolve(said + " [closed]"));
    s.write(text);
    setTimeout(() => { s.destroy(); }, wait);
  });
}
test("probe", async () => {
  const h = await realHouse();
  const asks: Record<string, string> = {
    "two hosts": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost\r\nHost: evil.example\r\n\r\n",
    "two hosts rev": "GET /robots.txt HTTP/1.1\r\nHost: evil.example\r\nHost: mira.localhost\r\n\r\n",
    "no host": "GET /robots.txt HTTP/1.1\r\n\r\n",
    "no host 1.0": "GET /robots.txt HTTP/1.0\r\n\r\n",
    "host upper": "GET /robots.txt HTTP/1.1\r\nHost: MIRA.localhost:80\r\n\r\n",
    "host dot": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost.\r\n\r\n",
    "host slash": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost/x\r\n\r\n",
    "host at": "GET /robots.txt HTTP/1.1\r\nHost: x@mira.localhost\r\n\r\n",
    "host comma": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost, evil\r\n\r\n",
    "host ipv6": "GET /robots.txt HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
    "host empty": "GET /robots.txt HTTP/1.1\r\nHost: \r\n\r\n",
    "host port bad": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost:99999\r\n\r\n",
    "host null": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost\u0000\r\n\r\n",
    "absolute": "GET http://evil.example/robots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "absolute other": "GET http://mira.localhost/robots.txt HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "absolute weird": "GET http:///robots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "asterisk": "OPTIONS * HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "trace": "TRACE / HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "connect": "CONNECT mira.localhost:443 HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "propfind": "PROPFIND / HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "nonsense method": "FROB / HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "lower get": "get / HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "double slash": "GET //robots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "dotdot": "GET /a/../robots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "enc dotdot": "GET /a/%2e%2e/robots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "enc slash": "GET /desk%2fapi%2fpeople%2fsession HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "enc letter": "GET /%72obots.txt HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "bad percent": "GET /%zz HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "bad percent query": "GET /?q=%zz%ff%00 HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "high byte": "GET /\xff HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "nul enc": "GET /contact/assets/%00 HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "backslash": "GET /desk\\api HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "frag": "GET /robots.txt#x HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "trailing": "GET /robots.txt/ HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "semicolon": "GET /robots.txt;a=b HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "xfh": "GET /robots.txt HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: mira.localhost\r\nForwarded: host=mira.localhost\r\nX-Original-URL: /robots.txt\r\n\r\n",
    "big header": `GET / HTTP/1.1\r\nHost: mira.localhost\r\nX: ${"a".repeat(20000)}\r\n\r\n`,
    "cl+te": "POST /contact/api/challenge HTTP/1.1\r\nHost: mira.localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two cl": "POST /contact/api/challenge HTTP/1.1\r\nHost: mira.localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "te gzip": "POST /contact/api/challenge HTTP/1.1\r\nHost: mira.localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "lf only": "GET /robots.txt HTTP/1.1\nHost: mira.localhost\n\n",
    "h2c": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
    "http2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "tls hello": "\x16\x03\x01\x02\x00\x01\x00",
    "expect": "POST /contact/api/challenge HTTP/1.1\r\nHost: mira.localhost\r\nExpect: 200-ok\r\nContent-Length: 2\r\n\r\n{}",
    "head": "HEAD / HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "head post door": "HEAD /contact/api/open HTTP/1.1\r\nHost: mira.localhost\r\n\r\n",
    "get with body": "GET /robots.txt HTTP/1.1\r\nHost: mira.localhost\r\nContent-Length: 5\r\n\r\nhello",
    "method override": "POST /contact/api/status HTTP/1.1\r\nHost: mira.localhost\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n\r\n",
  };
  for (const [name, ask] of Object.entries(asks)) {
    const said = await raw(h.port, Buffer.from(ask, "latin1"), 250);
    const [head = "", body = ""] = said.split("\r\n\r\n");
    console.log(`${name}: ${head.split("\r\n")[0]} | ${body.slice(0, 80).replace(/\n/g, " ")} ${said.endsWith("[closed]") ? "" : ""}`);
  }
  await h.close();
}, 60000);
