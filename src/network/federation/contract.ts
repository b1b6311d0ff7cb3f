import { z } from "zod";
import { siteAddress } from "../../platform/site-address.ts";
import { uuid } from "../../platform/uuid.ts";
import type { Entry } from "../entry.ts";
import { isMunicipality } from "../municipalities.ts";

export const federationPaths = {
  members: "/desk/api/network/members",
  rule: "/desk/api/network/rule",
  approve: "/desk/api/network/approve",
  enter: "/desk/api/network/enter",
  takeOff: "/desk/api/network/take-off",
} as const;

export const membersContract = z.object({});
export const ruleContract = z.object({ approval: z.boolean() });
export const approveContract = z.object({ host: z.string().max(255), approved: z.boolean() });
export const takeOffContract = z.object({ id: uuid });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const span = z.object({ from: time, until: time });
const channel = z.enum(["chat", "phone", "letter", "talk"]);

/** What the directory tells of a guest: an `Entry`, with bounds. */
const entry = z.object({
  receives: z.enum(["women", "everyone"]),
  ages: z.object({
    from: z.number().int().min(0).max(120),
    until: z.number().int().min(0).max(120).nullable(),
  }),
  doors: z.array(z.enum(["woman", "young", "worried", "social-services", "learn"])).max(5),
  municipalities: z.array(z.string().refine(isMunicipality, "no-municipality")).max(290),
  elsewhere: z.boolean(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/)).max(40),
  permit: z.enum(["none", "applied", "granted", "paused"]),
  hours: z.object({
    week: z.partialRecord(channel, z.array(z.array(span).max(8)).length(7)),
    exceptions: z
      .array(
        z.object({
          date: z.iso.date(),
          channel: z.enum(["all", ...channel.options]),
          intervals: z.array(span).max(8),
        }),
      )
      .max(400),
  }),
});

export const guestContract = z.object({
  id: uuid,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(["kvinnojour", "ungdomsjour"]),
  place: z.string().trim().max(200),
  phone: z
    .string()
    .regex(/^\+?[\d -]{3,39}$/)
    .nullable(),
  url: siteAddress,
  entry,
});
/** A jour of the directory whose pages are not in this house. */
export interface GuestDraft extends Omit<z.infer<typeof guestContract>, "entry"> {
  readonly entry: Entry;
}

export const enterContract = z.object({ guests: z.array(guestContract).min(1).max(300) });

export interface FederationMember {
  readonly name: string;
  readonly host: string;
  /** "YYYY-MM-DD", or null while she is not approved. */
  readonly approvedOn: string | null;
}

export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly url: string;
  readonly source: "application" | "hsds";
  /** "YYYY-MM-DD" */
  readonly since: string;
}

export interface FederationView {
  /** Whether only those are listed whom the federation has approved. */
  readonly approval: boolean;
  readonly members: readonly FederationMember[];
  readonly guests: readonly Guest[];
}
