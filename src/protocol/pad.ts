import { concat, u32 } from "./bytes.ts";
import type { Plain } from "./bytes.ts";
import { demand, refuse } from "./refusal.ts";

/** The only lengths that a clear text ever has. */
export const BUCKETS = [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 49_152] as const;

const bucketFor = (length: number): number | undefined => BUCKETS.find((size) => size >= length);

/** Length, content, zeros up to the smallest bucket. */
export function pad(content: Uint8Array): Plain {
  const length = 4 + content.length;
  const bucket = bucketFor(length) ?? refuse("text-too-long");
  return concat(u32(content.length), content, new Uint8Array(bucket - length));
}

/** There is one right padding; any other is refused. */
export function unpad(padded: Uint8Array): Uint8Array {
  demand(padded.length >= 4, "not-canonical");
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  demand(bucketFor(length + 4) === padded.length, "not-canonical");
  demand(
    padded.subarray(4 + length).every((byte) => byte === 0),
    "not-canonical",
  );
  return padded.subarray(4, 4 + length);
}
