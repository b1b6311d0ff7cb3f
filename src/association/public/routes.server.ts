import { z } from "zod";
import type { Database } from "../../platform/database/index.server.ts";
import {
  defineDoor,
  type Door,
  type Glances,
  type Page,
  type PageCache,
} from "../../platform/http/index.server.ts";
import { isAddress } from "../../platform/mail/index.server.ts";
import { fail } from "../../platform/result.ts";
import { type FaceSign, notFoundPage, signOf } from "../../site/index.server.ts";
import { type AssociationSettings, associationPages as at } from "../contract.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { readPerson } from "../person.ts";
import { pathIn } from "../../ui/languages.ts";
import { ask } from "../register.server.ts";
import { settingsOf } from "../store.server.ts";
import { joinPage, unwritten, wordsPage } from "./join.server.tsx";
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
import { ownDoors } from "./own-routes.server.ts";

export interface PublicParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
}

interface Shown {
  readonly sign: FaceSign;
  readonly settings: AssociationSettings;
}

async function shownAt(database: Database, { host, language }: Seen): Promise<Shown | undefined> {
  const sign = await signOf(database, host, language);
  if (!sign || !host.jour) return undefined;
  return { sign, settings: await database.tenant(host.jour.id, settingsOf) };
}

const missing = ({ host, language }: Seen): Page =>
  notFoundPage(host.jour?.demo ?? false, language);
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
      ...{ status: 301, headers: { Location: pathIn(at.join, "en") }, body: "" },
    })),
    door(at.asked, ({ sign }) => wordsPage(sign, "asked", at.asked)),
    door(at.left, ({ sign }) => wordsPage(sign, "left", at.left)),
  ];
}

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
      if (asked.ok) return goTo(pathIn(at.asked, language));
      if (!isRead) return asked;
      if (asked.code === "closed") return shown(wordsPage(all.sign, "closed", at.join));
      return shown(joinPage({ ...all, written, refused: asked.code }));
    },
  });

/** Becoming a member, and her own page behind its key. No cookie, and no script but the exit. */
export const publicDoors = (deps: AssociationDeps, parts: PublicParts): Door[] => [
  ...pageDoors(parts),
  joinDoor(deps),
  ...ownDoors(deps),
];
