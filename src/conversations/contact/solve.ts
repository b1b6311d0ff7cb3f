// The one kind of task that our gate sets (gate.server.ts). altcha-lib solves all kinds, and weighs three times this.

/** Several at once: waiting for each answer would take as long as the work. */
const AT_ONCE = 8;

export interface Solution {
  readonly counter: number;
  /** In hex. */
  readonly derivedKey: string;
}

type Parameters = Readonly<Record<string, unknown>>;

/** Finds the counter whose key begins as asked; undefined when `goesOn` says no first. */
export async function solveTask(
  parameters: Parameters,
  goesOn: (tried: number) => boolean,
): Promise<Solution | undefined> {
  if (parameters["algorithm"] !== "PBKDF2/SHA-256") throw new Error("another kind of task");
  const nonce = bytesOf(parameters["nonce"]);
  const how = {
    ...{ name: "PBKDF2", hash: "SHA-256", salt: bytesOf(parameters["salt"]) },
    iterations: Number(parameters["cost"]),
  };
  const keyAt = async (counter: number): Promise<string> => {
    const password = new Uint8Array(nonce.length + 4);
    password.set(nonce);
    new DataView(password.buffer).setUint32(nonce.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const bits = Number(parameters["keyLength"]) * 8;
    return hexOf(await crypto.subtle.deriveBits(how, key, bits));
  };
  const wanted = String(parameters["keyPrefix"]);
  for (let first = 0; goesOn(first); first += AT_ONCE) {
    const keys = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => keyAt(first + at)));
    const found = keys.findIndex((key) => key.startsWith(wanted));
    const derivedKey = keys[found];
    if (derivedKey !== undefined) return { counter: first + found, derivedKey };
  }
  return undefined;
}

function bytesOf(hex: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(String(hex).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
