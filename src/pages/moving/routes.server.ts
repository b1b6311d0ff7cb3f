import { type Context, defineDoor, type Door } from "../../platform/http/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import {
  beginContract,
  finishContract,
  listContract,
  MAX_FINISH_BYTES,
  movingPaths as paths,
  oneContract,
  pictureContract,
} from "./contract.ts";
import * as service from "./service.server.ts";

const rule = { method: "POST", host: "jour", access: "site.write" } as const;
const PICTURE_BODY = 16 * 1024 * 1024 + 8192;

const memberOf = ({ actor }: Pick<Context, "actor">): string | null =>
  actor.kind === "member" ? actor.memberId : null;

/** Moving in. The old site is read in the desk: what comes through these doors is pictures and drafts. */
export const movingDoors: readonly Door[] = [
  defineDoor({
    ...{ ...rule, path: paths.list, body: listContract },
    handle: async ({ database, host }) =>
      host.jour ? ok(await service.list(database, host.jour.id)) : fail("not-found"),
  }),
  defineDoor({
    ...{ ...rule, path: paths.begin, body: beginContract },
    handle: async (context) => {
      const { database, host, body } = context;
      if (!host.jour) return fail("not-found");
      const begun = await service.begin(database, host.jour.id, body.slugs, memberOf(context));
      return begun.ok ? ok(begun.value) : fail("our-fault");
    },
  }),
  defineDoor({
    ...{ ...rule, path: paths.picture, body: pictureContract, maxBody: PICTURE_BODY },
    handle: async ({ database, host, body }) => {
      if (!host.jour) return fail("not-found");
      const file = Buffer.from(body.file, "base64");
      return service.keepPicture(database, host.jour.id, { ...body, file });
    },
  }),
  defineDoor({
    ...{ ...rule, path: paths.finish, body: finishContract, maxBody: MAX_FINISH_BYTES },
    handle: async (context) => {
      const { database, host, body } = context;
      if (!host.jour) return fail("not-found");
      return service.finish(database, host.jour.id, body, memberOf(context));
    },
  }),
  defineDoor({
    ...{ ...rule, path: paths.keep, body: oneContract },
    handle: async ({ database, host, body }) =>
      host.jour ? service.keep(database, host.jour.id, body.import) : fail("not-found"),
  }),
  defineDoor({
    ...{ ...rule, path: paths.undo, body: oneContract },
    handle: async ({ database, host, body }) =>
      host.jour ? service.undo(database, host.jour.id, body.import) : fail("not-found"),
  }),
];
