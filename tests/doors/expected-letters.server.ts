import { inboxPaths, letterPaths, type TeamName } from "../../src/letters/index.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { toBase64url, verifyTrust } from "../../src/protocol/index.ts";
import { letter, sealChunk, writeMark, writeSheet } from "../../src/protocol/letters/index.ts";
import {
  type Box,
  mailboxOf,
  type TeamKeyAtHand,
  teamKeyOf,
} from "../../src/protocol/testing/post.ts";
import type { World as ProtocolWorld } from "../../src/protocol/testing/world.ts";
import { currentTrust, suite } from "../factories/people.server.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import { HOSTS, type World } from "./world.server.ts";

/** What letters need at one jour: its team's key, made at the coordinator's desk. */
interface Post {
  readonly team: TeamKeyAtHand;
  readonly at: Pick<ProtocolWorld, "suite" | "jour" | "face" | "now">;
}
type Side = "mira" | "vide";

type Team = TeamName;
const posts = new WeakMap<World, Map<string, Promise<Post>>>();
function postOf(world: World, side: Side, team: Team = "letters"): Promise<Post> {
  const known = posts.get(world) ?? new Map<string, Promise<Post>>();
  posts.set(world, known);
  const post = known.get(side + team) ?? openPost(world, side, team);
  known.set(side + team, post);
  return post;
}

async function openPost(world: World, side: Side, name: Team): Promise<Post> {
  const coordinator = side === "mira" ? world.women.coordinator : world.women.stranger;
  const jour = uuidBytes(world[side].jour);
  const face = uuidBytes(side === "mira" ? world.face : world.otherFace);
  const now = Date.now();
  const { log, directory } = await currentTrust(coordinator.desk);
  const trust = { log, directory: directory ?? new Uint8Array() };
  if (!(await verifyTrust(suite, trust, { jour, now })).ok) throw new Error("no trust");
  const at = { suite, jour, face, now, trust, delegate: coordinator.identity.sign };
  const team = await teamKeyOf(at, { seed: suite.random(32), team: name });
  const key = { statement: toBase64url(team.statement), shares: [] };
  const made = await coordinator.desk.post(inboxPaths.newKey, key);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return { team, at };
}

export const hasTeamKey = async (world: World, side: Side, team?: Team): Promise<void> =>
  void (await postOf(world, side, team));

const text = (bytes: Uint8Array | undefined): string => toBase64url(bytes ?? new Uint8Array());

async function firstLetter(
  world: World,
  side: Side,
  name?: Team,
): Promise<{ box: Box; body: object }> {
  const { at, team } = await postOf(world, side, name);
  const box = await mailboxOf(at, team);
  const file = { id: suite.random(16), chunks: 1 };
  await box.write("seeker", "Hej", { attachments: [file] });
  const about = { token: text(box.keys.token), mailbox: text(box.bytes) };
  return { box, body: { ...about, letter: text(box.letters[0]), proof: await world.proof() } };
}

/** A mailbox that is there. */
export async function opened(world: World, side: Side = "mira", name?: Team): Promise<Box> {
  const { box, body } = await firstLetter(world, side, name);
  const host = side === "mira" ? HOSTS.desk : HOSTS.other;
  const made = await world.house.ask("POST", letterPaths.open, { host, body });
  if (made.status !== 200) throw new Error(made.text);
  return box;
}

type Make = (world: World, box: Box) => Promise<object>;

async function theirs(world: World, make: Make): Promise<Sample> {
  return { body: await make(world, await opened(world, "vide")) };
}

/** Hers: whoever else she may be, only the token counts. */
const seeker = (make: Make): Expected => ({
  ...{ who: "anyone", where: "jour", told: { rest: 200 }, only: ["nobody", "stranger", "inside"] },
  ask: async (world) => ({ body: await make(world, await opened(world)) }),
  foreign: (world) => theirs(world, make),
  foreignTold: "mailbox-unknown",
});

/** The team's: any member of the jour, for all answer letters. */
const team = (make: Make): Expected => ({
  ...{ who: "member", where: "jour", told: { rest: 200 } },
  ask: async (world) => ({ body: await make(world, await opened(world)) }),
  foreign: (world) => theirs(world, make),
  foreignTold: "mailbox-unknown",
});

const byToken: Make = async (_, box) => ({ token: text(box.keys.token) });
const byId: Make = async (_, box) => ({ mailbox: text(box.id) });

const marked = async (world: World, box: Box, author: "seeker" | "team"): Promise<string> => {
  const { team: keys } = await postOf(world, "mira");
  const hash = await suite.sha256(box.letters[0] ?? box.bytes);
  const value = { mailbox: box.id, author, number: 1, letter: hash, teamKey: keys.key.id };
  return text(await writeMark(suite, author === "team" ? keys.sign : box.keys.sign, value));
};

const sheet =
  (kind: "note" | "draft"): Make =>
  async (world, box) => {
    const { team: keys } = await postOf(world, "mira");
    const header = { mailbox: box.id, kind, after: 1, teamKey: keys.key.id };
    const content = { at: Date.now(), alias: "Sara", text: "Ring" };
    const written = await writeSheet(suite, keys.sign, keys.key.seal, header, content);
    return { mailbox: text(box.id), sheet: text(written) };
  };

/** The attachment that the first letter names. */
async function piece(box: Box): Promise<{ attachment: string; place: number; chunk: string }> {
  const id = letter.peek(box.letters[0] ?? box.bytes).header.attachments[0]?.id ?? box.id;
  const chunk = await sealChunk(suite, suite.random(32), { mailbox: box.id, id }, box.bytes, 0);
  return { attachment: text(id), place: 0, chunk: text(chunk) };
}

async function sentPiece(world: World, box: Box): Promise<{ attachment: string; place: number }> {
  const { chunk, ...at } = await piece(box);
  const body = { token: text(box.keys.token), ...at, chunk };
  for (const host of [HOSTS.desk, HOSTS.other])
    await world.house.ask("POST", letterPaths.attach, { host, body });
  return at;
}

const claimed = async (world: World): Promise<Sample> => ({
  body: { mailbox: text((await opened(world)).id), to: world.women.inside.member },
});

export const letterDoors: ExpectedDoors = {
  [`POST ${letterPaths.start} jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${letterPaths.open} jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: 200 }, only: ["nobody", "inside"] },
    ask: async (world) => ({ body: (await firstLetter(world, "mira")).body }),
  },
  [`POST ${letterPaths.read} jour`]: seeker(byToken),
  [`POST ${letterPaths.erase} jour`]: seeker(byToken),
  [`POST ${letterPaths.write} jour`]: seeker(async (_, box) => ({
    token: text(box.keys.token),
    letter: text(await box.write("seeker", "Mer")),
  })),
  [`POST ${letterPaths.mark} jour`]: seeker(async (world, box) => ({
    token: text(box.keys.token),
    mark: await marked(world, box, "seeker"),
  })),
  [`POST ${letterPaths.attach} jour`]: seeker(async (_, box) => ({
    token: text(box.keys.token),
    ...(await piece(box)),
  })),
  [`POST ${letterPaths.chunk} jour`]: seeker(async (world, box) => ({
    token: text(box.keys.token),
    ...(await sentPiece(world, box)),
  })),

  [`POST ${inboxPaths.inbox} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${inboxPaths.read} jour`]: team(byId),
  [`POST ${inboxPaths.claim} jour`]: team(byId),
  [`POST ${inboxPaths.release} jour`]: team(byId),
  [`POST ${inboxPaths.handOver} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: claimed,
    foreign: async (world) => ({
      body: { mailbox: text((await opened(world, "vide")).id), to: world.women.inside.member },
    }),
    foreignTold: "mailbox-unknown",
  },
  [`POST ${inboxPaths.answer} jour`]: team(async (_, box) => ({
    mailbox: text(box.id),
    letter: text(await box.write("team", "Svar")),
  })),
  [`POST ${inboxPaths.note} jour`]: team(sheet("note")),
  [`POST ${inboxPaths.draft} jour`]: team(sheet("draft")),
  [`POST ${inboxPaths.mark} jour`]: team(async (world, box) => ({
    mailbox: text(box.id),
    mark: await marked(world, box, "team"),
  })),
  [`POST ${inboxPaths.attach} jour`]: team(async (_, box) => ({
    mailbox: text(box.id),
    ...(await piece(box)),
  })),
  [`POST ${inboxPaths.chunk} jour`]: team(async (world, box) => ({
    mailbox: text(box.id),
    ...(await sentPiece(world, box)),
  })),
  [`POST ${inboxPaths.keys} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${inboxPaths.newKey} jour`]: {
    ...{ who: "people.manage", where: "jour", told: { coordinator: 200 } },
    // The same key again is no harm: a delegate vouches for it once more.
    ask: async (world) => ({
      body: { statement: text((await postOf(world, "mira")).team.statement), shares: [] },
    }),
    foreign: async (world) => ({
      body: { statement: text((await postOf(world, "vide")).team.statement), shares: [] },
    }),
    foreignTold: "key-refused",
  },
  [`POST ${inboxPaths.shares} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: { shares: [] } }),
  },
  [`POST ${inboxPaths.settings} jour`]: {
    ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
    ask: async () => ({ body: { daysKept: 30 } }),
  },
};
