import { isAway } from "../../platform/database/index.server.ts";
import type { Code } from "../../platform/http/index.server.ts";
import { errorFields, log } from "../../platform/log.ts";
import { fail, type Result } from "../../platform/result.ts";
import { LETTER_SIZE, type ReadCode } from "../../protocol/letters/index.ts";
import { failing } from "../contact/failures.ts";
import { plainPaths as paths } from "../contract.ts";
import type { Fault } from "./shown.server.ts";

// What a form of hers is, and what went wrong with it.

export const told = (code: Code): Fault => ({ is: failing({ code }) });

/** Line ends as everywhere else; nothing else of what she wrote is changed. */
export const cleaned = (text: string): string => text.replaceAll("\r\n", "\n").trim();

/** The database may be away, or a fault of ours strike: what she wrote is shown again all the same. */
export async function attempted<T, C extends Code>(
  work: () => Promise<Result<T, C>>,
): Promise<Result<T, C | "try-again" | "our-fault">> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) return fail("try-again");
    log.error("door-failed", { route: paths.start, error: errorFields(error) });
    return fail("our-fault");
  }
}

export function wrongText(text: string): Fault | undefined {
  if (text === "") return { is: "empty" };
  return Buffer.byteLength(text) > LETTER_SIZE.text ? { is: "tooLong" } : undefined;
}

export function wrongWords(read: Extract<ReadCode, { ok: false }>): Fault {
  if (read.code === "wrong-number-of-words") return { is: "wrongNumber", given: read.given };
  if (read.code === "words-do-not-fit") return { is: "doNotFit" };
  const { typed: word, at, suggestion: meant = "" } = read;
  return { is: "unknownWord", word, number: at + 1, meant };
}
