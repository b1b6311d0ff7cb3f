import { fail, ok, type Result } from "../../platform/result.ts";

/** The server's literal code, or `offline` when no answer came. */
export type ApiCode = string;

const PATIENCE_MS = 15_000;

/** A GET without `body`, a POST with it. Nothing of the answer is trusted to be kept by the browser. */
export async function ask<T>(path: string, body?: object): Promise<Result<T, ApiCode>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(path, {
      method: body ? "POST" : "GET",
      ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      credentials: "omit",
      cache: "no-store",
      signal: patience.signal,
    });
    const value: unknown = await answer.json();
    if (answer.ok) return ok(value as T);
    return fail(codeOf(value));
  } catch {
    return fail("offline");
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(value: unknown): ApiCode {
  const named = typeof value === "object" && value !== null && "error" in value;
  return named && typeof value.error === "string" ? value.error : "our-fault";
}
