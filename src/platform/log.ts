/**
 * The one logging door. What is not on the list cannot be logged: no address, no user agent, no
 * path with an id, no text of anybody's. A line is one JSON object on standard output.
 */
export interface LogFields {
  /** The pattern of a route, never the path that was asked for. */
  readonly route?: string;
  readonly code?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly count?: number;
  /** A name of ours: a module, a migration, a step. */
  readonly part?: string;
  /** The class of an error and the place in our code where it arose; never its message. */
  readonly error?: { readonly name: string; readonly at: string };
}

type Level = "info" | "warn" | "error";

const allowed: readonly (keyof LogFields)[] = [
  "route",
  "code",
  "status",
  "milliseconds",
  "count",
  "part",
  "error",
];

let write = (line: string): void => console.log(line);

function emit(level: Level, event: string, fields: LogFields): void {
  const line: Record<string, unknown> = { level, event };
  for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name];
  write(JSON.stringify(line));
}

export const log = {
  info: (event: string, fields: LogFields = {}): void => emit("info", event, fields),
  warn: (event: string, fields: LogFields = {}): void => emit("warn", event, fields),
  error: (event: string, fields: LogFields = {}): void => emit("error", event, fields),
};

/** An error's class and first own stack frame. Messages are left out: a database's may quote a row. */
export function errorFields(error: unknown): NonNullable<LogFields["error"]> {
  if (!(error instanceof Error)) return { name: "not-an-error", at: "" };
  const frame = (error.stack ?? "").split("\n").find((line) => line.trim().startsWith("at "));
  const place = /([\w.-]+:\d+):\d+\)?$/.exec(frame?.trim() ?? "");
  const code = "code" in error && typeof error.code === "string" ? `/${error.code}` : "";
  return { name: error.name + code, at: place?.[1] ?? "" };
}

/** For tests: takes the lines instead of standard output; gives back the way to undo it. */
export function captureLog(sink: (line: string) => void): () => void {
  const before = write;
  write = sink;
  return () => {
    write = before;
  };
}
