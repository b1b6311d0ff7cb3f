import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { type Canary, canary } from "./canary.server.ts";

/** What a careless page leaves behind: each is to be found, so that finding nothing of ours means something. */
export const careless = {
  field: canary("a text in an ordinary field"),
  form: canary("a text in a form that was sent"),
  local: canary("a text in local storage"),
  session: canary("a text in session storage"),
  database: canary("a text in a database of the page"),
  cached: canary("a page in the cache"),
  packed: canary("a page in the cache, in brotli"),
  address: canary("an address"),
  title: canary("a title"),
};

/** Where Chromium keeps it, under its profile. */
export const keptIn: readonly (readonly [Canary, RegExp])[] = [
  [careless.field, /\/Sessions\/Session_/],
  [careless.form, /\/Web Data/],
  [careless.local, /\/Local Storage\/leveldb\//],
  [careless.session, /\/Session Storage\//],
  [careless.database, /\/IndexedDB\//],
  [careless.cached, /\/Cache_Data\/\w+_0$/],
  [careless.packed, /\/Cache_Data\/\w+_0 \(brotli\)$/],
  [careless.address, /\/History$/],
  [careless.title, /\/Sessions\//],
];

export interface ControlPage {
  readonly host: string;
  /** Does all that a careless page does. */
  leaveTraces(page: Page): Promise<void>;
  close(): Promise<void>;
}

const form = `<!doctype html><meta charset="utf-8"><title>${careless.title.core}</title>
<form action="/sent"><input name="name" type="text"><button>Send</button></form><textarea></textarea>`;

export async function openControlPage(): Promise<ControlPage> {
  const server = createServer((request, response) => {
    if (request.url === "/cached") answer(response, careless.cached.text);
    else if (request.url === "/packed") answer(response, careless.packed.text, "br");
    else answer(response, form);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `kontroll.localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    leaveTraces: (page) => leaveTraces(page, `http://${host}`),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Long enough that brotli does more than wrap it. */
const filler = Array.from({ length: 400 }, (_, at) => `Rad ${at * 7919}: om vädret i dag.`).join(
  "\n",
);

function answer(response: ServerResponse, text: string, encoding?: "br"): void {
  const body =
    text === form ? text : `<!doctype html><meta charset="utf-8">${filler}${text}${filler}`;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", text === form ? "no-cache" : "max-age=3600");
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.end(encoding ? brotliCompressSync(body) : body);
}

async function leaveTraces(page: Page, origin: string): Promise<void> {
  for (const path of ["/cached", "/packed"]) await page.goto(origin + path);
  await page.goto(`${origin}/?q=${careless.address.core}`);
  await page.locator("input").fill(careless.form.core);
  await page.getByRole("button").click();
  await page.waitForURL(/sent/);
  await page.evaluate(
    async ([local, session, database]) => {
      localStorage.setItem("a", local ?? "");
      sessionStorage.setItem("a", session ?? "");
      const opening = indexedDB.open("a");
      opening.onupgradeneeded = () => opening.result.createObjectStore("a").put(database, "a");
      await new Promise((resolve) => (opening.onsuccess = resolve));
    },
    [careless.local.text, careless.session.text, careless.database.text],
  );
  await page.locator("textarea").fill(careless.field.text);
}
