import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";

/** Argon2id for passphrases that people choose; memory in KiB. */
export const ARGON2 = { memory: 131_072, passes: 3, lanes: 1, length: 64, salt: 16 } as const;

/** From the stretched passphrase: what is shown to the server (which keeps its SHA-256), and what opens the wrap. */
export async function splitPassphrase(
  suite: Suite,
  stretched: Uint8Array,
): Promise<{ auth: Uint8Array; wrap: Uint8Array }> {
  demand(stretched.length === ARGON2.length, "bad-key");
  const derive = (label: typeof LABEL.passphraseAuth | typeof LABEL.passphraseWrap) =>
    suite.hkdf(stretched, new Uint8Array(0), labelled(label), 32);
  return { auth: await derive(LABEL.passphraseAuth), wrap: await derive(LABEL.passphraseWrap) };
}
