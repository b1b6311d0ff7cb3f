import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One verification taken out: so many characters of one file, and what stands there instead. */
export interface Mutation {
  /** The same from run to run, and told apart from all others. */
  readonly id: string;
  readonly file: string;
  /** The function in which it stands. */
  readonly where: string;
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

export const PROTOCOL = "src/protocol";

/** What the protocol consists of: neither its tests nor what only they use. */
export function protocolFiles(house: string): string[] {
  return readdirSync(join(house, PROTOCOL), { recursive: true, encoding: "utf8" })
    .map((name) => `${PROTOCOL}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .filter((path) => !/\/(testing|vectors)\//.test(path) && !path.endsWith("/refusal.ts"))
    .toSorted();
}

/** Where a page hears the protocol's verdict on what the server gave it. */
const VERDICT =
  /\b(?:verify[A-Z]\w+|read(?:Proposal|Mailbox|Sheet|Mark|Briefs)|open(?:Share|Extract|Note|Attachment)|currentTeamKey|heldTo|unwrap[A-Z]\w+)\(/;

/** The browser's own files that call the protocol for one. */
export function judgingPages(house: string): string[] {
  return readdirSync(join(house, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.browser\.tsx?$/.test(path) && !path.startsWith(`${PROTOCOL}/`))
    .filter((path) => {
      const source = sourceOf(house, path);
      return /from "(?:\.\.\/)+protocol\//.test(source) && VERDICT.test(source);
    })
    .toSorted();
}

export const sourceOf = (house: string, file: string): string =>
  readFileSync(join(house, file), "utf8");

/** Every `demand` and every `refuse`, each part of a condition by itself. */
export function scan(file: string, source: string): Mutation[] {
  return [...source.matchAll(/\b(demand|refuse)\(/g)].flatMap((match) => {
    const open = match.index + match[0].length - 1;
    const end = closing(source, open) + 1;
    const at = { file, where: enclosing(source, match.index), start: match.index, end };
    const whole = source.slice(match.index, end);
    if (match[1] === "refuse") return [named(at, whole, "(undefined as never)")];
    const [condition = "", code = ""] = split(source.slice(open + 1, end - 1), ",");
    const parts = split(condition, "&&");
    if (parts.length === 1) return [named(at, whole, `void (${condition})`)];
    return parts.map((part) => {
      const others = parts.filter((other) => other !== part).join(" && ");
      return named(at, `${part}, ${code}`, `demand(${others}, ${code})`);
    });
  });
}

type Place = Pick<Mutation, "file" | "where" | "start" | "end">;

const tidy = (text: string): string => text.replace(/\s+/g, " ").replaceAll(/,? \)/g, ")").trim();

export function named(at: Place, what: string, put: string): Mutation {
  const short = tidy(what);
  return { ...at, what: short, put, id: `${at.file} ${at.where}: ${short}` };
}

/** The last name given at the left margin before this place, and the method below it. */
export function enclosing(source: string, before: number): string {
  const names =
    /^(?:export )?(?:async )?(?:function\*?|const|class) (\w+)|^ {2,4}(?:async |static |get )*#?(\w+)(?:<[^>]*>)?\([^;]*\)?.*\{$/gm;
  let [name, method] = ["", ""];
  for (const match of source.slice(0, before).matchAll(names)) {
    if (match[1] !== undefined) [name, method] = [match[1], ""];
    else if (!/^(if|for|while|switch|catch)$/.test(match[2] ?? "")) method = match[2] ?? "";
  }
  return [name, method].filter(Boolean).join(" ");
}

/** Two that read the same are told apart by their number. */
export function numbered(mutations: readonly Mutation[]): Mutation[] {
  const seen = new Map<string, number>();
  return mutations.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1
      ? one
      : { ...one, what: `${one.what} (${count})`, id: `${one.id} (${count})` };
  });
}

/** Where the parenthesis that opens here closes; strings are stepped over. */
export function closing(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    const letter = source[at] ?? "";
    if (`"'\``.includes(letter)) at = source.indexOf(letter, at + 1);
    else if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter) && --depth === 0) return at;
  }
  throw new Error(`unbalanced at ${open}`);
}

/** At the top level only. A condition with `||` at its top is one part. */
function split(text: string, by: "," | "&&"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (`"'\``.includes(letter)) at = text.indexOf(letter, at + 1);
    else if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter)) depth--;
    else if (depth === 0 && by === "&&" && text.startsWith("||", at)) return [text.trim()];
    else if (depth === 0 && text.startsWith(by, at)) {
      parts.push(text.slice(from, at).trim());
      from = at + by.length;
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== "");
}
