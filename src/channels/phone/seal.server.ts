import { createHash, createHmac, hkdfSync } from "node:crypto";
import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";
import { houseRoot, houseSeal } from "../../platform/house-seal.server.ts";

/** The longest number of E.164 and its plus: so no number is told by its length. */
const NUMBER_LENGTH = 16;

/** Where a call stands, carried by the operator's next question: the server remembers no call. */
const step = z.object({
  call: z.string(),
  n: z.number().int(),
  tried: z.array(uuid),
  until: z.number(),
});
export type CallStep = z.infer<typeof step>;

/** By what a count can be taken back, in whatever process. */
const counted = z.object({ id: uuid, until: z.number() });
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
  const root = houseRoot(secret);
  const [numbers, steps] = [houseSeal(root, "phone number"), houseSeal(root, "phone step")];
  const counts = houseSeal(root, "phone count");
  const marks = Buffer.from(hkdfSync("sha256", root, "", "lykta phone mark", 32));
  return {
    number: (jour, number) =>
      numbers.close(jour, Buffer.from(number.padEnd(NUMBER_LENGTH, " "), "utf8")),
    openNumber: (jour, sealed) => numbers.open(jour, sealed)?.toString("utf8").trim(),
    step: (face, what) =>
      steps.close(face, Buffer.from(JSON.stringify(what), "utf8")).toString("base64url"),
    openStep(face, token) {
      const text = steps.open(face, Buffer.from(token, "base64url"));
      return text && step.parse(JSON.parse(text.toString("utf8")));
    },
    counted: (member, what) =>
      counts.close(member, Buffer.from(JSON.stringify(what), "utf8")).toString("base64url"),
    openCounted(member, token) {
      const text = counts.open(member, Buffer.from(token, "base64url"));
      return text && counted.parse(JSON.parse(text.toString("utf8")));
    },
    mark: (face, call, name) =>
      createHmac("sha256", marks)
        .update(JSON.stringify([face, call, name]))
        .digest()
        .subarray(0, 16),
  };
}
