import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { type Entrance, peoplePaths as paths, type TrustView } from "./contract.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { Deps } from "./deps.server.ts";
import { deskDoor } from "./desk-door.server.ts";
import { countersignSelf, enrol, lookAtInvitation } from "./enrol.server.ts";
import { signInOptions } from "./passkeys.server.ts";
import { schemas } from "./schemas.server.ts";
import { finish, signOut, whoIs } from "./sessions.server.ts";
import { signInByPasskey, signInByPassphrase, signInByRecovery } from "./sign-in.server.ts";
import { storedTrust } from "./trust.server.ts";

const anyone = { method: "POST", access: "anyone" } as const;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** What may be asked before anybody has signed in. */
export const entranceDoors = (deps: Deps): Door[] => [
  // Seekers' browsers ask for it too, on every host of the jour.
  defineDoor({
    method: "GET",
    path: paths.trust,
    host: "jour",
    access: "anyone",
    refusePrefetch: true,
    handle: async ({ host }) => {
      if (!host.jour) return fail("not-found");
      const { log, directory } = await storedTrust(deps, host.jour.id);
      const view: TrustView = {
        jour: base64url(uuidBytes(host.jour.id)),
        log: log.map(base64url),
        directory: directory ? base64url(directory.document) : null,
      };
      return ok(view);
    },
  }),
  defineDoor({
    method: "GET",
    path: paths.entrance,
    host: "jour",
    access: "anyone",
    handle: async ({ host }) => {
      if (!host.jour) return fail("not-found");
      const { directory } = await storedTrust(deps, host.jour.id);
      const { id, name, demo, federation = false } = host.jour;
      const founded = directory !== undefined;
      const jour = { id, name, demo, federation };
      return ok<Entrance>({ jour, host: host.primaryHost, founded });
    },
  }),
];

export const enrolDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...anyone,
    path: paths.invited,
    body: schemas.invited,
    handle: ({ body }, { jour, site }) => lookAtInvitation(deps, jour, site, body.token),
  }),
  deskDoor({
    ...anyone,
    path: paths.enrol,
    body: schemas.enrol,
    handle: ({ body }, { jour, site }) => enrol(deps, jour, site, body),
  }),
  deskDoor({
    ...anyone,
    path: paths.countersign,
    body: schemas.countersign,
    maxBody: 320 * 1024,
    handle: ({ body: { token, ...publication } }, { jour }) =>
      countersignSelf(deps, jour, token, publication),
  }),
];

export const signInDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...anyone,
    path: paths.passkeyOptions,
    body: schemas.passkeyOptions,
    handle: async (_, { site }) => ok(await signInOptions(deps.challenges, site)),
  }),
  deskDoor({
    ...anyone,
    path: paths.passkey,
    body: schemas.passkey,
    handle: ({ body }, { jour, site }) => signInByPasskey(deps, jour, site, body.assertion),
  }),
  deskDoor({
    ...anyone,
    path: paths.passphrase,
    body: schemas.passphrase,
    handle: ({ body }, { jour }) => signInByPassphrase(deps, jour, body.lookup, body.auth),
  }),
  deskDoor({
    ...anyone,
    path: paths.recovery,
    body: schemas.recovery,
    handle: ({ body }, { jour }) => signInByRecovery(deps, jour, body.lookup),
  }),
];

export const sessionDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...anyone,
    path: paths.finish,
    body: schemas.finish,
    handle: async ({ body, request, setHeader }, { jour }) => {
      const finished = await finish(deps, { ...body, jour, request });
      if (!finished.ok) return finished;
      if (finished.value.cookie !== null) setHeader("Set-Cookie", finished.value.cookie);
      return ok(finished.value.answer);
    },
  }),
  deskDoor({
    ...anyone,
    path: paths.signOut,
    body: schemas.signOut,
    handle: async ({ request, setHeader }, { jour }) => {
      setHeader("Set-Cookie", await signOut(deps, request, jour));
      return ok(null);
    },
  }),
  deskDoor({
    method: "GET",
    path: paths.session,
    access: "own.data",
    handle: async ({ request }, { jour }) => {
      const me = await whoIs(deps, request, jour);
      return me ? ok(me) : fail("sign-in-first");
    },
  }),
];
