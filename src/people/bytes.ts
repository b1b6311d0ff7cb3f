import { fromBase64url, Refusal } from "../protocol/index.ts";

export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.join() === b.join();

/** Of what the server sends; throws `malformed` on anything else. */
export function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Refusal("malformed");
  return bytes;
}
