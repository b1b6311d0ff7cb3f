import { argon2id } from "hash-wasm";
import { ARGON2 } from "./staff/passphrase.ts";

/** 64 bytes; takes about a second and 128 MiB. Only for the desk: it brings WebAssembly. */
export function stretchPassphrase(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return argon2id({
    // Two keyboards may write the same å in two ways.
    password: passphrase.normalize("NFKC"),
    salt,
    memorySize: ARGON2.memory,
    iterations: ARGON2.passes,
    parallelism: ARGON2.lanes,
    hashLength: ARGON2.length,
    outputType: "binary",
  });
}
