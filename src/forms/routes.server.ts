import type { Database } from "../platform/database/index.server.ts";
import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { formPaths as paths } from "./contract.ts";
import { schemas } from "./schemas.server.ts";
import { findVersion, offeredForms, publishForm } from "./service.server.ts";

const MAX_BODY = 128 * 1024;

export const formDoors = (database: Database): Door[] => [
  defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
    ...{ path: paths.current, body: schemas.current },
    handle: async ({ host }) =>
      host.jour ? ok(await offeredForms(database, host.jour.id)) : fail("not-found"),
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
    ...{ path: paths.version, body: schemas.version },
    handle: async ({ host, body }) =>
      host.jour
        ? ok(await findVersion(database, host.jour.id, body.kind, body.version))
        : fail("not-found"),
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "jour.set" },
    ...{ path: paths.save, body: schemas.save, maxBody: MAX_BODY },
    handle: async ({ host, body: { kind, after, definition } }) =>
      host.jour
        ? database.tenant(host.jour.id, (tx) => publishForm(tx, kind, after, definition))
        : fail("not-found"),
  }),
];
