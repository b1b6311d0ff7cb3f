import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { KINDS, PLACES, QUALITY, STANDINGS, WISHES } from "./contract.ts";

const id = uuid;
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const day = z.iso.date().refine((text) => text.startsWith("20"));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const local = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((text) => text.startsWith("20"));
const quality = z.string().regex(QUALITY);
const knows = z.array(quality.refine((one) => /^(language|skill):/.test(one))).max(12);

const draft = {
  kind: z.enum(KINDS),
  face: id.nullable(),
  title: z.string().trim().min(1).max(60),
  needed: z.number().int().min(1).max(100),
  atLeast: z.array(quality).max(6),
};

export const schemas = {
  nothing: z.object({}),
  month: z.object({ month }),
  wish: z.object({ shift: id, wish: z.enum(WISHES) }),
  take: z.object({ shift: id, place: z.enum(PLACES) }),
  leave: z.object({ shift: id }),
  offer: z.object({ shift: id, to: id.nullable(), forShift: id.nullable() }),
  answer: z.object({ offer: id, yes: z.boolean() }),
  withdraw: z.object({ offer: id }),
  saveMine: z.object({
    knows,
    mostAMonth: z.number().int().min(0).max(31).nullable(),
    mail: z.string().trim().max(254).nullable(),
  }),
  savePattern: z.object({
    pattern: id.nullable(),
    version: z.number().int().min(0),
    draft: z
      .object({
        ...draft,
        weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
        every: z.number().int().min(0).max(26),
        firstOn: day,
        lastOn: day.nullable(),
        starts: time,
        ends: time,
        days: z.number().int().min(0).max(7),
        onRedDays: z.boolean(),
      })
      // Else it would end before it begins, and no month would ever show it.
      .refine((one) => one.days > 0 || one.ends > one.starts),
  }),
  removePattern: z.object({ pattern: id }),
  saveShift: z.object({
    ...draft,
    shift: id.nullable(),
    version: z.number().int().min(0),
    starts: local,
    ends: local,
    calledOff: z.boolean(),
  }),
  savePerson: z.object({
    member: id,
    standing: z.enum(STANDINGS),
    knows,
    mostAMonth: z.number().int().min(0).max(31).nullable(),
  }),
  accept: z.object({
    places: z
      .array(
        z.object({
          shift: id,
          before: z.array(id).max(100),
          members: z.array(id).max(100),
        }),
      )
      .max(400),
  }),
} as const;
