import { equal } from "../bytes.ts";
import { open, seal } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { pad, unpad } from "../pad.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import type { SupporterLabel } from "../supporters/labels.ts";

const NOTHING = new Uint8Array(0);
const ZERO_NONCE = new Uint8Array(12);
export type BoxLabel = typeof LABEL.letterKey | typeof LABEL.sheetKey | SupporterLabel;

export interface Box {
  commitment: Uint8Array;
  /** The content key, sealed to each reader in the order given. */
  keys: Uint8Array[];
  sealed: Uint8Array;
}

/**
 * One text for several readers: under a fresh key, which each gets sealed. The commitment binds key and
 * header, since AES-GCM alone would let two keys open the same bytes to two texts.
 */
export async function sealBox(
  suite: Suite,
  label: BoxLabel,
  header: Uint8Array,
  readers: Uint8Array[],
  content: Uint8Array,
): Promise<Box> {
  const secret = suite.random(32);
  const info = labelled(label, header);
  const keys: Uint8Array[] = [];
  for (const reader of readers) keys.push(await seal(suite, reader, info, NOTHING, secret));
  return {
    commitment: await commit(suite, header, secret),
    keys,
    sealed: await suite.aesSeal(
      await textKey(suite, header, secret),
      ZERO_NONCE,
      info,
      pad(content),
    ),
  };
}

export async function openBox(
  suite: Suite,
  label: BoxLabel,
  header: Uint8Array,
  sealSeed: Uint8Array,
  box: { commitment: Uint8Array; key: Uint8Array; sealed: Uint8Array },
): Promise<Uint8Array> {
  const info = labelled(label, header);
  const secret = await open(suite, sealSeed, info, NOTHING, box.key);
  demand(equal(await commit(suite, header, secret), box.commitment), "letter-altered");
  const key = await textKey(suite, header, secret);
  return unpad(await suite.aesOpen(key, ZERO_NONCE, info, box.sealed));
}

const derive =
  (label: typeof LABEL.letterText | typeof LABEL.commitment) =>
  async (suite: Suite, header: Uint8Array, secret: Uint8Array): Promise<Uint8Array> =>
    suite.hkdf(secret, await suite.sha256(header), labelled(label), 32);
const textKey = derive(LABEL.letterText);
const commit = derive(LABEL.commitment);
