import { randomUUID } from "node:crypto";
import { peoplePaths as paths } from "../../src/people/contract.ts";
import { appAt } from "../factories/asking.server.ts";
import {
  Desk,
  enrol,
  finish,
  type HouseOfPeople,
  invitedBy,
  publication,
  sealed,
  secret,
  signerOf,
  signIn,
  type Woman,
} from "../factories/people.server.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

const atDesk = { who: "anyone", where: "desk", told: { rest: 200 } } as const;
/** It would sign out, or sign in, on the cookie that the others stand on. */
const nobody = { only: ["nobody"] } as const;
const member = { who: "own.data", where: "desk", told: { rest: 200 } } as const;
const coordinator = { who: "people.manage", where: "desk", told: { coordinator: 200 } } as const;

/** What her browser would have sent to this door: held back, so that somebody else can send it. */
export async function heldBack(
  world: World,
  path: string,
  act: (desk: Desk) => Promise<unknown>,
): Promise<Sample> {
  const real = appAt(world.house.port);
  let held: unknown;
  const app = {
    request(url: string, init: RequestInit) {
      if (new URL(url).pathname !== path) return real.request(url, init);
      held = JSON.parse(String(init.body));
      throw new Error("held back");
    },
  };
  await act(new Desk(app, world.mira.desk().host)).catch(() => undefined);
  if (held === undefined) throw new Error(`nothing was sent to ${path}`);
  return { body: held };
}

const invitation = async (world: World): Promise<string> =>
  invitedBy(world.women.coordinator, world.mira);

async function newEnrolment(world: World): Promise<Sample> {
  const fragment = await invitation(world);
  return heldBack(world, paths.enrol, (desk) => enrol(desk, fragment));
}

async function pendingOf(woman: Woman, place: HouseOfPeople): Promise<string> {
  const { woman: newcomer } = await enrol(place.desk(), await invitedBy(woman, place));
  return newcomer.member;
}

async function openInvitationOf(woman: Woman, place: HouseOfPeople): Promise<string> {
  await invitedBy(woman, place);
  const { body } = await woman.desk.get<{ invitations: { id: string }[] }>(paths.members);
  return body.invitations.at(-1)?.id ?? randomUUID();
}

interface MinePage {
  readonly sessions: readonly { id: string; current: boolean }[];
  readonly ways: readonly { id: string; kind: string }[];
}
const mineOf = async (woman: Woman): Promise<MinePage> =>
  (await woman.desk.get<MinePage & Record<string, unknown>>(paths.mine)).body;

/** Another session of hers, begun on another computer. */
async function secondSession(woman: Woman, place: HouseOfPeople): Promise<string> {
  await signIn({ ...woman, desk: place.desk() }, place);
  const { sessions } = await mineOf(woman);
  return sessions.find(({ current }) => !current)?.id ?? randomUUID();
}

async function passphraseWay(woman: Woman): Promise<string> {
  const way = { kind: "passphrase", lookup: secret(), auth: secret(), sealed };
  await woman.desk.post(paths.myWays, { way });
  const { ways } = await mineOf(woman);
  return ways.find(({ kind }) => kind === "passphrase")?.id ?? randomUUID();
}

const signed = (world: World): Promise<object> =>
  publication(world.women.coordinator.desk, world.mira, {
    signer: signerOf(world.women.coordinator),
  });

/** One of hers; a colleague's own things are not hers to end, nor are a stranger's. */
function ofHers(
  path: string,
  find: (woman: Woman, place: HouseOfPeople) => Promise<string>,
): Expected {
  return {
    ...{ who: "own.data", where: "desk", told: { inside: 200, rest: "not-found" } },
    ask: async ({ women, mira }) => ({ path: `${path}/${await find(women.inside, mira)}` }),
    foreign: async ({ women, vide }) => ({ path: `${path}/${await find(women.stranger, vide)}` }),
  };
}
function ofTheJour(
  path: string,
  find: (woman: Woman, place: HouseOfPeople) => Promise<string>,
): Expected {
  return {
    ...coordinator,
    ask: async ({ women, mira }) => ({ path: `${path}/${await find(women.coordinator, mira)}` }),
    foreign: async ({ women, vide }) => ({ path: `${path}/${await find(women.stranger, vide)}` }),
  };
}

const entrance: ExpectedDoors = {
  [`GET ${paths.trust} jour`]: { ...atDesk, where: "jour" },
  [`GET ${paths.entrance} jour`]: { ...atDesk, where: "jour" },
  [`POST ${paths.invited} jour`]: {
    ...atDesk,
    ask: async (world) =>
      heldBack(world, paths.invited, async (desk) => enrol(desk, await invitation(world))),
  },
  [`POST ${paths.enrol} jour`]: { ...atDesk, ask: newEnrolment },
  [`POST ${paths.countersign} jour`]: {
    // Who has no invitation of her own countersigns nothing; the founder of this world did.
    ...{ ...atDesk, told: { rest: "invitation-unknown" } },
    ask: async (world) => ({ body: { token: secret(), ...(await signed(world)) } }),
  },
  [`POST ${paths.passkeyOptions} jour`]: { ...atDesk, ask: async () => ({ body: {} }) },
  [`POST ${paths.passkey} jour`]: {
    ...{ ...atDesk, ...nobody },
    ask: (world) =>
      heldBack(world, paths.passkey, (desk) => signIn({ ...world.women.inside, desk }, world.mira)),
  },
  [`POST ${paths.passphrase} jour`]: {
    ...atDesk,
    ask: async (world) => ({ body: world.passphrase }),
  },
  [`POST ${paths.recovery} jour`]: {
    ...atDesk,
    ask: async (world) => ({ body: { lookup: world.women.called.recovery } }),
  },
  [`POST ${paths.finish} jour`]: {
    ...{ ...atDesk, ...nobody },
    async ask(world) {
      const { desk } = world.women.called;
      const opened = await desk.post<{ challenge: string }>(paths.recovery, {
        lookup: world.women.called.recovery,
      });
      return heldBack(world, paths.finish, (fresh) =>
        finish({ ...world.women.called, desk: fresh }, opened.body.challenge, world.mira.jour),
      );
    },
  },
  [`POST ${paths.signOut} jour`]: { ...atDesk, ...nobody, ask: async () => ({ body: {} }) },
};

const signedIn: ExpectedDoors = {
  [`GET ${paths.session} jour`]: member,
  [`GET ${paths.mine} jour`]: member,
  [`PUT ${paths.myName} jour`]: { ...member, ask: async () => ({ body: { name: "Siv" } }) },
  [`POST ${paths.myPasskeyOptions} jour`]: { ...member, ask: async () => ({ body: {} }) },
  [`POST ${paths.myWays} jour`]: {
    ...member,
    only: ["nobody", "stranger", "signedOut", "removed", "offDuty", "expired"],
    ask: async () => ({ body: { way: { kind: "recovery", lookup: secret(), sealed } } }),
  },
  [`PUT ${paths.myWays}/:id jour`]: {
    ...ofHers(paths.myWays, passphraseWay),
    ask: async ({ women }) => ({
      path: `${paths.myWays}/${await passphraseWay(women.inside)}`,
      body: { sealed },
    }),
    foreign: async ({ women }) => ({
      path: `${paths.myWays}/${await passphraseWay(women.stranger)}`,
      body: { sealed },
    }),
  },
  [`DELETE ${paths.myWays}/:id jour`]: ofHers(paths.myWays, passphraseWay),
  [`DELETE ${paths.mySessions}/:id jour`]: ofHers(paths.mySessions, secondSession),
};

const coordinators: ExpectedDoors = {
  [`GET ${paths.members} jour`]: coordinator,
  [`POST ${paths.invitations} jour`]: {
    ...coordinator,
    ask: async () => ({ body: { id: randomUUID(), token: secret(), role: "volunteer" } }),
  },
  [`DELETE ${paths.invitations}/:id jour`]: ofTheJour(paths.invitations, openInvitationOf),
  [`DELETE ${paths.pending}/:id jour`]: ofTheJour(paths.pending, pendingOf),
  [`PUT ${paths.publish} jour`]: {
    ...coordinator,
    ask: async (world) => ({ body: await signed(world) }),
    foreign: async ({ women, vide }) => ({
      body: await publication(women.stranger.desk, vide, { signer: signerOf(women.stranger) }),
    }),
    foreignTold: "trust-refused",
  },
};

export const peopleDoors: ExpectedDoors = { ...entrance, ...signedIn, ...coordinators };
