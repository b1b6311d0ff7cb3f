import { z } from "zod";
import { siteAddress } from "../../platform/site-address.ts";
import { uuid } from "../../platform/uuid.ts";
import { municipalities } from "../municipalities.ts";
import { plainTown } from "../directory/match.ts";

export const joiningPaths = {
  /** The form, at the federation's site. */
  form: "/anslut",
  /** Where the applicant reads what the federation says. */
  answer: "/anslut/svar",
  list: "/desk/api/joining/list",
  ask: "/desk/api/joining/ask",
  decide: "/desk/api/joining/decide",
  clear: "/desk/api/joining/clear",
} as const;

export const STAGES = ["new", "asked", "answered", "approved", "declined"] as const;
export type Stage = (typeof STAGES)[number];

/** So many without a decision, and the form takes no more. */
export const MOST_WAITING = 60;
/** What either side may say at once. */
export const LONGEST_TEXT = 4000;
/** As much as a body holds: what is too long is shown again, to be shortened. */
const MOST_SENT = 64 * 1024;

/** As the form sends it: nothing is refused for its shape, so that nobody has to write it twice. */
export const formContract = z.object({
  name: z.string().max(400).default(""),
  kind: z.string().max(20).default(""),
  url: z.string().max(600).default(""),
  phone: z.string().max(100).default(""),
  municipalities: z.string().max(6000).default(""),
  elsewhere: z.string().max(5).default(""),
  receives: z.string().max(20).default(""),
  from: z.string().max(10).default(""),
  until: z.string().max(10).default(""),
  permit: z.string().max(20).default("none"),
  person: z.string().max(400).default(""),
  mail: z.string().max(400).default(""),
  about: z.string().max(MOST_SENT).default(""),
});
export type Written = z.infer<typeof formContract>;
export const blank: Written = { ...formContract.parse({}), kind: "kvinnojour", receives: "women" };

export const answerContract = z.object({
  code: z.string().max(100).default(""),
  reply: z.string().max(MOST_SENT).default(""),
});

/** What an association says of itself, once it has been understood. */
export const toldContract = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(["kvinnojour", "ungdomsjour"]),
  url: siteAddress,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{3,39}$/)
    .nullable(),
  municipalities: z.array(z.string()).min(1).max(290),
  elsewhere: z.boolean(),
  receives: z.enum(["women", "everyone"]),
  from: z.number().int().min(0).max(120),
  until: z.number().int().min(0).max(120).nullable(),
  permit: z.enum(["none", "applied", "granted", "paused"]),
  person: z.string().trim().min(1).max(120),
  mail: z.email().max(254),
  about: z.string().trim().max(LONGEST_TEXT),
});
type Understood = z.infer<typeof toldContract>;
export type Told = Readonly<Omit<Understood, "municipalities">> & {
  readonly municipalities: readonly string[];
};
export type Field = keyof Written;

export type Read =
  | { readonly ok: true; readonly told: Told }
  /** Fields that could not be understood; of the municipalities the names that are none. */
  | { readonly ok: false; readonly wrong: readonly Field[]; readonly unknown: readonly string[] };

const codes = new Map(municipalities.map(({ code, name }) => [plainTown(name), code]));
/** Both a comma and a line of its own part names. */
const townsIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

const wholeNumber = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : -1);

/** Pure: what the form says, or where it cannot be understood. */
export function readForm(written: Written): Read {
  const towns = townsIn(written.municipalities);
  const unknown = towns.filter((name) => !codes.has(plainTown(name)));
  const url = written.url.trim();
  const told = toldContract.safeParse({
    ...written,
    url: /^https?:\/\//i.test(url) ? url.replace(/^http:/i, "https:") : `https://${url}`,
    phone: written.phone.trim() === "" ? null : written.phone,
    municipalities: [...new Set(towns.flatMap((name) => codes.get(plainTown(name)) ?? []))],
    elsewhere: written.elsewhere !== "",
    from: wholeNumber(written.from),
    until: written.until.trim() === "" ? null : wholeNumber(written.until),
    mail: written.mail.trim(),
  });
  const wrong = new Set<Field>(
    told.success ? [] : told.error.issues.map((issue) => issue.path[0] as Field),
  );
  if (unknown.length > 0) wrong.add("municipalities");
  if (told.success && told.data.until !== null && told.data.until < told.data.from)
    wrong.add("until");
  if (told.success && wrong.size === 0) return { ok: true, told: told.data };
  return { ok: false, wrong: [...wrong], unknown };
}

export interface Said {
  readonly by: "federation" | "applicant";
  readonly text: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
}

/** What she has just written and is not kept, and why. */
export interface Unsent {
  readonly text: string;
  readonly why: "too-long" | "decided" | "enough";
}

/** What the applicant sees of it. */
export interface Standing {
  readonly name: string;
  readonly stage: Stage;
  readonly sentOn: string;
  readonly talk: readonly Said[];
  /** Approved, and the entry in the directory is still to be made. */
  readonly toEnter: boolean;
}

/** What the federation's desk sees. */
export interface Application extends Standing {
  readonly id: string;
  readonly version: number;
  readonly told: Told;
}

const id = uuid;
const version = z.number().int().min(1);
const text = z.string().trim().max(LONGEST_TEXT);
export const listContract = z.object({});
export const askContract = z.object({ id, version, text: text.min(1) });
export const decideContract = z.discriminatedUnion("decision", [
  z.object({ id, version, decision: z.literal("approved"), text }),
  // No without a word is not said.
  z.object({ id, version, decision: z.literal("declined"), text: text.min(1) }),
]);
/** Those that were looked at: what has come since is not among them. */
export const clearContract = z.object({ ids: z.array(uuid).min(1).max(MOST_WAITING) });
export type Decision = z.infer<typeof decideContract>;

export interface ApplicationList {
  readonly applications: readonly Application[];
}
