import { readFileSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { z } from "zod";
import { addressesOf } from "./database/addresses.ts";
import { fail, ok, type Result } from "./result.ts";

/** Everything that can be set from outside. Read once, at start; no other place reads the environment. */
export interface Config {
  readonly mode: "demo" | "production";
  /** A demo with invented colleagues and a pledge to sign first, or with neither: for the tests, whose stories bring their own. */
  readonly demo: "furnished" | "bare";
  readonly port: number;
  /** The address to listen on. A proxy in front speaks TLS in production. */
  readonly listen: string;
  /** The federation's public origin, such as https://lykta.example; absent in the demo. */
  readonly origin: string | undefined;
  readonly dataDirectory: string;
  readonly shredDirectory: string;
  /** The keys of letters; may be mirrored live, never copied into a backup. */
  readonly letterKeysDirectory: string;
  /** A second directory, on another disk, that always holds the same keys. */
  readonly letterKeysMirror: string | undefined;
  /** The operator's file with the jours' mail accounts; without it there is no mail. */
  readonly mailFile: string | undefined;
  /** One key for each mail that waits to be sent; never copied into a backup. */
  readonly mailKeysDirectory: string;
  readonly databaseUrl: string | undefined;
  /** A NATS server that carries the hints between several processes; PostgreSQL does without one. */
  readonly busAddress: string | undefined;
  /** Keys challenges that must be recognised again by every process; at least 32 characters. */
  readonly secret: string | undefined;
  /** How long a seeker may be away before her conversation is ended and shredded. */
  readonly graceMinutes: number;
  /** Where tests/faults reads what this process went through; its presence opens the fault points. */
  readonly faults: string | undefined;
}

const emptyIsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T): z.ZodPreprocess<z.ZodOptional<T>> =>
  z.preprocess(emptyIsAbsent, schema.optional());

const isPostgres = (url: string): boolean =>
  z.url({ protocol: /^postgres(ql)?$/ }).safeParse(url).success;

const schema = z.object({
  LYKTA_MODE: optional(z.enum(["demo", "production"])),
  LYKTA_DEMO: optional(z.enum(["furnished", "bare"])),
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  LYKTA_LISTEN: optional(z.string().min(1)),
  LYKTA_ORIGIN: optional(z.url()),
  LYKTA_DATA: optional(z.string().min(1)),
  LYKTA_SHRED: optional(z.string().min(1)),
  LYKTA_LETTER_KEYS: optional(z.string().min(1)),
  LYKTA_LETTER_KEYS_MIRROR: optional(z.string().min(1)),
  LYKTA_MAIL: optional(z.string().min(1)),
  LYKTA_MAIL_KEYS: optional(z.string().min(1)),
  DATABASE_URL: optional(z.string().refine((url) => addressesOf(url).every(isPostgres))),
  LYKTA_BUS: optional(z.url({ protocol: /^(nats|tls)$/ })),
  LYKTA_SECRET: optional(z.string().min(32)),
  LYKTA_GRACE_MINUTES: optional(z.coerce.number().min(0.05).max(120)),
  LYKTA_FAULTS: optional(z.string().min(1)),
});
type Settings = z.infer<typeof schema>;

const hints: Record<keyof Settings, string> = {
  LYKTA_MODE: "must be demo or production",
  LYKTA_DEMO: "must be furnished or bare",
  PORT: "must be a whole number from 0 (any free port) to 65535",
  LYKTA_LISTEN: "must be an address to listen on, such as 127.0.0.1",
  LYKTA_ORIGIN: "must be the public address, such as https://lykta.example",
  LYKTA_DATA: "must be a directory",
  LYKTA_SHRED: "must be a directory",
  LYKTA_LETTER_KEYS: "must be a directory",
  LYKTA_LETTER_KEYS_MIRROR: "must be a directory",
  LYKTA_MAIL: "must be the path of a file",
  LYKTA_MAIL_KEYS: "must be a directory",
  DATABASE_URL: "must be a PostgreSQL address (postgres://…), of one host or of several",
  LYKTA_BUS: "must be the address of a NATS server (nats://… or tls://…)",
  LYKTA_SECRET: "must be at least 32 characters",
  LYKTA_GRACE_MINUTES: "must be a number of minutes from 0.05 to 120",
  LYKTA_FAULTS: "must be the path of a file",
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration. The failure's details are all faults at once, as sentences
 * that name the setting and never its value.
 */
export function readConfig(environment: Environment): Result<Config, "bad-configuration"> {
  const faults: string[] = [];
  const given = withSecretFiles(environment, faults);
  const parsed = schema.safeParse(given);
  const badNames = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])) ?? []);
  for (const name of badNames) faults.push(`${name} ${hints[name as keyof Settings]}`);
  // The faults of the other settings are worth telling even when one of them cannot be read.
  const settings = parsed.data ?? schema.parse(without(given, badNames));
  const config = fromSettings(settings);
  faults.push(...layoutFaults(config));
  if (config.mode === "production") faults.push(...productionFaults(config, badNames));
  return faults.length > 0 ? fail("bad-configuration", faults) : ok(config);
}

function fromSettings(settings: Settings): Config {
  const dataDirectory = resolve(settings.LYKTA_DATA ?? "data");
  return {
    mode: settings.LYKTA_MODE ?? "demo",
    demo: settings.LYKTA_DEMO ?? "furnished",
    port: settings.PORT ?? 8080,
    listen: settings.LYKTA_LISTEN ?? "127.0.0.1",
    origin: settings.LYKTA_ORIGIN,
    dataDirectory,
    ...keyDirectories(settings, dataDirectory),
    databaseUrl: settings.DATABASE_URL,
    busAddress: settings.LYKTA_BUS,
    secret: settings.LYKTA_SECRET,
    graceMinutes: settings.LYKTA_GRACE_MINUTES ?? 10,
    faults: settings.LYKTA_FAULTS,
  };
}

function keyDirectories(settings: Settings, dataDirectory: string) {
  const mirror = settings.LYKTA_LETTER_KEYS_MIRROR;
  return {
    shredDirectory: resolve(settings.LYKTA_SHRED ?? `${dataDirectory}/shred`),
    letterKeysDirectory: resolve(settings.LYKTA_LETTER_KEYS ?? `${dataDirectory}/letter-keys`),
    letterKeysMirror: mirror === undefined ? undefined : resolve(mirror),
    mailFile: settings.LYKTA_MAIL === undefined ? undefined : resolve(settings.LYKTA_MAIL),
    mailKeysDirectory: resolve(settings.LYKTA_MAIL_KEYS ?? `${dataDirectory}/mail-keys`),
  };
}

/** Every directory of keys, by the setting that names it. */
const keyPlaces = (config: Config): [string, string][] => [
  ["LYKTA_SHRED", config.shredDirectory],
  ["LYKTA_LETTER_KEYS", config.letterKeysDirectory],
  ...(config.mailFile === undefined
    ? []
    : [["LYKTA_MAIL_KEYS", config.mailKeysDirectory] satisfies [string, string]]),
  ...(config.letterKeysMirror === undefined
    ? []
    : [["LYKTA_LETTER_KEYS_MIRROR", config.letterKeysMirror] satisfies [string, string]]),
];

function layoutFaults(config: Config): string[] {
  const places = keyPlaces(config);
  const copied = places.filter(([, path]) => isInside(path, `${config.dataDirectory}/postgres`));
  const nested = places.filter(([, path], at) =>
    places.some(([, other], index) => index !== at && isInside(path, other)),
  );
  return [
    ...copied.map(
      ([name]) => `${name} must not lie in the database directory: a backup would copy the keys`,
    ),
    ...nested.map(([name]) => `${name} must be a directory of its own, apart from other keys`),
  ];
}

function productionFaults(config: Config, bad: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const missing = (name: string, value: unknown): boolean => value === undefined && !bad.has(name);
  if (missing("LYKTA_ORIGIN", config.origin))
    faults.push("LYKTA_ORIGIN is missing: production must know its public address");
  else if (config.origin !== undefined && !config.origin.startsWith("https://"))
    faults.push("LYKTA_ORIGIN must begin with https://");
  if (missing("LYKTA_SECRET", config.secret))
    faults.push("LYKTA_SECRET (or LYKTA_SECRET_FILE) is missing");
  for (const [name, path] of keyPlaces(config))
    if (isInside(path, config.dataDirectory))
      faults.push(`${name} must be a directory of its own outside LYKTA_DATA, never backed up`);
  if (config.faults !== undefined)
    faults.push("LYKTA_FAULTS must not be set: it lets tests kill and stall this program");
  return faults;
}

/** Secrets may lie in files, as container platforms and systemd hand them over. */
function withSecretFiles(environment: Environment, faults: string[]): Environment {
  const found: Record<string, string | undefined> = { ...environment };
  for (const name of ["DATABASE_URL", "LYKTA_BUS", "LYKTA_SECRET"]) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || file === "") continue;
    if (environment[name]) faults.push(`${name} and ${name}_FILE are both set: choose one`);
    try {
      found[name] = readFileSync(file, "utf8").trim();
    } catch {
      faults.push(`${name}_FILE cannot be read`);
    }
  }
  return found;
}

/** The public address of each host of this house, without a slash at its end. */
export function originIn({
  mode,
  origin,
  port,
}: Pick<Config, "mode" | "origin" | "port">): (host: string) => string {
  if (mode !== "production") return (host) => `http://${host}:${port}`;
  const given = new URL(origin ?? "https://localhost").port;
  return (host) => `https://${host}${given === "" ? "" : `:${given}`}`;
}

function without(environment: Environment, names: ReadonlySet<string>): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name)));
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}
