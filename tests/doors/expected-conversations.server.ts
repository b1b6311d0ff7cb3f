import { paths } from "../../src/conversations/contract.ts";
import { MOVE } from "../../src/conversations/move-path.ts";
import type { Expected, ExpectedDoors, Told } from "./expected-door.server.ts";
import { HOSTS, type World } from "./world.server.ts";

const seeker = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
/** Each of them has work to do first: who she is besides makes no difference, as one of them shows. */
const some = { ...seeker, only: ["nobody", "stranger", "inside"] } as const;

/** What a volunteer does with a conversation: only on duty, only of her own jour, only where she belongs. */
function act(told: Expected["told"], and?: "waiting" | "called" | "joined"): Expected {
  const offDuty: Told = "not-on-duty";
  return {
    ...{ who: "member", where: "jour" },
    told: { rest: offDuty, ...told },
    async ask(world) {
      const { conversation } = await (and === "waiting" ? world.waiting() : world.talking(and));
      return { body: { conversation } };
    },
    foreign: async (world) => ({ body: { conversation: await theirs(world) } }),
  };
}

const waiting = new WeakMap<World, Promise<string>>();
/** A conversation that waits at the other jour. */
function theirs(world: World): Promise<string> {
  const known = waiting.get(world) ?? world.waiting(HOSTS.other).then((one) => one.conversation);
  waiting.set(world, known);
  return known;
}

const notIn = { colleague: "not-found", called: "not-found" } as const;
const called = act({ inside: 200, ...notIn });

export const conversationDoors: ExpectedDoors = {
  [`GET ${paths.status} jour`]: seeker,
  [`POST ${paths.challenge} jour`]: { ...seeker, ask: async () => ({ body: {} }) },
  [`POST ${paths.open} jour`]: {
    ...some,
    ask: async (world) => ({
      body: { door: "woman", language: "sv", proof: await world.proof() },
    }),
  },
  [`POST ${paths.end} jour`]: {
    ...some,
    ask: async (world) => ({ body: { token: (await world.waiting()).token } }),
    foreign: async (world) => ({ body: { token: (await world.waiting(HOSTS.other)).token } }),
  },
  [`POST ${paths.leave} jour`]: {
    ...some,
    ask: async (world) => ({ body: { token: (await world.waiting()).token } }),
    foreign: async (world) => ({ body: { token: (await world.waiting(HOSTS.other)).token } }),
  },
  // Nobody has asked her: who is asked stands in src/conversations.
  [`POST ${MOVE} jour`]: {
    ...{ ...some, told: { rest: "not-found" } },
    ask: async (world) => ({ body: { token: (await world.waiting()).token, yes: true } }),
  },
  [`POST ${paths.liveTicket} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${paths.take} jour`]: act({ inside: 200, colleague: 200, called: 200 }, "waiting"),
  [`POST ${paths.call} jour`]: {
    ...called,
    ask: async (world) => ({
      body: {
        conversation: (await world.talking()).conversation,
        ...{ duty: world.duties.called, handOver: false },
      },
    }),
    foreign: async (world) => ({
      body: {
        conversation: (await world.talking()).conversation,
        ...{ duty: world.duties.stranger, handOver: false },
      },
    }),
  },
  // She who is in it already has what she asks for.
  [`POST ${paths.join} jour`]: act({ called: 200, inside: 200, colleague: "not-found" }, "called"),
  [`POST ${paths.decline} jour`]: act(
    { called: 200, inside: "not-found", colleague: "not-found" },
    "called",
  ),
  [`POST ${paths.leaveAsVolunteer} jour`]: act(
    { inside: 200, called: 200, colleague: "not-found" },
    "joined",
  ),
  [`POST ${paths.release} jour`]: act({ inside: 200, ...notIn }),
  [`POST ${paths.endAsVolunteer} jour`]: act({ inside: 200, ...notIn }),
  [`POST ${paths.block} jour`]: act({ inside: 200, ...notIn }),
  [`POST ${paths.agreeToBlock} jour`]: {
    // Any colleague on duty for the face may agree, but not she who asked.
    ...act({ colleague: 200, called: 200, inside: "not-found" }),
    async ask(world) {
      const { conversation } = await world.talking();
      await world.women.inside.desk.post(paths.block, { conversation });
      return { body: { conversation } };
    },
  },
};
