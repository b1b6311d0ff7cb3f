import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { listContract, openContract, pagePaths as paths } from "./contract.ts";
import { listLinks, tryLinks } from "./link-list.server.ts";

const rule = { method: "POST", host: "jour", access: "site.write" } as const;

/** Links: those within the site are looked up; those to others are tried only when an editor asks for it. */
export function linkDoors({ now }: { readonly now: () => number }): Door[] {
  return [
    defineDoor({
      ...{ ...rule, path: paths.links, body: listContract },
      handle: async ({ database, host, paths: own }) =>
        host.jour ? ok(await listLinks(database, host.jour.id, own(), now())) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...rule, path: paths.tryLinks, body: openContract },
      handle: async ({ database, host, body }) =>
        host.jour ? tryLinks(database, host.jour.id, body) : fail("not-found"),
    }),
  ];
}
