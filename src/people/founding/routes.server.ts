import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { fail } from "../../platform/result.ts";
import { deskDoor } from "../desk-door.server.ts";
import { uuid } from "../../platform/uuid.ts";
import { isUuid, key } from "../schemas.server.ts";
import { foundingPaths as paths, HOST_NAME, JOUR_NAME_LIMIT } from "./contract.ts";
import {
  found,
  type FoundingDeps,
  foundingsOf,
  linkAnew,
  removeUnfounded,
  withdrawLink,
} from "./service.server.ts";

const link = { id: uuid, token: key };
const schemas = {
  founding: z.strictObject({
    name: z.string().trim().min(1).max(JOUR_NAME_LIMIT),
    host: z.string().trim().toLowerCase().regex(HOST_NAME),
    ...link,
  }),
  link: z.strictObject(link),
};

/** A door of the federation's desk: at a jour's it is not there, whoever asks. */
const officeDoor = <S extends z.ZodType>({
  handle,
  ...door
}: Omit<Parameters<typeof deskDoor<S>>[0], "access">): Door =>
  deskDoor<S>({
    ...(door as Omit<Parameters<typeof deskDoor<S>>[0], "access" | "handle">),
    access: "coordinator",
    handle: (context, place) =>
      context.host.jour?.federation ? handle(context, place) : fail("not-found"),
  });

export const foundingDoors = (deps: FoundingDeps): Door[] => [
  officeDoor({
    method: "GET",
    path: paths.all,
    handle: (_, place) => foundingsOf(deps, place),
  }),
  officeDoor({
    method: "POST",
    path: paths.all,
    body: schemas.founding,
    handle: ({ body }, place) => found(deps, place, body),
  }),
  officeDoor({
    method: "POST",
    path: `${paths.one}/:jour/link`,
    body: schemas.link,
    handle: ({ body, params }, place) =>
      withJour(params["jour"], (jour) => linkAnew(deps, place, jour, body)),
  }),
  officeDoor({
    method: "DELETE",
    path: `${paths.one}/:jour/link`,
    handle: ({ params }, place) =>
      withJour(params["jour"], (jour) => withdrawLink(deps, place, jour)),
  }),
  officeDoor({
    method: "DELETE",
    path: `${paths.one}/:jour`,
    handle: ({ params }, place) =>
      withJour(params["jour"], (jour) => removeUnfounded(deps, place, jour)),
  }),
];

const withJour = <T>(text: string | undefined, work: (jour: string) => T) =>
  text !== undefined && isUuid(text) ? work(text) : fail("not-found");
