import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { DOORS } from "../site/index.ts";
import { languages } from "../ui/languages.ts";
import type {
  CallRequest,
  ConversationRequest,
  MoveAnswer,
  OpenRequest,
  SeekerEnd,
} from "./contract.ts";

// The shapes of contract.ts as they are checked at the edge; `satisfies` holds the two together.

const parameters = z.record(z.string().max(40), z.unknown());
const proof = z.object({
  challenge: z.object({ parameters, signature: z.string().max(128) }),
  solution: z.object({
    counter: z.number().int().min(0).max(0xffff_ffff),
    derivedKey: z.string().max(128),
  }),
});
const conversation = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
const token = z.string().max(200);

export const challengeSchema = z.object({ pass: z.string().max(200).optional() });
export const openSchema = z.object({
  door: z.enum(DOORS),
  language: z.enum(languages),
  proof,
}) satisfies z.ZodType<OpenRequest>;
export const endSchema = z.object({ token }) satisfies z.ZodType<SeekerEnd>;
export const moveSchema = z.object({ token, yes: z.boolean() }) satisfies z.ZodType<MoveAnswer>;
export const conversationSchema = z.object({
  conversation,
}) satisfies z.ZodType<ConversationRequest>;
export const callSchema = z.object({
  conversation,
  duty: uuid,
  handOver: z.boolean(),
}) satisfies z.ZodType<CallRequest>;
export const nothingSchema = z.object({});
