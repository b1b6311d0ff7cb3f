import type { z } from "zod";
import {
  type Access,
  type Code,
  type Context,
  defineDoor,
  type Door,
} from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { planningPaths as paths } from "./contract.ts";
import type { Asker, PlanningDeps } from "./deps.server.ts";
import { Months } from "./months.server.ts";
import { PlanningPeople } from "./people.server.ts";
import { Places } from "./places.server.ts";
import { Proposals } from "./proposals.server.ts";
import { rosterDoors } from "./roster/routes.server.ts";
import { schemas } from "./schemas.server.ts";

type Said = Promise<Result<unknown, Code>>;

function staffDoor<S extends z.ZodType>(
  access: Access,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access, path, body },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Said {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      return handle({ jour: host.jour.id, member: actor.memberId }, given);
    },
  });
}

export const planningDoors = (deps: PlanningDeps): Door[] => [
  ...memberDoors(new Places(deps), new Months(deps), new PlanningPeople(deps)),
  ...coordinatorDoors(new Months(deps), new PlanningPeople(deps)),
  ...proposalDoors(new Proposals(deps)),
  ...rosterDoors(deps),
];

function memberDoors(places: Places, months: Months, people: PlanningPeople): Door[] {
  const of = schemas;
  return [
    staffDoor("member", paths.month, of.month, async (who, { month }) =>
      ok(await months.month(who, month)),
    ),
    staffDoor("member", paths.wish, of.wish, (who, { shift, wish }) =>
      places.wish(who, shift, wish),
    ),
    staffDoor("member", paths.take, of.take, (who, { shift, place }) =>
      places.take(who, shift, place),
    ),
    staffDoor("member", paths.leave, of.leave, (who, { shift }) => places.leave(who, shift)),
    staffDoor("member", paths.offer, of.offer, (who, wished) => places.offer(who, wished)),
    staffDoor("member", paths.answer, of.answer, (who, { offer, yes }) =>
      places.answer(who, offer, yes),
    ),
    staffDoor("member", paths.withdraw, of.withdraw, (who, { offer }) =>
      places.withdraw(who, offer),
    ),
    staffDoor("member", paths.mine, of.nothing, (who) => people.mine(who)),
    staffDoor("member", paths.saveMine, of.saveMine, (who, said) => people.saveMine(who, said)),
  ];
}

function coordinatorDoors(months: Months, people: PlanningPeople): Door[] {
  const of = schemas;
  return [
    staffDoor("shifts.plan", paths.patterns, of.nothing, async ({ jour }) =>
      ok(await months.patterns(jour)),
    ),
    staffDoor("shifts.plan", paths.savePattern, of.savePattern, ({ jour }, body) =>
      months.savePattern(jour, body.pattern, body.version, body.draft),
    ),
    staffDoor("shifts.plan", paths.removePattern, of.removePattern, async ({ jour }, body) => {
      await months.removePattern(jour, body.pattern);
      return ok();
    }),
    staffDoor("shifts.plan", paths.make, of.month, async ({ jour }, { month }) =>
      ok(await months.make(jour, month)),
    ),
    staffDoor("shifts.plan", paths.saveShift, of.saveShift, (who, save) =>
      months.saveShift(who, save),
    ),
    staffDoor("shifts.plan", paths.people, of.nothing, async ({ jour }) =>
      ok(await people.people(jour)),
    ),
    staffDoor("shifts.plan", paths.savePerson, of.savePerson, ({ jour }, { member, ...draft }) =>
      people.savePerson(jour, member, draft),
    ),
  ];
}

const proposalDoors = (proposals: Proposals): Door[] => [
  staffDoor("shifts.plan", paths.propose, schemas.month, ({ jour }, { month }) =>
    proposals.propose(jour, month),
  ),
  staffDoor("shifts.plan", paths.accept, schemas.accept, ({ jour }, { places }) =>
    proposals.accept(jour, places),
  ),
];
