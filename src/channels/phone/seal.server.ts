import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { z } from "zod";

const NONCE = 12;
const TAG = 16;
/** The longest number of E.164 and its plus: so no number is told by its length. */
const NUMBER_LENGTH = 16;

/** Where a call stands, carried by the operator's next question: the server remembers no call. */
const step = z.object({
  call: z.string(),
  n: z.number().int(),
  tried: z.array(z.uuid()),
  until: z.number(),
});
export type CallStep = z.infer<typeof step>;

/** By what a count can be taken back, in whatever process. */
const counted = z.object({ id: z.uuid(), until: z.number() });
type CountedCall = z.infer<typeof counted>;

/** What the telephone seals under the secret of the house. */
export interface Seal {
  number(jour: string, number: string): Buffer;
  /** Undefined when it was sealed under another secret. */
  openNumber(jour: string, sealed: Uint8Array): string | undefined;
  step(face: string, step: CallStep): string;
  openStep(face: string, token: string): CallStep | undefined;
  /** For her who has counted it, and nobody else. */
  counted(member: string, what: CountedCall): string;
  openCounted(member: string, token: string): CountedCall | undefined;
  /** The same for the same step of the same call, and nothing to anybody without the secret. */
  mark(face: string, call: string, step: string): Buffer;
}

export const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

export function createSeal(secret: string | undefined): Seal {
  // Without a configured secret there is one process, and it may forget its key when it ends.
  const root = secret ?? randomBytes(32);
  const keyFor = (use: string): Buffer =>
    Buffer.from(hkdfSync("sha256", root, "", `lykta phone ${use}`, 32));
  const [numbers, steps, marks] = [keyFor("number"), keyFor("step"), keyFor("mark")];
  const counts = keyFor("count");
  return {
    number: (jour, number) =>
      close(numbers, jour, Buffer.from(number.padEnd(NUMBER_LENGTH, " "), "utf8")),
    openNumber: (jour, sealed) => open(numbers, jour, sealed)?.toString("utf8").trim(),
    step: (face, what) =>
      close(steps, face, Buffer.from(JSON.stringify(what), "utf8")).toString("base64url"),
    openStep(face, token) {
      const text = open(steps, face, Buffer.from(token, "base64url"));
      return text && step.parse(JSON.parse(text.toString("utf8")));
    },
    counted: (member, what) =>
      close(counts, member, Buffer.from(JSON.stringify(what), "utf8")).toString("base64url"),
    openCounted(member, token) {
      const text = open(counts, member, Buffer.from(token, "base64url"));
      return text && counted.parse(JSON.parse(text.toString("utf8")));
    },
    mark: (face, call, name) =>
      createHmac("sha256", marks)
        .update(JSON.stringify([face, call, name]))
        .digest()
        .subarray(0, 16),
  };
}

function close(key: Buffer, bound: string, text: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound, "utf8"));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, bound: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(bound, "utf8"))
    .setAuthTag(Buffer.from(sealed.subarray(-TAG)));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}
