import { z } from "zod";
import { EXTRACT_SIZE, REGISTERS } from "../protocol/records/index.ts";
import { PLEDGE_LONGEST, PLEDGE_SHORTEST, WORKS } from "./contract.ts";

const bytes = (max: number) =>
  z
    .string()
    .max(Math.ceil((max * 4) / 3))
    .regex(/^[\w-]+$/)
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));
const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const day = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false);
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const kind = z.enum(["correction", "erasure"]);
/** Keys and header of a copy beside its content. */
const COPY = EXTRACT_SIZE + 12_000;

// Strict: what has no place here is refused, not dropped in silence.
export const schemas = {
  nothing: z.strictObject({}),
  sign: z.strictObject({ version: z.number().int().min(1), statement: bytes(1024) }),
  leave: z.strictObject({ onLeave: z.boolean() }),
  request: z.strictObject({ kind, withdraw: z.boolean() }),
  pledge: z.strictObject({
    after: z.number().int().min(0),
    body: z.string().trim().min(PLEDGE_SHORTEST).max(PLEDGE_LONGEST),
  }),
  member: z.strictObject({ member: id }),
  standing: z.union([
    z.strictObject({ member: id, work: z.enum(WORKS) }),
    z.strictObject({ member: id, onLeave: z.boolean() }),
  ]),
  note: z.strictObject({ member: id, shownMonth: month }),
  copy: z.strictObject({
    member: id,
    issuedOn: day,
    startedOn: day,
    criminal: bytes(COPY),
    suspicion: bytes(COPY),
    statement: bytes(512),
  }),
  openCopy: z.strictObject({ copy: id, register: z.enum(REGISTERS) }),
  forgetCopy: z.strictObject({ copy: id }),
  answered: z.strictObject({ member: id, kind }),
  looks: z.strictObject({ month: month.nullable() }),
  review: z.strictObject({ month, statement: bytes(512) }),
} as const;

/** Both registers' copies, as base64. */
export const COPY_BODY = Math.ceil((2 * COPY * 4) / 3) + 4096;
