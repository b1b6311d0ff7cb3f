import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../frame/statistics.ts";

/** Asks for one page again and again, each connection as soon as it has the last one whole. */
const [port = "", host = "", path = "/", seconds = "5"] = process.argv.slice(2);
const CONNECTIONS = 32;
const WARM_MS = 1000;

/** What a browser of today sends with a first visit. */
const request = [
  `GET ${path} HTTP/1.1`,
  `Host: ${host}`,
  "Connection: keep-alive",
  'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"',
  "sec-ch-ua-mobile: ?1",
  'sec-ch-ua-platform: "Android"',
  "Upgrade-Insecure-Requests: 1",
  "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "Sec-Fetch-Site: none",
  "Sec-Fetch-Mode: navigate",
  "Sec-Fetch-Dest: document",
  "Accept-Encoding: gzip, deflate, br, zstd",
  "Accept-Language: sv-SE,sv;q=0.9",
];
const asked = Buffer.from(`${request.join("\r\n")}\r\n\r\n`);

export interface Asked {
  readonly perSecond: number;
  readonly p99: number;
}

let waits: number[] = [];

function ask(): void {
  const socket = connect(Number(port), "127.0.0.1");
  socket.setNoDelay(true);
  let size = 0;
  let got = 0;
  let at = 0;
  const again = (): void => {
    got = 0;
    at = performance.now();
    socket.write(asked);
  };
  socket.on("connect", again);
  socket.on("error", fail);
  socket.on("data", (part) => {
    if (got === 0) size = sizeOf(part.toString("latin1"));
    got += part.length;
    if (got < size) return;
    waits.push(performance.now() - at);
    again();
  });
}

function sizeOf(head: string): number {
  const end = head.indexOf("\r\n\r\n");
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200 ") || end < 0 || length === undefined)
    fail(new Error(`not the page: ${head.slice(0, 80)}`));
  return end + 4 + Number(length);
}

function fail(error: Error): void {
  console.error(error.message);
  process.exit(1);
}

for (let index = 0; index < CONNECTIONS; index++) ask();
await sleep(WARM_MS);
process.send?.("begin");
const began = performance.now();
waits = [];
await sleep(Number(seconds) * 1000);
const taken = waits;
const perSecond = (taken.length * 1000) / (performance.now() - began);
process.send?.("end");
taken.sort((a, b) => a - b);
process.send?.({ perSecond, p99: percentile(taken, 0.99) } satisfies Asked);
setTimeout(() => process.exit(), 50);
