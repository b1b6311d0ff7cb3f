import { type IncomingHttpHeaders, request as httpRequest } from "node:http";

export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The literal code of a refusal. */
  readonly code: string | undefined;
}

export interface Said {
  readonly host?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when it is text or bytes, else as JSON. */
  readonly body?: unknown;
}

export function askAt(
  port: number,
  method: string,
  path: string,
  { host = "mira.localhost", cookie, headers, body }: Said = {},
): Promise<Heard> {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const sent = body === undefined || isRaw ? body : JSON.stringify(body);
  const all = {
    Host: host,
    "Sec-Fetch-Site": "same-origin",
    ...(sent === undefined
      ? {}
      : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(sent) }),
    ...(cookie === undefined || cookie === "" ? {} : { Cookie: cookie }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ port, host: "127.0.0.1", method, path, headers: all }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: answer.headers, text, code: codeIn(text) });
      });
    });
    asked.on("error", reject);
    asked.end(sent);
  });
}

function codeIn(text: string): string | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const code = typeof read === "object" && read !== null && "error" in read && read.error;
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}

/** For a desk: the house behind its port, asked as the router itself would be. */
export const appAt = (port: number) => ({
  async request(url: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(url);
    const headers = { ...(init.headers as Record<string, string>) };
    const { host = "", cookie = "" } = headers;
    delete headers["host"];
    delete headers["cookie"];
    const said = { host, cookie, headers, ...(init.body ? { body: init.body as string } : {}) };
    const heard = await askAt(port, init.method ?? "GET", pathname + search, said);
    const set = heard.headers["set-cookie"]?.[0];
    return new Response(heard.status === 204 ? null : heard.text, {
      status: heard.status,
      ...(set === undefined ? {} : { headers: { "set-cookie": set } }),
    });
  },
});
