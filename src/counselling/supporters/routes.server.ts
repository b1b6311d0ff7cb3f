import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import { counsellingPaths as paths, VISITS } from "../contract.ts";
import { mailboxId, memberDoor, teamDoor } from "../routes.server.ts";
import { OwnAsks } from "./own.server.ts";
import { SupporterTeam } from "./service.server.ts";
import type { SupporterDeps } from "./shared.server.ts";

const name = (most: number) => z.string().trim().max(most);
const willing = z.object({
  visits: z.array(z.enum(VISITS)).max(VISITS.length),
  places: z.array(name(60).min(1)).max(30),
  days: z.array(z.number().int().min(1).max(7)).max(7),
});
const brief = z
  .string()
  .regex(/^[\w-]{1,25000}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));
const schemas = {
  nothing: z.object({}),
  offer: z.object({ willing: willing.nullable() }),
  of: z.object({ mailbox: mailboxId, member: uuid }),
  brief: z.object({ mailbox: mailboxId, member: uuid, brief }),
  reply: z.object({
    ...{ mailbox: mailboxId, yes: z.boolean(), alias: name(40) },
    words: brief.nullable().default(null),
  }),
  stop: z.object({ mailbox: mailboxId, words: brief.nullable().default(null) }),
  answer: z.object({ mailbox: mailboxId, words: brief }),
  seen: z.object({ id: uuid }),
} as const;

export function supporterDoors(deps: SupporterDeps): Door[] {
  const team = new SupporterTeam(deps);
  return [
    teamDoor(deps, paths.supporters, schemas.nothing, async (asker) => ok(await team.look(asker))),
    teamDoor(deps, paths.ask, schemas.brief, (asker, { mailbox, member, brief: bytes }) =>
      team.ask(asker, mailbox, member, bytes),
    ),
    teamDoor(deps, paths.tell, schemas.brief, (asker, { mailbox, member, brief: bytes }) =>
      team.tell(asker, mailbox, member, bytes),
    ),
    teamDoor(deps, paths.told, schemas.of, (asker, { mailbox, member }) =>
      team.told(asker, mailbox, member),
    ),
    teamDoor(deps, paths.end, schemas.of, (asker, { mailbox, member }) =>
      team.end(asker, mailbox, member),
    ),
    ...ownDoors(deps),
  ];
}

/** Of every member: her own, and nobody else's. */
function ownDoors(deps: SupporterDeps): Door[] {
  const own = new OwnAsks(deps);
  return [
    memberDoor(paths.own, schemas.nothing, async (asker) => ok(await own.look(asker))),
    memberDoor(paths.offer, schemas.offer, async (asker, given) => {
      await own.offer(asker, given.willing);
      return ok();
    }),
    memberDoor(paths.reply, schemas.reply, (asker, { mailbox, ...says }) =>
      own.reply(asker, mailbox, says),
    ),
    memberDoor(paths.stop, schemas.stop, (asker, { mailbox, words }) =>
      own.stop(asker, mailbox, words),
    ),
    memberDoor(paths.answer, schemas.answer, (asker, { mailbox, words }) =>
      own.answer(asker, mailbox, words),
    ),
    memberDoor(paths.seen, schemas.seen, async (asker, { id }) => {
      await own.seen(asker, id);
      return ok();
    }),
  ];
}
