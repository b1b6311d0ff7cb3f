import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { calendarPaths as paths } from "./contract.ts";
import { type CalendarEvent, writeCalendar } from "./ical.ts";
import { keepAddress, memberAt, removeAddress } from "./store.server.ts";

export interface CalendarDeps {
  readonly database: Database;
  readonly now: () => number;
  eventsOf(jour: JourId, member: string): Promise<readonly CalendarEvent[]>;
}

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
const SECRET = /^([\w-]{43})\.ics$/;
const nothing = z.object({});

export const calendarDoors = ({ database, now, eventsOf }: CalendarDeps): Door[] => [
  defineDoor({
    ...{ method: "GET", host: "jour", access: "anyone", path: paths.feed },
    async handle({ host, params }) {
      const secret = SECRET.exec(params["secret"] ?? "")?.[1];
      const { jour } = host;
      if (!jour || secret === undefined) return fail("not-found");
      const member = await database.tenant(jour.id, (tx) => memberAt(tx, hashOf(secret)));
      if (member === undefined) return fail("not-found");
      const text = writeCalendar(await eventsOf(jour.id, member), now());
      return new Response(text, { headers: { "content-type": "text/calendar; charset=utf-8" } });
    },
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "member", path: paths.renew, body: nothing },
    async handle({ actor, host }) {
      const { jour } = host;
      if (actor.kind !== "member" || !jour) return fail("not-found");
      const secret = randomBytes(32).toString("base64url");
      await database.tenant(jour.id, (tx) => keepAddress(tx, actor.memberId, hashOf(secret)));
      return ok({ path: `/calendar/${secret}.ics` });
    },
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "member", path: paths.remove, body: nothing },
    async handle({ actor, host }) {
      const { jour } = host;
      if (actor.kind !== "member" || !jour) return fail("not-found");
      await database.tenant(jour.id, (tx) => removeAddress(tx, actor.memberId));
      return ok();
    },
  }),
];
