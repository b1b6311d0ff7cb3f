import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import type { CounsellingDeps } from "../board.server.ts";
import { counsellingPaths as paths, VISITS } from "../contract.ts";
import { mailboxId, teamDoor } from "../routes.server.ts";
import { SupporterTeam } from "./service.server.ts";

const name = (most: number) => z.string().trim().max(most);
const willing = z.object({
  visits: z.array(z.enum(VISITS)).max(VISITS.length),
  places: z.array(name(60).min(1)).max(30),
  days: z.array(z.number().int().min(1).max(7)).max(7),
});
const schemas = {
  nothing: z.object({}),
  offer: z.object({ willing: willing.nullable() }),
  of: z.object({ mailbox: mailboxId, member: z.uuid() }),
  reply: z.object({ mailbox: mailboxId, yes: z.boolean(), alias: name(40) }),
} as const;

export function supporterDoors(deps: CounsellingDeps): Door[] {
  const team = new SupporterTeam(deps);
  return [
    teamDoor(deps, paths.supporters, schemas.nothing, async (asker) => ok(await team.look(asker))),
    teamDoor(deps, paths.offer, schemas.offer, async (asker, given) => {
      await team.offer(asker, given.willing);
      return ok();
    }),
    teamDoor(deps, paths.ask, schemas.of, (asker, { mailbox, member }) =>
      team.ask(asker, mailbox, member),
    ),
    teamDoor(deps, paths.reply, schemas.reply, (asker, { mailbox, ...says }) =>
      team.reply(asker, mailbox, says),
    ),
    teamDoor(deps, paths.end, schemas.of, (asker, { mailbox, member }) =>
      team.end(asker, mailbox, member),
    ),
  ];
}
