import { createHash, createHmac } from "node:crypto";
import type { JourId } from "../../platform/database/index.server.ts";
import type { ShredStore } from "../../platform/shred/index.server.ts";

/** A mail that is fetched again, or answered, is known again for so long: as long as a letter may be kept. */
export const MARK_DAYS = 90;

/** Where the jour's key for marks lies among the keys of mail. */
export const markKeyId = (jour: JourId): Uint8Array =>
  createHash("sha256").update(`lykta mail marks ${jour}`).digest().subarray(0, 16);

export interface Marks {
  /** Of a whole mail. */
  ofMail(raw: Uint8Array): Uint8Array;
  /** Of the number of a mail that was sent. */
  ofNumber(messageId: string): Uint8Array;
}

/** Without the key nobody can tell whether a mail that he holds was ever here. */
export async function marksOf(keys: ShredStore, jour: JourId): Promise<Marks> {
  const id = markKeyId(jour);
  const made = (): Promise<Uint8Array | undefined> => keys.create(id).catch(() => keys.read(id));
  const key = (await keys.read(id)) ?? (await made());
  if (!key) throw new Error("The key for marks of mail can neither be read nor made");
  const mark = (kind: string, bytes: Uint8Array | string): Uint8Array =>
    createHmac("sha256", key).update(`${kind}\0`).update(bytes).digest();
  return {
    ofMail: (raw) => mark("mail", raw),
    ofNumber: (messageId) => mark("number", messageId.toLowerCase()),
  };
}
