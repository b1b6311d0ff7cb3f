import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { type MemberRole, NAME_LIMIT } from "./contract.ts";

/** Base64url without padding becomes bytes; `length` where only one is right. */
export const bytes = (max: number, length?: number) =>
  z
    .string()
    .max(Math.ceil((max * 4) / 3))
    .regex(/^[\w-]*$/)
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
    .refine((value) => length === undefined || value.length === length);
export const key = bytes(32, 32);
const role = z.enum(["volunteer", "coordinator"] satisfies MemberRole[]);
const name = z.string().trim().min(1).max(NAME_LIMIT);
const base64url = z
  .string()
  .max(8192)
  .regex(/^[\w-]+$/);

// Strict: `clientExtensionResults` would hold the PRF secret, and whoever posts it is told at once.
const credential = <T extends z.ZodType>(response: T) =>
  z.strictObject({ id: base64url, rawId: base64url, type: z.literal("public-key"), response });
const registration = credential(
  z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
);
const assertion = credential(
  z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
);

const sealed = bytes(1024);
const way = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("passkey"),
    label: z.string().trim().max(60),
    sealed,
    registration,
  }),
  z.strictObject({ kind: z.literal("passphrase"), lookup: key, auth: key, sealed }),
  z.strictObject({ kind: z.literal("recovery"), lookup: key, sealed }),
]);

const publication = {
  after: z.number().int().min(0),
  entries: z.array(bytes(4096)).max(16),
  directory: bytes(180_000),
};

export const schemas = {
  invited: z.strictObject({ token: key }),
  enrol: z.strictObject({
    token: key,
    name,
    enrolment: bytes(2048),
    ways: z
      .array(way)
      .min(2)
      .max(4)
      // Always a recovery code, and never that alone.
      .refine((ways) => ways.filter((one) => one.kind === "recovery").length === 1),
  }),
  countersign: z.strictObject({ token: key, ...publication }),
  publish: z.strictObject(publication),
  passkeyOptions: z.strictObject({}),
  passkey: z.strictObject({ assertion }),
  passphrase: z.strictObject({ lookup: key, auth: key }),
  recovery: z.strictObject({ lookup: key }),
  finish: z.strictObject({ member: uuid, challenge: key, answer: bytes(512) }),
  signOut: z.strictObject({}),
  myName: z.strictObject({ name }),
  way: z.strictObject({ way }),
  rewrapped: z.strictObject({ sealed }),
  invitation: z.strictObject({ id: uuid, token: key, role, recovers: uuid.optional() }),
};
export const isUuid = (text: string): boolean => uuid.safeParse(text).success;
