import type { z } from "zod";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Attachments } from "./attachments.server.ts";
import { inboxPaths as paths } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import type { TeamKeys } from "./keys.server.ts";
import { MAX_BODY, MAX_SHARES_BODY, schemas } from "./schemas.server.ts";
import { setDaysKept } from "./store.server.ts";
import type { Asker, Team } from "./team.server.ts";

type Said = Promise<Result<unknown, Code>>;

function door<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
  more: Partial<Pick<Door, "access" | "maxBody">> = {},
): Door {
  return defineDoor({
    // At the federation's desk too: its teams read what is not about a person in need.
    ...{ method: "POST", host: "jour", federationToo: true, access: more.access ?? "member" },
    ...{ path, body, maxBody: more.maxBody ?? MAX_BODY },
    handle: ({ actor, host, body: given }: Context<z.infer<S>>) =>
      actor.kind === "member" && host.jour
        ? handle({ jour: host.jour.id, member: actor.memberId }, given)
        : fail("not-found"),
  });
}

/** The inbox of the letter team. Who is not in the team is told so by each door. */
export function inboxDoors(team: Team, attachments: Attachments): Door[] {
  const forTeam = async (asker: Asker, mailbox: Uint8Array, work: () => Said): Said =>
    (await team.mayOpen(asker, mailbox)) ? work() : fail("not-in-team");
  return [
    door(paths.inbox, schemas.team, (asker, given) => team.inbox(asker, given.team)),
    door(paths.read, schemas.mailbox, (asker, { mailbox }) => team.read(asker, mailbox)),
    door(paths.claim, schemas.mailbox, (asker, { mailbox }) => team.claim(asker, mailbox)),
    door(paths.release, schemas.mailbox, (asker, { mailbox }) => team.release(asker, mailbox)),
    door(paths.handOver, schemas.handOver, (asker, { mailbox, to }) =>
      team.handOver(asker, mailbox, to),
    ),
    door(paths.answer, schemas.answer, (asker, { mailbox, letter, mail }) =>
      team.answer(asker, mailbox, letter, mail),
    ),
    door(paths.note, schemas.note, (asker, { mailbox, sheet }) => team.note(asker, mailbox, sheet)),
    door(paths.draft, schemas.draft, (asker, { mailbox, sheet }) =>
      team.draft(asker, mailbox, sheet),
    ),
    door(paths.mark, schemas.teamMark, (asker, { mailbox, mark }) =>
      team.mark(asker, mailbox, mark),
    ),
    door(paths.attach, schemas.teamAttach, (asker, { mailbox, chunk, ...place }) =>
      forTeam(asker, mailbox, () => attachments.keep(asker.jour, mailbox, place, chunk)),
    ),
    door(paths.chunk, schemas.teamChunk, (asker, { mailbox, ...place }) =>
      forTeam(asker, mailbox, () => attachments.read(asker.jour, mailbox, place)),
    ),
  ];
}

export function keyDoors({ database }: Pick<LetterDeps, "database">, keys: TeamKeys): Door[] {
  return [
    door(paths.keys, schemas.team, async (asker, { team }) => ok(await keys.view(asker, team))),
    door(
      paths.newKey,
      schemas.newKey,
      (asker, { statement, shares }) => keys.publish(asker, statement, shares),
      {
        access: "people.manage",
        maxBody: MAX_SHARES_BODY,
      },
    ),
    door(paths.shares, schemas.shares, (asker, { shares }) => keys.share(asker, shares), {
      maxBody: MAX_SHARES_BODY,
    }),
    door(
      paths.settings,
      schemas.settings,
      async ({ jour }, { daysKept }) => {
        await database.tenant(jour, (tx) => setDaysKept(tx, daysKept));
        return ok();
      },
      { access: "jour.set" },
    ),
  ];
}
