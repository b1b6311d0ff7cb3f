import { concat } from "./bytes.ts";
import type { Plain } from "./bytes.ts";
import { fixed, frame, key, list, struct } from "./codec.ts";
import type { Codec } from "./codec.ts";
import { labelled } from "./labels.ts";
import type { Label } from "./labels.ts";
import { demand } from "./refusal.ts";
import type { Suite } from "./suite/types.ts";

const SIGNATURE = 64;

/** The only door through which a signature is believed. */
export async function verify(
  suite: Suite,
  label: Label,
  signer: Uint8Array,
  covered: Uint8Array,
  signature: Uint8Array,
): Promise<void> {
  demand(await suite.ed25519.verify(signer, labelled(label, covered), signature), "bad-signature");
}

export const sign = (
  suite: Suite,
  label: Label,
  seed: Uint8Array,
  covered: Uint8Array,
): Promise<Uint8Array> => suite.ed25519.sign(seed, labelled(label, covered));

export interface Signed<T> {
  make(suite: Suite, seed: Uint8Array, value: T): Promise<Plain>;
  /** Reads without believing. */
  peek(bytes: Uint8Array): T;
  open(suite: Suite, signer: Uint8Array, bytes: Uint8Array): Promise<T>;
}

/** Version, type, body, then one signature over all of that. */
export function signed<T>(type: number, label: Label, body: Codec<T>): Signed<T> {
  const bare = frame(type, body);
  const whole = frame(type, struct({ body, signature: fixed(SIGNATURE) }));
  return {
    async make(suite, seed, value) {
      const covered = bare.encode(value);
      return concat(covered, await sign(suite, label, seed, covered));
    },
    peek: (bytes) => whole.decode(bytes).body,
    async open(suite, signer, bytes) {
      const { body: value, signature } = whole.decode(bytes);
      await verify(suite, label, signer, bytes.subarray(0, -SIGNATURE), signature);
      return value;
    },
  };
}

export interface Signature {
  key: Uint8Array;
  signature: Uint8Array;
}

export interface MultiSigned<T> {
  covered(value: T): Plain;
  seal(covered: Uint8Array, signatures: Signature[]): Plain;
  read(bytes: Uint8Array): { value: T; covered: Uint8Array; signatures: Signature[] };
}

const signature = struct({ key, signature: fixed(SIGNATURE) });
export const signatures = list(signature, 16);

/** Version, type, body, then several signatures, each with its key. Who must have signed is for the reader to know. */
export function multiSigned<T>(type: number, body: Codec<T>): MultiSigned<T> {
  const whole = frame(type, struct({ body, signatures }));
  return {
    covered: frame(type, body).encode,
    seal: (covered, given) => concat(covered, signatures.put(given)),
    read(bytes) {
      const { body: value, signatures: given } = whole.decode(bytes);
      return {
        value,
        covered: bytes.slice(0, bytes.length - signatures.put(given).length),
        signatures: given,
      };
    },
  };
}
