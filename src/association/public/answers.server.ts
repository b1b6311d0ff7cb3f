import { z } from "zod";
import type { Code, Context, Page } from "../../platform/http/index.server.ts";
import type { Failure } from "../../platform/result.ts";

// What the doors of the association's pages have in common.

export type Seen = Pick<Context, "host" | "language">;
export const ofJour = { host: "jour", access: "anyone" } as const;

export const shown = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers });
export const goTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path } });
/** Whoever reads no pages is told the code. */
export const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

export type Answer = Response | Failure<Code>;

export const field = z.string().max(8000).default("");
export const personFields = { name: field, mail: field, address: field };
