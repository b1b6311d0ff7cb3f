import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The arrows of the house: which file may import which. All of them are told here, in one way;
 * each refusal says why, and the way out.
 */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Which other modules a module may use, always by way of their index. */
const modules: Readonly<Record<string, readonly string[]>> = {
  conversations: [
    "counselling",
    "recruitment",
    "enquiries",
    "letters",
    "shifts",
    "site",
    "people",
    "statistics",
    "network",
  ],
  counselling: ["calendar", "forms", "letters", "people"],
  training: ["calendar", "conversations", "pages", "people"],
  association: ["calendar", "forms", "pages", "people", "site"],
  education: ["calendar", "forms", "media", "pages", "people", "site"],
  recruitment: ["calendar", "forms", "letters", "people", "site"],
  enquiries: ["forms", "letters", "people", "site"],
  forms: ["people"],
  calendar: ["people"],
  letters: ["site", "people", "statistics"],
  site: ["shifts", "network"],
  pages: ["site", "media", "people"],
  media: [],
  shifts: ["people"],
  planning: ["calendar", "people", "site"],
  people: [],
  care: ["people", "planning"],
  records: ["people"],
  network: [],
  statistics: [],
  "channels/phone": ["site", "people", "statistics"],
  "channels/mail": ["letters", "people"],
};
/** What stands below the modules, and what it may use. The protocol can be read, and taken away, alone. */
const foundations: Readonly<Record<string, readonly string[]>> = {
  platform: ["protocol"],
  ui: ["platform", "protocol"],
  protocol: [],
};

interface Place {
  /** The first folder below src/; below channels/, where each channel is a room of its own, two. */
  readonly room: string;
  readonly runs: "server" | "browser" | "both";
  readonly isIndex: boolean;
  readonly isStore: boolean;
}

function placeOf(path: string): Place {
  const [, first = "", second = ""] = path.split("/");
  const room = first === "channels" ? `${first}/${second}` : first;
  const runs = /\.(server|browser)\.tsx?$/.exec(path)?.[1] as "server" | "browser" | undefined;
  return {
    room,
    runs: runs ?? "both",
    isIndex: /^src\/(channels\/)?[^/]+\/index(\.server|\.browser)?\.tsx?$/.test(path),
    isStore: /(^|[/.-])store\.server\.ts$/.test(path),
  };
}

/** `source` is a path from the house, such as src/site/hours.ts; `target` what it imports, likewise. */
export function reasonAgainst(source: string, target: string): string | undefined {
  const from = placeOf(source);
  const to = placeOf(target);
  return suffixReason(from, to) ?? roomReason(from, to);
}

function suffixReason(from: Place, to: Place): string | undefined {
  if (to.runs === "both" || to.runs === from.runs) return undefined;
  if (from.runs === "both") {
    return (
      `a file without a suffix runs on both sides, and this import runs only in the ${to.runs}. ` +
      `Name the file .${to.runs}.ts, or hand the value in as a parameter`
    );
  }
  return (
    `code of the ${to.runs} must never be part of what runs in the ${from.runs} ` +
    "(a secret of the server could be bundled into a page). Move what both need into a file without a suffix"
  );
}

function roomReason(from: Place, to: Place): string | undefined {
  if (from.room === to.room) return undefined;
  if (to.room === "entry") {
    return "entry is the top of the house: it imports, and nobody imports it. Hand the value in from there";
  }
  const below = foundations[from.room];
  if (below) {
    if (below.includes(to.room)) return undefined;
    if (from.room === "protocol") {
      return "the protocol imports nothing of ours, so that it can be audited and used alone. Hand the value in as a parameter";
    }
    return `${from.room} stands below ${to.room}, and arrows go down only. Move the code up, or hand in a function`;
  }
  if (to.room in foundations) return undefined;
  const known = modules[from.room];
  if (from.room !== "entry" && !known?.includes(to.room)) {
    return (
      `${from.room} may not use ${to.room}: between modules the arrows go one way, without cycles. ` +
      "Let the caller hand the value in, or, if the arrow is right, write it down in scripts/boundaries.ts"
    );
  }
  if (to.isIndex) return undefined;
  return `modules meet at their doors. Export what you need from src/${to.room}/index.ts (.server, .browser) and import that`;
}

const imports = /(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*["']([^"'\n]+)["']/g;
const queries = /\.(?:rows?|raw)\b\s*(?:<[^;]*?>)?\(|\.raw\b/g;

/** All breaches of one file. */
export function breachesOf(path: string, text: string): Breach[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const found: Breach[] = [];
  const add = (index: number, reason: string): void => {
    found.push({ file: path, line: code.slice(0, index).split("\n").length, reason });
  };
  for (const match of code.matchAll(imports)) {
    const reason = importReason(path, match[1] ?? "");
    if (reason !== undefined) add(match.index, `imports ${match[1]}: ${reason}`);
  }
  const place = placeOf(path);
  if (place.room === "platform" || place.isStore || place.runs !== "server") return found;
  for (const match of code.matchAll(queries)) {
    add(
      match.index,
      "speaks SQL: all SQL of a module stands in its store.server.ts, where it can be reviewed",
    );
  }
  return found;
}

function importReason(path: string, specifier: string): string | undefined {
  const place = placeOf(path);
  if (specifier.startsWith(".")) {
    const target = join(dirname(path), specifier.replace(/\?.*$/, ""));
    return target.startsWith("src/") ? reasonAgainst(path, target) : outsideReason(target);
  }
  if (specifier === "pg" && place.room !== "platform") {
    return "the driver stays in platform/database. Take a TenantTx or SharedTx as a parameter";
  }
  if (specifier.startsWith("node:") && place.runs !== "server") {
    return "only .server files have Node's modules. Name the file .server.ts, or hand the value in";
  }
  return undefined;
}

function outsideReason(target: string): string | undefined {
  return target.startsWith("tests/") || target.startsWith("scripts/")
    ? "the program does not depend on its tests and tools. Move what it needs into src/"
    : undefined;
}

export function sourceFiles(house: string): string[] {
  return readdirSync(join(house, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `src/${name.replaceAll("\\", "/")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const house = dirname(dirname(fileURLToPath(import.meta.url)));
  const found = sourceFiles(house).flatMap((path) =>
    breachesOf(path, readFileSync(join(house, path), "utf8")),
  );
  for (const { file, line, reason } of found)
    console.error(`${relative("", file)}:${line} ${reason}.`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
