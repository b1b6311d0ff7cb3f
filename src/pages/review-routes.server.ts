import { type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { eyesContract, pagePaths as paths, rulesContract } from "./contract.ts";
import { askForEyes, sayYes } from "./review.server.ts";
import { setSecondEyes } from "./review-store.server.ts";

const rule = { method: "POST", host: "jour", access: "site.write" } as const;
const memberOf = ({ actor }: Pick<Context, "actor">): string =>
  actor.kind === "member" ? actor.memberId : "";

/** A second pair of eyes: asked for, given, and wanted at all. */
export const reviewDoors: readonly Door[] = [
  defineDoor({
    ...{ ...rule, path: paths.askEyes, body: eyesContract },
    handle: async (context) => {
      const { database, host, body } = context;
      if (!host.jour) return fail("not-found");
      return askForEyes(database, host.jour.id, body, body.version, memberOf(context));
    },
  }),
  defineDoor({
    ...{ ...rule, path: paths.sayYes, body: eyesContract },
    handle: async (context) => {
      const { database, host, body } = context;
      if (!host.jour) return fail("not-found");
      return sayYes(database, host.jour.id, body, body.version, memberOf(context));
    },
  }),
  defineDoor({
    ...{ ...rule, access: "jour.set", path: paths.rules, body: rulesContract },
    handle: async ({ database, host, body }) => {
      if (!host.jour) return fail("not-found");
      await database.tenant(host.jour.id, (tx) => setSecondEyes(tx, body.secondEyes));
      return ok();
    },
  }),
];
