import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { LETTERS } from "../protocol/index.ts";
import { LETTER_SIZE } from "../protocol/letters/index.ts";
import { TEAMS } from "./policy.ts";

/** Base64url without padding becomes bytes; `length` where only one is right. */
const bytes = (max: number, length?: number) =>
  z
    .string()
    .max(Math.ceil((max * 4) / 3))
    .regex(/^[\w-]*$/)
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
    .refine((value) => value.length <= max && (length === undefined || value.length === length));

const object = bytes(LETTER_SIZE.object);
const token = bytes(32, 32);
const id = bytes(16, 16);
const chunk = bytes(LETTER_SIZE.chunk + 16, LETTER_SIZE.chunk + 16);
const place = z.number().int().min(0).max(31);
const shares = z.array(bytes(2048)).max(500);
const proof = z.object({
  challenge: z.object({
    parameters: z.record(z.string().max(40), z.unknown()),
    signature: z.string().max(128),
  }),
  solution: z.object({
    counter: z.number().int().min(0).max(0xffff_ffff),
    derivedKey: z.string().max(128),
  }),
});

export const schemas = {
  open: z.object({ proof, token, mailbox: bytes(2048), letter: object }),
  token: z.object({ token }),
  write: z.object({ token, letter: object }),
  mark: z.object({ token, mark: bytes(512) }),
  attach: z.object({ token, attachment: id, place, chunk }),
  chunk: z.object({ token, attachment: id, place }),
  team: z.object({ team: z.enum(TEAMS).default(LETTERS) }),
  mailbox: z.object({ mailbox: id }),
  handOver: z.object({ mailbox: id, to: uuid }),
  answer: z.object({
    mailbox: id,
    letter: object,
    mail: z
      .object({ to: z.string().min(3).max(254), text: z.string().min(1).max(LETTER_SIZE.text) })
      .optional(),
  }),
  note: z.object({ mailbox: id, sheet: object }),
  draft: z.object({ mailbox: id, sheet: object.nullable() }),
  teamMark: z.object({ mailbox: id, mark: bytes(512) }),
  teamAttach: z.object({ mailbox: id, attachment: id, place, chunk }),
  teamChunk: z.object({ mailbox: id, attachment: id, place }),
  newKey: z.object({ statement: bytes(2048), shares }),
  shares: z.object({ shares }),
  settings: z.object({ daysKept: z.number().int().min(7).max(90) }),
} as const;

/** Of a body that holds a letter or a piece of a file, as text. */
export const MAX_BODY = 128 * 1024;
/** Of a body with the shares of a whole team. */
export const MAX_SHARES_BODY = 1024 * 1024;
