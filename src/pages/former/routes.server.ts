import { defineDoor, type Door, type Glances } from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { formerContracts as contracts, formerPaths as paths } from "./contract.ts";
import { putFormer } from "./service.server.ts";
import { allFormer, dropFormer } from "./store.server.ts";

const rule = { method: "POST", host: "jour", access: "site.write" } as const;

/** The list of addresses that lead on, as editors keep it. */
export function formerDoors(glances: Glances): Door[] {
  const told = <C extends string>(done: Result<undefined, C>): Result<undefined, C> => {
    if (done.ok) glances.forget();
    return done;
  };
  return [
    defineDoor({
      ...{ ...rule, path: paths.list, body: contracts.list },
      handle: async ({ database, host }) =>
        host.jour ? ok(await database.tenant(host.jour.id, allFormer)) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...rule, path: paths.put, body: contracts.put },
      handle: async ({ database, host, body }) =>
        host.jour ? told(await putFormer(database, host.jour.id, body)) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...rule, path: paths.drop, body: contracts.drop },
      async handle({ database, host, body }) {
        if (!host.jour) return fail("not-found");
        const isGone = await database.tenant(host.jour.id, (tx) => dropFormer(tx, body.address));
        return told(isGone ? ok() : fail("not-found"));
      },
    }),
  ];
}
