import { fail, ok, type Result } from "../result.ts";
import type { Door } from "./door.server.ts";

const MAX_BODY = 64 * 1024;

type BodyCode = "wrong-content-type" | "too-large" | "bad-json" | "bad-input";

/** Reads and checks a body as its door demands; a door without a schema reads none. */
export async function readBody(door: Door, request: Request): Promise<Result<unknown, BodyCode>> {
  if (!door.body) return ok(undefined);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const typed = type === "application/json" || (door.plainTextBody && type === "text/plain");
  if (!typed) return fail("wrong-content-type");
  const text = await readLimited(request, door.maxBody ?? MAX_BODY);
  if (text === undefined) return fail("too-large");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("bad-json");
  }
  const parsed = door.body.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  // The place and the kind of each fault, never what was sent.
  const faults = parsed.error.issues.map((issue) => ({
    at: issue.path.join("."),
    fault: issue.code,
  }));
  return fail("bad-input", faults);
}

async function readLimited(request: Request, limit: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  if (!request.body) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
