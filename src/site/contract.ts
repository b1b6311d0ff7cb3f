import { z } from "zod";
import { isMunicipality } from "../network/index.ts";
import { intervalFaults } from "./intervals.ts";
import { CHANNELS, COLOURS, DOORS, type Door } from "./names.ts";

// Schemas of what coordinators send and of what lies in jsonb columns. One schema for both.

const text = (max: number) => z.string().trim().max(max);

/** A text in every language that the site is offered in; all filled in, or none. */
const either = (max: number) =>
  z
    .object({ sv: text(max), en: text(max) })
    .refine((both) => (both.sv === "") === (both.en === ""), "both-languages");

/** A text that must be there, in every language. */
const both = (max: number) => z.object({ sv: text(max).min(1), en: text(max).min(1) });

const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{1,18}[0-9]$/);

/** In one spelling: a telephone writes "Https://", and the table takes small letters. */
const address = z.url({ protocol: /^https$/, normalize: true }).max(300);

const wayContract = z.object({
  name: both(120),
  phone: phone.nullable(),
  /** A page of somebody else, or of another face of this jour (by its short name), or neither. */
  url: address.nullable(),
  face: z.string().max(63).nullable(),
});

const gentleContract = z.object({
  who: both(160),
  say: both(800),
  ways: z.array(wayContract).max(8),
});

export const doorContract = z.object({
  received: z.boolean(),
  label: both(80),
  hint: either(120),
  lead: both(600),
  body: either(5000),
  gentle: z.array(gentleContract).max(8),
});
export type DoorContent = z.infer<typeof doorContract>;

const doorsContract = z.object(
  Object.fromEntries(DOORS.map((door) => [door, doorContract])) as Record<
    Door,
    typeof doorContract
  >,
);

export const policyContract = z.object({
  receives: z.enum(["women", "everyone"]),
  ages: z.object({
    from: z.number().int().min(0).max(120),
    until: z.number().int().min(0).max(120).nullable(),
  }),
  answeredBy: z.enum(["women", "trained-adult"]),
});
export type PolicyContent = z.infer<typeof policyContract>;

const beforeContract = z.object({
  pledge: both(1500),
  questions: z.array(z.object({ question: both(160), answer: both(1500) })).max(12),
});

const language = z.string().regex(/^[a-z]{2,3}$/);

/** Whom the face is there for, as the directory of the network tells it. */
const reachContract = z.object({
  municipalities: z.array(z.string().refine(isMunicipality, "unknown-municipality")).max(290),
  /** Whether people from other municipalities are received. */
  elsewhere: z.boolean(),
  languages: z.array(language).min(1).max(30),
});

/** Everything of a face that coordinators write, except its hours. */
export const faceContract = z.object({
  name: text(120).min(1),
  colour: z.enum(COLOURS),
  tabTitle: text(40).min(1),
  phone: phone.nullable(),
  exitUrl: address,
  place: text(120),
  policy: policyContract,
  reach: reachContract,
  welcome: z.object({ lead: both(300), about: either(4000) }),
  doors: doorsContract,
  before: beforeContract,
  permit: z.object({
    status: z.enum(["none", "applied", "granted", "paused"]),
    note: either(600),
  }),
  partners: z.array(z.object({ name: text(120).min(1), url: address.nullable() })).max(40),
  /** For those on duty only. */
  routine: either(4000),
});
export type FaceContent = z.infer<typeof faceContract>;

const intervalContract = z.object({ from: z.string().max(5), until: z.string().max(5) });

/** The intervals of one day: real times, none over another. */
const dayContract = z
  .array(intervalContract)
  .max(12)
  .superRefine((intervals, context) => {
    for (const [index, fault] of intervalFaults(intervals))
      context.addIssue({ code: "custom", path: [index], message: fault });
  });

const weekContract = z.array(dayContract).length(7);

export const hoursContract = z.object({
  week: z.object(
    Object.fromEntries(CHANNELS.map((channel) => [channel, weekContract])) as Record<
      (typeof CHANNELS)[number],
      typeof weekContract
    >,
  ),
  exceptions: z
    .array(
      z.object({
        date: z.iso.date(),
        channel: z.enum(["all", ...CHANNELS]),
        intervals: dayContract,
      }),
    )
    .max(400)
    .refine(
      (list) => new Set(list.map((e) => `${e.date} ${e.channel}`)).size === list.length,
      "same-date-twice",
    ),
});
export type HoursContent = z.infer<typeof hoursContract>;

/** PUT face and PUT hours: the version that was read, so that nobody overwrites a colleague unseen. */
export const putFaceContract = z.object({ version: z.number().int().min(1), face: faceContract });
export const putHoursContract = z.object({
  version: z.number().int().min(1),
  hours: hoursContract,
});
