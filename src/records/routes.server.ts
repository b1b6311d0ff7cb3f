import type { z } from "zod";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import type { Right } from "../platform/permissions.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { recordPaths as paths } from "./contract.ts";
import type { Asker } from "./deps.server.ts";
import type { Extracts } from "./extracts.server.ts";
import type { Looks } from "./looks.server.ts";
import { COPY_BODY, schemas } from "./schemas.server.ts";
import type { Records } from "./service.server.ts";

type Said = Promise<Result<unknown, Code>>;

function door<S extends z.ZodType>(
  access: Right,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
  more: { readonly maxBody?: number } = {},
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access, path, body, ...more },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Said {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      return handle({ jour: host.jour.id, member: actor.memberId }, given);
    },
  });
}

/** What everybody may do with her own. */
export const ownDoors = (records: Records): Door[] => [
  door("own.data", paths.mine, schemas.nothing, async (asker) => ok(await records.mine(asker))),
  door("pledge.sign", paths.sign, schemas.sign, (asker, { version, statement }) =>
    records.sign(asker, version, statement),
  ),
  door("own.data", paths.leave, schemas.leave, (asker, { onLeave }) =>
    records.setLeave(asker, asker.member, onLeave),
  ),
  door("own.data", paths.request, schemas.request, (asker, { kind, withdraw }) =>
    withdraw ? records.settle(asker.jour, asker.member, kind) : records.ask(asker, kind),
  ),
  door("own.data", paths.export, schemas.nothing, async (asker) => ok(await records.export(asker))),
  door("own.data", paths.pledges, schemas.nothing, async ({ jour }) =>
    ok(await records.pledges(jour)),
  ),
];

/** What coordinators keep of others. */
export const keepingDoors = (records: Records, extracts: Extracts): Door[] => [
  door("pledge.write", paths.pledge, schemas.pledge, (asker, { after, body }) =>
    records.publishText(asker, after, body),
  ),
  door("records.keep", paths.overview, schemas.nothing, async (asker) =>
    ok(await records.overview(asker)),
  ),
  door("records.keep", paths.open, schemas.member, (asker, { member }) =>
    records.open(asker, member),
  ),
  door("records.keep", paths.standing, schemas.standing, (asker, given) =>
    "work" in given
      ? records.setWork(asker, given.member, given.work)
      : records.setLeave(asker, given.member, given.onLeave),
  ),
  door("records.keep", paths.answered, schemas.answered, ({ jour }, { member, kind }) =>
    records.settle(jour, member, kind),
  ),
  door("records.keep", paths.note, schemas.note, (asker, { member, shownMonth }) =>
    extracts.note(asker, member, shownMonth),
  ),
  door("records.keep", paths.managers, schemas.nothing, async (asker) =>
    ok(await extracts.managers(asker)),
  ),
  door("records.keep", paths.copy, schemas.copy, (asker, given) => extracts.copy(asker, given), {
    maxBody: COPY_BODY,
  }),
  door("records.keep", paths.openCopy, schemas.openCopy, (asker, { copy, register }) =>
    extracts.open(asker, copy, register),
  ),
  door("records.keep", paths.forgetCopy, schemas.forgetCopy, (asker, { copy }) =>
    extracts.forget(asker, copy),
  ),
];

export const lookDoors = (looks: Looks): Door[] => [
  door("looks.read", paths.looks, schemas.looks, async ({ jour }, { month }) =>
    ok(await looks.view(jour, month)),
  ),
  door("looks.sign", paths.review, schemas.review, (asker, { month, statement }) =>
    looks.review(asker, month, statement),
  ),
];
