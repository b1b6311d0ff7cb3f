import { argon2idAsync } from "@noble/hashes/argon2.js";
import { argon2id as wasm } from "hash-wasm";
import { CODE_ARGON2 } from "./letters/code.ts";

/** A return code into 64 bytes. Where WebAssembly is missing the same comes more slowly from plain JavaScript. */
export async function stretchCode(password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const { memory, passes, lanes, length } = CODE_ARGON2;
  try {
    return await wasm({
      ...{ password, salt, memorySize: memory, iterations: passes, parallelism: lanes },
      ...{ hashLength: length, outputType: "binary" },
    });
  } catch {
    return argon2idAsync(password, salt, { m: memory, t: passes, p: lanes, dkLen: length });
  }
}
