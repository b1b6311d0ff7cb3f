import type { z } from "zod";
import type { JourId } from "../platform/database/index.server.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { formPaths as paths } from "./contract.ts";
import type { FormDeps } from "./deps.server.ts";
import { dropDraft, formDesk, publishedBy, saveDraft } from "./drafting.server.ts";
import { schemas } from "./schemas.server.ts";
import { findVersion, offeredForms, publishForm } from "./service.server.ts";

const MAX_BODY = 256 * 1024;

/** A coordinator's. */
function deskDoor<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (
    writer: { jour: JourId; member: string },
    body: z.infer<S>,
  ) => Promise<Result<unknown, Code>>,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "jour.set", path, body, maxBody: MAX_BODY },
    handle: ({ actor, host, body: given }: Context<z.infer<S>>) =>
      actor.kind === "member" && host.jour
        ? handle({ jour: host.jour.id, member: actor.memberId }, given)
        : fail("not-found"),
  });
}

export const formDoors = (deps: FormDeps): Door[] => [
  defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
    ...{ path: paths.current, body: schemas.current },
    handle: async ({ host }) =>
      host.jour ? ok(await offeredForms(deps.database, host.jour.id)) : fail("not-found"),
  }),
  defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
    ...{ path: paths.version, body: schemas.version },
    handle: async ({ host, body }) =>
      host.jour
        ? ok(await findVersion(deps.database, host.jour.id, body.kind, body.version))
        : fail("not-found"),
  }),
  deskDoor(paths.desk, schemas.kind, async (writer, { kind }) =>
    ok(await formDesk(deps, writer, kind)),
  ),
  deskDoor(paths.draft, schemas.draft, (writer, draft) => saveDraft(deps, writer, draft)),
  deskDoor(paths.dropDraft, schemas.kind, async (writer, { kind }) => {
    await dropDraft(deps, writer, kind);
    return ok();
  }),
  deskDoor(paths.save, schemas.save, (writer, { kind, after, definition }) =>
    deps.database.tenant(writer.jour, (tx) =>
      publishForm(tx, kind, after, definition, publishedBy(deps, writer)),
    ),
  ),
];
