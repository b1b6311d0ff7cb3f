import { randomUUID } from "node:crypto";
import {
  type CustodyView,
  custodyPaths as paths,
  type NewProposal,
} from "../../src/people/custody/contract.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { cosign, draftRoot, publicIdentity, toBase64url } from "../../src/protocol/index.ts";
import { currentTrust, type HouseOfPeople, suite, type Woman } from "../factories/people.server.ts";
import type { ExpectedDoors } from "./expected-door.server.ts";

/** What a custodian's browser sends when she wants a colleague to hold a key too. */
async function proposalBy(woman: Woman, place: HouseOfPeople): Promise<NewProposal> {
  const { body: before } = await woman.desk.get<CustodyView>(paths.custody);
  for (const { id } of before.proposals) await woman.desk.ask("DELETE", `${paths.proposals}/${id}`);
  const { log } = await currentTrust(woman.desk);
  const own = await publicIdentity(suite, woman.identity);
  const draft = draftRoot({
    jour: uuidBytes(place.jour),
    previous: await suite.sha256(log.at(-1) ?? new Uint8Array(0)),
    at: Date.now(),
    version: 2,
    m: 1,
    keys: [own.identity, await suite.ed25519.publicKey(suite.random(32))],
  });
  const signed = await cosign(suite, "root", woman.identity.sign, draft);
  const signature = { key: toBase64url(signed.key), signature: toBase64url(signed.signature) };
  return { id: randomUUID(), kind: "root", draft: toBase64url(draft), signature };
}

async function laid(woman: Woman, place: HouseOfPeople): Promise<{ id: string; body: object }> {
  const proposal = await proposalBy(woman, place);
  await woman.desk.post(paths.proposals, proposal);
  return { id: proposal.id, body: { signature: proposal.signature } };
}

const member = { who: "member", where: "desk" } as const;

/** Her key decides, not her role: of the others nobody signs what a custodian has signed. */
export const custodyDoors: ExpectedDoors = {
  [`GET ${paths.custody} jour`]: { ...member, told: { rest: 200 } },
  [`POST ${paths.proposals} jour`]: {
    ...{ ...member, told: { coordinator: 200, rest: "not-allowed" } },
    ask: async ({ women, mira }) => ({ body: await proposalBy(women.coordinator, mira) }),
    foreign: async ({ women, vide }) => ({ body: await proposalBy(women.stranger, vide) }),
    foreignTold: "proposal-refused",
  },
  [`PUT ${paths.proposals}/:id jour`]: {
    ...{ ...member, told: { coordinator: 200, rest: "not-allowed" } },
    async ask({ women, mira }) {
      const { id, body } = await laid(women.coordinator, mira);
      return { path: `${paths.proposals}/${id}`, body };
    },
    async foreign({ women, vide }) {
      const { id, body } = await laid(women.stranger, vide);
      return { path: `${paths.proposals}/${id}`, body };
    },
  },
  [`DELETE ${paths.proposals}/:id jour`]: {
    ...{ ...member, told: { coordinator: 200, rest: "not-allowed" } },
    async ask({ women, mira }) {
      const { id } = await laid(women.coordinator, mira);
      return { path: `${paths.proposals}/${id}` };
    },
    async foreign({ women, vide }) {
      const { id } = await laid(women.stranger, vide);
      return { path: `${paths.proposals}/${id}` };
    },
  },
};
