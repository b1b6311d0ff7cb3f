import type { MiddlewareHandler } from "hono";
import type { Config } from "../config.server.ts";
import { finalHeaders } from "./headers.server.ts";
import type { HostBook, HostView } from "./hosts.server.ts";

/** Where an address of an older site leads now; undefined where nothing is known of it. */
export type LeadOn = (
  host: HostView,
  pathname: string,
  search: string,
) => Promise<string | undefined>;

/**
 * What is not there may have been at an older site. Asked only where no door has answered, and of the front page
 * with a query, since some sites had all their pages there.
 */
export function leadingOn(config: Config, hosts: HostBook, leadOn: LeadOn): MiddlewareHandler {
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const isFront = pathname === "/" && search !== "";
    if (!isFront) await next();
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    if (isRead && (isFront || c.res.status === 404)) {
      const host = await hosts(c.req.header("host"));
      const place = host && (await leadOn(host, pathname, search).catch(() => undefined));
      if (place !== undefined) {
        c.res = undefined;
        const headers = finalHeaders({ Location: place }, config);
        c.res = new Response(null, { status: 301, headers });
        return;
      }
    }
    if (isFront) await next();
  };
}
