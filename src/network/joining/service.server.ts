import { createHash, randomInt, randomUUID } from "node:crypto";
import type { Database, JourId, TenantTx } from "../../platform/database/index.server.ts";
import { errorFields, log } from "../../platform/log.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { GuestDraft } from "../federation/contract.ts";
import { enterGuest } from "../federation/store.server.ts";
import { setApproved } from "../members-store.server.ts";
import { municipalityName } from "../municipalities.ts";
import {
  type Application,
  type Decision,
  LONGEST_TEXT,
  MOST_WAITING,
  type Said,
  type Standing,
  type Told,
  type Unsent,
} from "./contract.ts";
import * as store from "./store.server.ts";

const MOST_A_DAY = 20;
const MOST_SAID = 40;
const DAY_MS = 86_400_000;
const AFTER_DECISION_DAYS = 90;
const AT_MOST_DAYS = 365;

/** Without those that look alike. 16 of 30 are 78 bits: nobody guesses one. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz2345679";
const CODE_LENGTH = 16;

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
/** However it was written down: "abcd-efgh" as "ABCD EFGH". */
const hashOf = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ""))
    .digest();
export const inFours = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1-");

/** Keeps the application, and gives the code with which its answer is read; the code itself is not kept. */
export function apply(
  database: Database,
  federation: JourId,
  told: Told,
  now: number,
): Promise<Result<{ code: string }, "busy" | "full">> {
  return database.tenant(federation, async (tx) => {
    const { waiting, today } = await store.load(tx, dayOf(now));
    if (waiting >= MOST_WAITING) return fail("full");
    if (today >= MOST_A_DAY) return fail("busy");
    const code = newCode();
    await store.insert(tx, { id: randomUUID(), code: hashOf(code), on: dayOf(now), told });
    return ok({ code });
  });
}

/** What the applicant reads with her code, after she has said what she wants to say. */
export function readWith(
  database: Database,
  federation: JourId,
  { code, reply }: { readonly code: string; readonly reply: string },
  now: number,
): Promise<Result<{ standing: Standing; unsent?: Unsent }, "not-found">> {
  return database.tenant(federation, async (tx) => {
    const found = await store.holdByCode(tx, hashOf(code));
    if (!found) return fail("not-found");
    const text = reply.trim();
    if (text === "") return ok({ standing: standingOf(found) });
    const why = whyNotSent(found, text);
    if (why) return ok({ standing: standingOf(found), unsent: { text, why } });
    const talk: Said[] = [...found.talk, { by: "applicant", text, on: dayOf(now) }];
    await store.move(tx, found.id, { stage: "answered", talk, decidedOn: null });
    return ok({ standing: standingOf({ ...found, stage: "answered", talk }) });
  });
}

/** Nothing is cut: it is kept whole, or she is told and has it back. */
function whyNotSent({ stage, talk }: Application, text: string): Unsent["why"] | undefined {
  if (stage === "approved" || stage === "declined") return "decided";
  if (talk.length >= MOST_SAID) return "enough";
  return text.length > LONGEST_TEXT ? "too-long" : undefined;
}

const standingOf = ({ name, stage, sentOn, talk, toEnter }: Application): Standing => ({
  ...{ name, stage, sentOn, talk, toEnter },
});

export const list = (database: Database, federation: JourId): Promise<Application[]> =>
  database.tenant(federation, store.all);

type Refused = "not-found" | "changed-meanwhile";

async function held(
  tx: TenantTx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<Application, Refused>> {
  const found = await store.hold(tx, id);
  if (!found) return fail("not-found");
  const isOver = found.stage === "approved" || found.stage === "declined";
  return found.version !== version || isOver ? fail("changed-meanwhile") : ok(found);
}

const withSaid = ({ talk }: Application, text: string, now: number): readonly Said[] =>
  text === "" ? talk : [...talk, { by: "federation", text, on: dayOf(now) }];

export function ask(
  database: Database,
  federation: JourId,
  { text, ...which }: { readonly id: string; readonly version: number; readonly text: string },
  now: number,
): Promise<Result<undefined, Refused>> {
  return database.tenant(federation, async (tx) => {
    const found = await held(tx, which);
    if (!found.ok) return found;
    const talk = withSaid(found.value, text, now);
    await store.move(tx, which.id, { stage: "asked", talk, decidedOn: null });
    return ok();
  });
}

/**
 * The decision first, of two at once one alone; then what a yes promises. Were the program to end between
 * the two, the next sweep makes the entry.
 */
export async function decide(
  database: Database,
  federation: JourId,
  { decision, text, ...which }: Decision,
  now: number,
): Promise<Result<undefined, Refused>> {
  const decided = await database.tenant(federation, async (tx) => {
    const found = await held(tx, which);
    if (!found.ok) return found;
    const talk = withSaid(found.value, text, now);
    await store.move(tx, which.id, { stage: decision, talk, decidedOn: dayOf(now) });
    return found;
  });
  if (!decided.ok) return decided;
  if (decision === "approved") await enter(database, federation, decided.value, dayOf(now));
  return ok();
}

/**
 * A jour of this house tells of herself, and is approved; any other becomes a guest of the directory. Made
 * twice it is the same entry; what fails is tried again by the next sweep.
 */
async function enter(
  database: Database,
  federation: JourId,
  { id, told }: Application,
  on: string,
): Promise<void> {
  try {
    const { hostname } = new URL(told.url);
    await database.shared(async (tx) => {
      if (!(await setApproved(tx, hostname, on)))
        await enterGuest(tx, guestOf(id, told), "application", on);
    });
    await database.tenant(federation, (tx) => store.entered(tx, id));
  } catch (error) {
    log.error("entering-failed", { error: errorFields(error) });
  }
}

/** Of a flood: all at once, and of those that nobody has answered alone. */
export const clear = (
  database: Database,
  federation: JourId,
  ids: readonly string[],
): Promise<void> => database.tenant(federation, (tx) => store.clear(tx, ids));

export function guestOf(id: string, told: Told): GuestDraft {
  const { name, kind, phone, municipalities, elsewhere, receives, from, until, permit } = told;
  // What was sent before addresses were kept in one spelling can still be said yes to.
  const url = new URL(told.url).href;
  const isYoung = kind === "ungdomsjour";
  return {
    ...{ id, name, kind, url, phone },
    place: municipalities.map(municipalityName).join(", ").slice(0, 200),
    entry: {
      ...{ receives, ages: { from, until }, municipalities, elsewhere, permit },
      doors: [isYoung ? "young" : "woman", "worried"],
      languages: ["sv"],
      hours: { week: {}, exceptions: [] },
    },
  };
}

/**
 * What was promised and not yet made is made. Ninety days after the decision nothing is left of an
 * application, and a year after it was sent in any case.
 */
export async function sweep(database: Database, federation: JourId, now: number): Promise<void> {
  for (const one of await database.tenant(federation, store.toEnter))
    await enter(database, federation, one, dayOf(now));
  await database.tenant(federation, (tx) =>
    store.sweep(tx, dayOf(now - AFTER_DECISION_DAYS * DAY_MS), dayOf(now - AT_MOST_DAYS * DAY_MS)),
  );
}
