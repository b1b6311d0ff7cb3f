import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import type { EntryKind } from "../../protocol/index.ts";
import type { Deps } from "../deps.server.ts";
import { deskDoor } from "../desk-door.server.ts";
import { uuid } from "../../platform/uuid.ts";
import { bytes, isUuid, key } from "../schemas.server.ts";
import { custodyPaths as paths } from "./contract.ts";
import { custodyOf, propose, sign, withdraw } from "./service.server.ts";

const kind = z.enum(["root", "delegate", "revocation"] satisfies EntryKind[]);
const signature = z.strictObject({ key, signature: bytes(64, 64) });
const schemas = {
  proposal: z.strictObject({ id: uuid, kind, draft: bytes(1024), signature }),
  signature: z.strictObject({ signature }),
};

const member = { access: "member" } as const;

/**
 * What custodians sign. Open to every member: whether she is one is decided by her key, which the jour's
 * root names, and by no row of ours.
 */
export const custodyDoors = (deps: Deps): Door[] => [
  deskDoor({
    ...member,
    method: "GET",
    path: paths.custody,
    handle: async (_, { jour }) => ok(await custodyOf(deps, jour)),
  }),
  deskDoor({
    ...member,
    method: "POST",
    path: paths.proposals,
    body: schemas.proposal,
    handle: ({ body }, { jour, member: id }) => propose(deps, jour, id, body),
  }),
  deskDoor({
    ...member,
    method: "PUT",
    path: `${paths.proposals}/:id`,
    body: schemas.signature,
    handle: ({ body, params }, { jour, member: id }) => {
      const proposal = params["id"];
      if (proposal === undefined || !isUuid(proposal)) return fail("not-found");
      return sign(deps, jour, id, { id: proposal, signature: body.signature });
    },
  }),
  deskDoor({
    ...member,
    method: "DELETE",
    path: `${paths.proposals}/:id`,
    handle: ({ params }, { jour, member: id }) => {
      const proposal = params["id"];
      if (proposal === undefined || !isUuid(proposal)) return fail("not-found");
      return withdraw(deps, jour, id, proposal);
    },
  }),
];
