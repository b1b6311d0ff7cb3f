import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key of its own use, made of the secret of the house. What is sealed is bound to `bound`. */
export interface HouseSeal {
  close(bound: string, text: Uint8Array): Buffer;
  /** Undefined when it was sealed under another secret, for another use, or bound to something else. */
  open(bound: string, sealed: Uint8Array): Buffer | undefined;
}

/** Without a configured secret there is one process, and it may forget its keys when it ends: one of these for all uses. */
export const houseRoot = (secret: string | undefined): string | Buffer => secret ?? randomBytes(32);

const keyOf = (root: string | Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", root, "", `lykta ${use}`, 32));

/** What only this house can have set under a text: HMAC-SHA-256 under a key of its own use. */
export type HouseMark = (text: string) => Buffer;

export function houseMark(root: string | Buffer, use: string): HouseMark {
  const key = keyOf(root, use);
  return (text) => createHmac("sha256", key).update(text, "utf8").digest();
}

export function houseSeal(root: string | Buffer, use: string): HouseSeal {
  const key = keyOf(root, use);
  return {
    close(bound, text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound, "utf8"));
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    open(bound, sealed) {
      if (sealed.length < NONCE + TAG) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE))
        .setAAD(Buffer.from(bound, "utf8"))
        .setAuthTag(Buffer.from(sealed.subarray(-TAG)));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
