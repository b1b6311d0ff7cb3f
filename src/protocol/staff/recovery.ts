import { utf8 } from "../bytes.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";

// Crockford's alphabet: no letter that is read as a digit, none that makes Swedish or English words by chance.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS = 29;

/** 29 random symbols (145 bits) and a check symbol, in six groups of five. */
export function newRecoveryCode(suite: Suite): string {
  const symbols = Array.from(suite.random(SYMBOLS), (byte) => byte % 32);
  return print([...symbols, checkSymbol(symbols)]);
}

const print = (symbols: number[]): string =>
  (
    symbols
      .map((symbol) => ALPHABET[symbol])
      .join("")
      .match(/.{5}/g) ?? []
  ).join("-");

/** Luhn's sum to the base of 32: any one wrong symbol is found, and nearly any two that changed places. */
function checkSymbol(symbols: number[]): number {
  const sum = symbols.toReversed().reduce((total, symbol, at) => {
    const product = at % 2 === 0 ? symbol * 2 : symbol;
    return total + Math.floor(product / 32) + (product % 32);
  }, 0);
  return (32 - (sum % 32)) % 32;
}

/** As typed: small letters, blanks, O for 0, I and L for 1. Throws `wrong-recovery-code`. */
export function readRecoveryCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const symbols = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  const fits = symbols.length === SYMBOLS + 1 && !symbols.includes(-1);
  demand(
    fits && checkSymbol(symbols.slice(0, SYMBOLS)) === symbols[SYMBOLS],
    "wrong-recovery-code",
  );
  return print(symbols);
}

/** `lookup` finds the row (the server keeps its SHA-256), `wrap` opens what lies there. */
export async function deriveRecovery(
  suite: Suite,
  typed: string,
): Promise<{ lookup: Uint8Array; wrap: Uint8Array }> {
  const code = utf8(readRecoveryCode(typed));
  const derive = (label: typeof LABEL.recoveryLookup | typeof LABEL.recoveryWrap) =>
    suite.hkdf(code, new Uint8Array(0), labelled(label), 32);
  return { lookup: await derive(LABEL.recoveryLookup), wrap: await derive(LABEL.recoveryWrap) };
}
