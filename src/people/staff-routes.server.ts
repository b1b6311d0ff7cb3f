import type { Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { peoplePaths as paths } from "./contract.ts";
import type { Deps } from "./deps.server.ts";
import { deskDoor } from "./desk-door.server.ts";
import {
  addWay,
  decline,
  endSession,
  forgetWay,
  invite,
  membersOf,
  mineOf,
  newPasskeyOptions,
  rename,
  rewrapWay,
  withdraw,
} from "./members.server.ts";
import { isUuid, schemas } from "./schemas.server.ts";
import { type PublicationBytes, type PublishCode, type Published } from "./trust.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { Result } from "../platform/result.ts";

const member = { access: "own.data" } as const;
const coordinator = { access: "people.manage" } as const;

/** Her own page. */
export const mineDoors = (deps: Deps): Door[] => [...selfDoors(deps), ...wayDoors(deps)];

const selfDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...member,
    method: "GET",
    path: paths.mine,
    handle: (_, { jour, member: id, session }) => mineOf(deps, jour, id, session),
  }),
  deskDoor({
    ...member,
    method: "PUT",
    path: paths.myName,
    body: schemas.myName,
    handle: async ({ body }, { jour, member: id }) => {
      await rename(deps, jour, id, body.name);
      return ok(null);
    },
  }),
  deskDoor({
    ...member,
    method: "DELETE",
    path: `${paths.mySessions}/:id`,
    handle: ({ params }, { jour, member: id }) =>
      withUuid(params["id"], (session) => endSession(deps, jour, id, session)),
  }),
];

/** How she opens her identity. */
const wayDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...member,
    method: "POST",
    path: paths.myPasskeyOptions,
    body: schemas.passkeyOptions,
    handle: async (_, { jour, site, member: id }) =>
      ok(await newPasskeyOptions(deps, jour, site, id)),
  }),
  deskDoor({
    ...member,
    method: "POST",
    path: paths.myWays,
    body: schemas.way,
    handle: ({ body }, { jour, site, member: id }) => addWay(deps, jour, site, id, body.way),
  }),
  deskDoor({
    ...member,
    method: "PUT",
    path: `${paths.myWays}/:id`,
    body: schemas.rewrapped,
    handle: ({ params, body: { sealed } }, { jour, member: id }) =>
      withUuid(params["id"], (way) => rewrapWay(deps, jour, id, { id: way, sealed })),
  }),
  deskDoor({
    ...member,
    method: "DELETE",
    path: `${paths.myWays}/:id`,
    handle: ({ params }, { jour, member: id }) =>
      withUuid(params["id"], (way) => forgetWay(deps, jour, id, way)),
  }),
];

type Publish = (
  jour: JourId,
  publication: PublicationBytes,
) => Promise<Result<Published, PublishCode>>;

/** The coordinators' page. `publishAsCoordinator` also tells who must let go of what a member held. */
export const coordinatorDoors = (deps: Deps, publishAsCoordinator: Publish): Door[] => [
  deskDoor({
    ...coordinator,
    method: "GET",
    path: paths.members,
    handle: async (_, { jour }) => ok(await membersOf(deps, jour)),
  }),
  deskDoor({
    ...coordinator,
    method: "POST",
    path: paths.invitations,
    body: schemas.invitation,
    handle: ({ body }, { jour, member: madeBy }) => invite(deps, jour, body, madeBy),
  }),
  deskDoor({
    ...coordinator,
    method: "DELETE",
    path: `${paths.invitations}/:id`,
    handle: ({ params }, { jour }) => withUuid(params["id"], (id) => withdraw(deps, jour, id)),
  }),
  deskDoor({
    ...coordinator,
    method: "DELETE",
    path: `${paths.pending}/:id`,
    handle: ({ params }, { jour }) => withUuid(params["id"], (id) => decline(deps, jour, id)),
  }),
  deskDoor({
    ...coordinator,
    method: "PUT",
    path: paths.publish,
    body: schemas.publish,
    maxBody: 320 * 1024,
    handle: ({ body }, { jour }) => publishAsCoordinator(jour, body),
  }),
];

const withUuid = <T>(text: string | undefined, work: (id: string) => T) =>
  text !== undefined && isUuid(text) ? work(text) : fail("not-found");
