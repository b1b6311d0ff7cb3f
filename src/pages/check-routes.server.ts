import {
  type Context,
  defineDoor,
  type Door,
  type Glances,
} from "../platform/http/index.server.ts";
import { fail } from "../platform/result.ts";
import { enterCheck, takeBackCheck } from "./check.server.ts";
import { checkContract, pagePaths as paths, uncheckContract } from "./contract.ts";
import { dayOf } from "./days.server.ts";

interface Parts {
  readonly glances: Glances;
  readonly now: () => number;
}

const rule = { method: "POST", host: "jour", access: "site.write" } as const;
const memberOf = ({ actor }: Pick<Context, "actor">): string =>
  actor.kind === "member" ? actor.memberId : "";

/** That a person has read a text in a further language. It may change what everybody reads. */
export const checkDoors = ({ glances, now }: Parts): readonly Door[] => [
  defineDoor({
    ...{ ...rule, path: paths.check, body: checkContract },
    handle: async (context) => {
      const { database, host, body } = context;
      if (!host.jour) return fail("not-found");
      const { version, by, on } = body;
      const check = { version, by, on, member: memberOf(context), today: dayOf(now()) };
      const done = await enterCheck(database, host.jour.id, body, check);
      glances.forget();
      return done;
    },
  }),
  defineDoor({
    ...{ ...rule, path: paths.uncheck, body: uncheckContract },
    handle: async ({ database, host, body }) => {
      if (!host.jour) return fail("not-found");
      const done = await takeBackCheck(database, host.jour.id, body, body.version);
      glances.forget();
      return done;
    },
  }),
];
