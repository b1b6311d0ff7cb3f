import { createHash } from "node:crypto";
import type { Config } from "../config.server.ts";

/**
 * What every answer carries unless a page says otherwise. `no-store` on everything: a page in a
 * cache on her phone is a trace (safety.md).
 */
export const defaultHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": contentSecurityPolicy({}),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), interest-cohort=(), browsing-topics=()",
};

/** The policy of a page; sources are added by name, so that the rest stays closed. */
export function contentSecurityPolicy(open: Readonly<Record<string, string>>): string {
  const policy: Record<string, string> = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    ...open,
  };
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join("; ");
}

/** The static apps: our own files only, no inline script, one named Trusted Types policy. */
export const appPolicy = (styles: readonly string[]): string =>
  contentSecurityPolicy({
    "script-src": "'self'",
    "style-src": ["'self'", ...styles.map(sourceOf)].join(" "),
    // blob: for pictures that were opened in the browser itself.
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "lykta",
  });

/** How a policy names a sheet that stands within its page. */
export function sourceOf(sheet: string): string {
  return `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;
}

/** Workers take their policy from their own answer; only there may WebAssembly be compiled. */
export const workerPolicy = contentSecurityPolicy({
  "script-src": "'self' 'wasm-unsafe-eval'",
  "form-action": "'none'",
});

/** An answer's own headers, and those that every answer carries. */
export function finalHeaders(own: HeadersInit, { mode }: Pick<Config, "mode">): Headers {
  const headers = new Headers(own);
  for (const [name, value] of Object.entries(defaultHeaders))
    if (!headers.has(name)) headers.set(name, value);
  if (mode === "demo") headers.set("X-Robots-Tag", "noindex, nofollow");
  else headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return headers;
}
