import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import {
  type Code,
  type Context,
  defineDoor,
  type Door,
  type Glances,
  type Page,
  type PageCache,
} from "../../platform/http/index.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { uuid } from "../../platform/uuid.ts";
import { fail, type Failure, type Result } from "../../platform/result.ts";
import { type FaceSign, notFoundPage, signOf } from "../../site/index.server.ts";
import { type AssociationSettings, associationPages as at, type Person } from "../contract.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { correct, herMeetings, herself, leave, noteHerself } from "../own.server.ts";
import { readPerson } from "../person.ts";
import { inLanguage, pageOf } from "../present.server.ts";
import { ask } from "../register.server.ts";
import { settingsOf } from "../store.server.ts";
import { joinPage, unwritten, wordsPage } from "./join.server.tsx";
import { ownPage } from "./own.server.tsx";

export interface PublicParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
}

interface Shown {
  readonly sign: FaceSign;
  readonly settings: AssociationSettings;
}

type Seen = Pick<Context, "host" | "language">;
const ofJour = { host: "jour", access: "anyone" } as const;

async function shownAt(database: Database, { host, language }: Seen): Promise<Shown | undefined> {
  const sign = await signOf(database, host, language);
  if (!sign || !host.jour) return undefined;
  return { sign, settings: await database.tenant(host.jour.id, settingsOf) };
}

const missing = ({ host, language }: Seen): Page =>
  notFoundPage(host.jour?.demo ?? false, language);
const shown = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers });
const goTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path } });
/** Whoever reads no pages is told the code. */
const readsPages = ({ request }: Pick<Context, "request">): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

type Answer = Response | Failure<Code>;

/** Pages that are the same for everybody, and lie ready. */
function pageDoors({ database, pages, glances }: PublicParts): Door[] {
  const door = (path: string, render: (all: Shown) => Page): Door =>
    pages.door<Shown | undefined>({
      ...{ path, host: "jour" },
      look: ({ host, language }) =>
        glances.look(JSON.stringify(["association", host, language]), () =>
          shownAt(database, { host, language }),
        ),
      render: (all, context) => (all ? render(all) : missing(context)),
    });
  return [
    door(at.join, ({ sign, settings }) =>
      settings.isOpen
        ? joinPage({ sign, settings, written: unwritten })
        : wordsPage(sign, "closed", at.join),
    ),
    door(at.english, () => ({
      ...{ status: 301, headers: { Location: inLanguage(at.join, "en") }, body: "" },
    })),
    door(at.asked, ({ sign }) => wordsPage(sign, "asked", at.asked)),
    door(at.left, ({ sign }) => wordsPage(sign, "left", at.left)),
  ];
}

const field = z.string().max(8000).default("");
const personFields = { name: field, mail: field, address: field };
const joinBody = z.object({ ...personFields, consent: field, website: field });

/** A form of a page without script, and what it says when it could not be read at all. */
const joinDoor = (deps: AssociationDeps): Door =>
  defineDoor({
    ...{ ...ofJour, method: "POST", path: at.join, body: joinBody },
    form: {
      async refused(_, context) {
        const all = await shownAt(deps.database, context);
        return all ? joinPage({ ...all, written: unwritten, refused: "refused" }) : undefined;
      },
    },
    async handle(context): Promise<Answer> {
      const all = await shownAt(deps.database, context);
      const { jour } = context.host;
      if (!all || !jour) return fail("not-found");
      const { body: written, language } = context;
      const read = readPerson(written, language, isAddress);
      const [consent, trapped] = [written.consent !== "yes", written.website !== ""];
      const isRead = readsPages(context);
      if ("faults" in read || consent || trapped) {
        const faults = "faults" in read ? read.faults : {};
        return isRead
          ? shown(joinPage({ ...all, written, faults, consent, trapped }))
          : fail("bad-input");
      }
      const asked = await ask(deps, jour.id, read.person);
      if (asked.ok) return goTo(inLanguage(at.asked, language));
      if (!isRead) return asked;
      if (asked.code === "closed") return shown(wordsPage(all.sign, "closed", at.join));
      return shown(joinPage({ ...all, written, refused: asked.code }));
    },
  });

interface Opened {
  readonly sign: FaceSign;
  readonly jour: JourId;
  readonly key: string;
}

/** Her own page, or that the link opens nothing; kept ready nowhere. */
async function ownPageOf(
  deps: AssociationDeps,
  { sign, jour, key }: Opened,
  more: Pick<Parameters<typeof ownPage>[0], "done" | "faults" | "written"> = {},
): Promise<Page> {
  const all = await deps.database.tenant(jour, async (tx) => {
    const found = await herself(deps, tx, key);
    return found && { ...found, meetings: await herMeetings(deps, tx, found) };
  });
  if (!all) return wordsPage(sign, "unknown", at.join);
  const { part, row, meetings } = all;
  return ownPage({ sign, part, deleteOn: row.deleteOn, meetings, ...more });
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
      const done = context.query.has("saved") ? ("saved" as const) : undefined;
      const page = await ownPageOf(deps, opened, { done });
      return page.status === 404 && !readsPages(context) ? fail("not-found") : shown(page);
    },
  });

const ownBody = z.object({
  ...personFields,
  what: z.enum(["correct", "now", "year-end", "stay", "present"]),
  meeting: uuid.optional(),
});

function act(
  deps: AssociationDeps,
  { jour, key }: Opened,
  { what, meeting }: z.infer<typeof ownBody>,
  person: Person | undefined,
): Promise<Result<undefined, "not-found" | "closed">> {
  if (person) return correct(deps, jour, key, person);
  if (what === "present") return noteHerself(deps, jour, key, meeting ?? randomUUID());
  return leave(deps, jour, key, what === "correct" ? "stay" : what);
}

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
      const { key, sign } = opened;
      const isRead = readsPages(context);
      const read = body.what === "correct" ? readPerson(body, language, isAddress) : undefined;
      if (read && "faults" in read) {
        const more = { written: body, faults: read.faults };
        return isRead ? shown(await ownPageOf(deps, opened, more)) : fail("bad-input");
      }
      const done = await act(deps, opened, body, read?.person);
      if (!done.ok && !isRead) return done;
      if (!done.ok && done.code === "closed")
        return shown(wordsPage(sign, "attendance", at.own.replace(":key", key)));
      if (!done.ok) return shown(wordsPage(sign, "unknown", at.join));
      if (body.what === "now") return goTo(inLanguage(at.left, language));
      const path = pageOf(key, language);
      if (body.what === "present") return goTo(path);
      return goTo(`${path}${path.includes("?") ? "&" : "?"}saved`);
    },
  });

/** Becoming a member, and her own page behind its key. No cookie, and no script but the exit. */
export const publicDoors = (deps: AssociationDeps, parts: PublicParts): Door[] => [
  ...pageDoors(parts),
  joinDoor(deps),
  ownDoor(deps),
  ownActDoor(deps),
];
