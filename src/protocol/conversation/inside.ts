import { concat } from "../bytes.ts";
import type { LABEL } from "../labels.ts";
import { sign, verify } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { pad, unpad } from "../pad.ts";

const SIGNATURE = 64;
type Inside = typeof LABEL.message | typeof LABEL.direct;

/** Content, signature over context and content, padding: what is then encrypted. */
export async function signInside(
  suite: Suite,
  label: Inside,
  seed: Uint8Array,
  context: Uint8Array,
  content: Uint8Array,
): Promise<Uint8Array> {
  return pad(concat(content, await sign(suite, label, seed, concat(context, content))));
}

export async function openInside(
  suite: Suite,
  label: Inside,
  key: Uint8Array,
  context: Uint8Array,
  padded: Uint8Array,
): Promise<Uint8Array> {
  const inner = unpad(padded);
  const content = inner.slice(0, -SIGNATURE);
  await verify(suite, label, key, concat(context, content), inner.slice(-SIGNATURE));
  return content;
}
