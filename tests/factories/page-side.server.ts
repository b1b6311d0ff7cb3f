import { request as httpRequest } from "node:http";
import { WebSocket } from "ws";
import type { LinkEnvironment } from "../../src/platform/live/link-environment.browser.ts";

export const HOST = "mira.localhost";

const headersOf = (host: string) => ({ Host: host, Origin: `http://${host}` });
const headers = headersOf(HOST);

export function openSocket(port: number, more: Record<string, string> = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/live`, { headers: { ...headers, ...more } });
}

export function post(
  port: number,
  body: Uint8Array,
  more: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<{ status: number; bytes: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path: "/live/poll", method: "POST" };
    const asked = httpRequest(
      { ...options, headers: { ...headers, ...more }, signal },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, bytes: new Uint8Array(Buffer.concat(parts)) }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** What a page would bring, for a link that runs in Node. `blocked` is a network that knows no sockets. */
export function nodeEnvironment(
  port: () => number,
  blocked = false,
  host = HOST,
): LinkEnvironment & { wake(): void } {
  let woken = (): void => undefined;
  return {
    url: `http://${HOST}/live`,
    openSocket: (url) => {
      if (!url.startsWith("ws:")) throw new Error("not the address of a socket");
      return openSocket(blocked ? 1 : port(), headersOf(host)) as never;
    },
    post: (url, body, session, signal) => {
      if (!url.endsWith("/live/poll")) throw new Error("not the address of the fallback");
      return post(port(), body, { ...headersOf(host), "Live-Session": session }, signal);
    },
    onWake(wake) {
      woken = wake;
      return () => undefined;
    },
    wake: () => woken(),
  };
}
