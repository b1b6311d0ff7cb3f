import { fail, ok, type Result } from "../platform/result.ts";

/** How the desk speaks with the server; a failure is the server's literal code, or `offline`. */
export interface Api {
  get<T>(path: string): Promise<Result<T>>;
  post<T>(path: string, body: object): Promise<Result<T>>;
  put<T>(path: string, body: object): Promise<Result<T>>;
  del<T>(path: string): Promise<Result<T>>;
}

const PATIENCE_MS = 20_000;

/** `onSignedOut` is told whenever the server no longer knows her session. */
export function createApi(onSignedOut: () => void): Api {
  const ask = async <T>(method: string, path: string, body?: object): Promise<Result<T>> => {
    const answer = await send<T>(method, path, body);
    if (!answer.ok && answer.code === "sign-in-first") onSignedOut();
    return answer;
  };
  return {
    get: (path) => ask("GET", path),
    post: (path, body) => ask("POST", path, body),
    put: (path, body) => ask("PUT", path, body),
    del: (path) => ask("DELETE", path),
  };
}

async function send<T>(method: string, path: string, body?: object): Promise<Result<T>> {
  try {
    const answer = await fetch(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const value: unknown = await answer.json();
    if (answer.ok) return ok(value as T);
    const { error, details } = value as { error?: unknown; details?: unknown };
    return fail(typeof error === "string" ? error : "our-fault", details);
  } catch {
    return fail("offline");
  }
}
