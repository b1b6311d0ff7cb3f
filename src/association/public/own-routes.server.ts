import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { JourId } from "../../platform/database/index.server.ts";
import {
  type Context,
  defineDoor,
  type Door,
  type Page,
} from "../../platform/http/index.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { fail, type Result } from "../../platform/result.ts";
import { uuid } from "../../platform/uuid.ts";
import { type FaceSign, signOf } from "../../site/index.server.ts";
import { confirm, herMinutes } from "../adjusting.server.ts";
import { associationPages as at, type Person } from "../contract.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { MOTION_LIMIT } from "../meeting-contract.ts";
import { move, takeBack } from "../motions.server.ts";
import { correct, herMeetings, herself, leave, noteHerself } from "../own.server.ts";
import { readPerson } from "../person.ts";
import { pageOf } from "../present.server.ts";
import { pathIn } from "../../ui/languages.ts";
import { wordsPage } from "./join.server.tsx";
import { ownPage } from "./own.server.tsx";
import {
  type Answer,
  field,
  goTo,
  ofJour,
  personFields,
  readsPages,
  type Seen,
  shown,
} from "./answers.server.ts";

interface Opened {
  readonly sign: FaceSign;
  readonly jour: JourId;
  readonly key: string;
}

/** Her own page, or that the link opens nothing; kept ready nowhere. */
async function ownPageOf(
  deps: AssociationDeps,
  { sign, jour, key }: Opened,
  more: Pick<Parameters<typeof ownPage>[0], "done" | "faults" | "written" | "motion"> = {},
): Promise<Page> {
  const all = await deps.database.tenant(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    if (!found) return undefined;
    const meetings = await herMeetings(deps, tx, found);
    return { ...found, meetings, minutes: await herMinutes(deps, tx, found) };
  });
  if (!all) return wordsPage(sign, "unknown", at.join);
  const { part, row, meetings, minutes } = all;
  return ownPage({ sign, part, deleteOn: row.deleteOn, meetings, minutes, ...more });
}

async function openedBy(deps: AssociationDeps, context: Seen & Pick<Context, "params">) {
  const sign = await signOf(deps.database, context.host, context.language);
  const { jour } = context.host;
  return sign && jour && { sign, jour: jour.id, key: context.params["key"] ?? "" };
}

const ownDoor = (deps: AssociationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "GET", path: at.own },
    async handle(context): Promise<Answer> {
      const opened = await openedBy(deps, context);
      if (!opened) return fail("not-found");
      const done = (["saved", "confirmed"] as const).find((one) => context.query.has(one));
      const page = await ownPageOf(deps, opened, { done });
      return page.status === 404 && !readsPages(context) ? fail("not-found") : shown(page);
    },
  });

const ownBody = z.object({
  ...{ ...personFields, title: field, text: field },
  what: z.enum([
    ...(["correct", "now", "year-end", "stay", "present"] as const),
    ...(["motion", "take-back", "confirm"] as const),
  ]),
  meeting: uuid.optional(),
  motion: uuid.optional(),
  upon: z.coerce.number().int().min(1).max(1000).optional(),
});
type OwnBody = z.infer<typeof ownBody>;

type Done = Result<undefined, "not-found" | "closed" | "limit-reached">;

/** A form that tells of nothing finds nothing. */
function act(
  deps: AssociationDeps,
  { jour, key }: Opened,
  body: OwnBody,
  person: Person | undefined,
): Promise<Done> {
  const { what, meeting = randomUUID(), motion = randomUUID(), upon = 1 } = body;
  if (person) return correct(deps, jour, key, person);
  if (what === "present") return noteHerself(deps, jour, key, meeting);
  if (what === "take-back") return takeBack(deps, jour, key, motion);
  if (what === "confirm") return confirm(deps, jour, key, { meeting, upon });
  if (what === "motion") return move(deps, jour, key, { meeting, ...motionOf(body) });
  return leave(deps, jour, key, what === "correct" ? "stay" : what);
}

const motionOf = ({ title, text }: OwnBody) => ({
  title: title.replaceAll(/\s+/g, " ").trim().normalize(),
  text: text.replaceAll("\r\n", "\n").trim().normalize(),
});
const isMotion = (body: OwnBody): boolean => {
  const { title, text } = motionOf(body);
  const isShort = title.length <= MOTION_LIMIT.title && text.length <= MOTION_LIMIT.text;
  return title !== "" && text !== "" && isShort;
};

const ownActDoor = (deps: AssociationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "POST", path: at.own, body: ownBody },
    form: {
      async refused(_, context) {
        const sign = await signOf(deps.database, context.host, context.language);
        return sign && wordsPage(sign, "unknown", at.join);
      },
    },
    async handle(context): Promise<Answer> {
      const opened = await openedBy(deps, context);
      if (!opened) return fail("not-found");
      const { body, language } = context;
      const isRead = readsPages(context);
      const read = body.what === "correct" ? readPerson(body, language, isAddress) : undefined;
      if (read && "faults" in read) {
        const more = { written: body, faults: read.faults };
        return isRead ? shown(await ownPageOf(deps, opened, more)) : fail("bad-input");
      }
      if (body.what === "motion" && !isMotion(body)) {
        const motion = { meeting: body.meeting ?? "", title: body.title, text: body.text };
        return isRead ? shown(await ownPageOf(deps, opened, { motion })) : fail("bad-input");
      }
      const done = await act(deps, opened, body, read?.person);
      if (!done.ok) return isRead ? refused(opened, body, done.code) : done;
      return goTo(leadsTo(opened.key, body.what, language));
    },
  });

function refused(
  { sign, key }: Opened,
  { what }: OwnBody,
  code: "not-found" | "closed" | "limit-reached",
): Response {
  const path = at.own.replace(":key", key);
  if (code === "limit-reached") return shown(wordsPage(sign, "full", path));
  if (code === "not-found") return shown(wordsPage(sign, "unknown", at.join));
  if (what === "present") return shown(wordsPage(sign, "attendance", path));
  return shown(wordsPage(sign, what === "confirm" ? "minutes" : "motions", path));
}

/** Where she is told of it: what she did for a meeting stands there by itself. */
function leadsTo(key: string, what: OwnBody["what"], language: Person["language"]): string {
  if (what === "now") return pathIn(at.left, language);
  const path = pageOf(key, language);
  if (["present", "motion", "take-back"].includes(what)) return path;
  return `${path}${path.includes("?") ? "&" : "?"}${what === "confirm" ? "confirmed" : "saved"}`;
}

/** Her own page behind its key. */
export const ownDoors = (deps: AssociationDeps): Door[] => [ownDoor(deps), ownActDoor(deps)];
