import { isUtf8 } from "node:buffer";
import { fail, ok, type Result } from "../result.ts";
import type { Door } from "./door.server.ts";

const MAX_BODY = 64 * 1024;
/** Enough to find what is wrong; a thousand faults must not make an answer larger than the question. */
const MAX_FAULTS = 20;

type BodyCode = "wrong-content-type" | "too-large" | "bad-json" | "bad-input";

/** Reads and checks a body as its door demands; a door without a schema reads none. */
export async function readBody(door: Door, request: Request): Promise<Result<unknown, BodyCode>> {
  if (!door.body) return ok(undefined);
  if (door.outside) return readOutsideForm(door, request);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const isForm = door.form !== undefined && type === FORM;
  const typed =
    type === "application/json" || isForm || (door.plainTextBody && type === "text/plain");
  if (!typed) return fail("wrong-content-type");
  // Nothing is ever unpacked: what is small on its way may be without end.
  if (request.headers.has("content-encoding")) return fail("wrong-content-type");
  const read = await readLimited(request, door.maxBody ?? MAX_BODY);
  if (!read.ok) return read;
  const said = isForm ? ok(fieldsOf(read.value)) : parse(read.value);
  if (!said.ok) return said;
  const parsed = door.body.safeParse(said.value);
  if (parsed.success) return ok(parsed.data);
  // The place and the kind of each fault, never what was sent.
  const faults = parsed.error.issues.slice(0, MAX_FAULTS).map((issue) => ({
    at: issue.path.map(placeOf).join("."),
    fault: issue.code,
  }));
  return fail("bad-input", faults);
}

/** A name of a form's field may be the sender's own: what is not named as we name things is not said again. */
const placeOf = (part: PropertyKey): string =>
  /^(?:\d{1,6}|[a-z][A-Za-z0-9_-]{0,39})$/.test(String(part)) ? String(part) : "?";

function parse(written: string): Result<unknown, "bad-json" | "bad-input"> {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return fail("bad-json");
  }
  return isText(written, json) ? ok(json) : fail("bad-input");
}

/**
 * Fields by name, with a line's end as one letter, as the page counts it: a browser sends two. NUL, which no
 * database keeps, is left out. Half a surrogate pair cannot come this way.
 */
const fieldsOf = (written: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new URLSearchParams(written.replaceAll("%00", ""))].map(([name, said]) => [
      name,
      said.replaceAll(/\r\n?/g, "\n"),
    ]),
  );

const FORM = "application/x-www-form-urlencoded";

/** What another company's server sends: small, and no field twice, of which each could be meant. */
async function readOutsideForm(door: Door, request: Request): Promise<Result<unknown, BodyCode>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM || request.headers.has("content-encoding")) return fail("wrong-content-type");
  const read = await readLimited(request, door.maxBody ?? MAX_BODY);
  if (!read.ok) return read.code === "too-large" ? read : fail("bad-input");
  const fields = [...new URLSearchParams(read.value)];
  const named = new Map(fields);
  const parsed = named.size === fields.length ? door.body?.safeParse(named) : undefined;
  return parsed?.success ? ok(parsed.data) : fail("bad-input");
}

async function readLimited(
  request: Request,
  limit: number,
): Promise<Result<string, "too-large" | "bad-json">> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return fail("too-large");
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > limit) return fail("too-large");
      parts.push(part);
    }
  } catch {
    // Whoever sent it went away in the middle of it: nobody hears this, and no log is filled with it.
    return fail("bad-json");
  }
  const bytes = Buffer.concat(parts);
  return isUtf8(bytes) ? ok(bytes.toString("utf8")) : fail("bad-json");
}

/** NUL and half a surrogate pair are no letters, and no database keeps them. */
function isText(written: string, json: unknown): boolean {
  if (!/\\u(?:0000|d[89a-f])/i.test(written)) return true;
  const rest = [json];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === "string" && (next.includes("\0") || !next.isWellFormed())) return false;
    if (typeof next !== "object" || next === null) continue;
    for (const [name, value] of Object.entries(next)) rest.push(name, value);
  }
  return true;
}
