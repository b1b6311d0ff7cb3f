import { trainingPaths as paths } from "../../src/training/index.ts";
import { defaultRules } from "../../src/training/policy.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

const ID = "00000000-0000-4000-8000-000000000000";
const content = { title: "x", lead: "", modules: [] };

const member = (body: object, told: Expected["told"] = { rest: 200 }): Expected => ({
  ...{ who: "member", where: "jour", told },
  ask: async () => ({ body }),
});
const coordinator = (body: (world: World) => Promise<object> | object): Expected => ({
  ...{ who: "training.lead", where: "jour", told: { coordinator: 200 } },
  ask: async (world) => ({ body: await body(world) }),
});

/** Of a member of another jour nothing is known. */
const of = (more: object): Expected => ({
  ...coordinator((world) => ({ member: world.women.inside.member, ...more })),
  foreign: async (world) => ({ body: { member: world.women.stranger.member, ...more } }),
});

async function rulesVersion(world: World): Promise<number> {
  const { desk } = world.women.coordinator;
  return (await desk.post<{ rulesVersion: number }>(paths.people, {})).body.rulesVersion;
}

export const trainingDoors: ExpectedDoors = {
  [`POST ${paths.mine} jour`]: member({}),
  [`POST ${paths.step} jour`]: member(
    { course: ID, module: "x", step: 0, isDone: false },
    { rest: "not-found" },
  ),
  [`POST ${paths.people} jour`]: coordinator(() => ({})),
  [`POST ${paths.course} jour`]: coordinator(() => ({
    ...{ id: crypto.randomUUID(), content, isPublished: false, version: 0 },
  })),
  [`POST ${paths.note} jour`]: of({ kind: "meeting", onDay: "2026-01-01" }),
  [`POST ${paths.unnote} jour`]: coordinator(() => ({ id: ID })),
  [`POST ${paths.certify} jour`]: of({ isEarlier: true }),
  [`POST ${paths.revoke} jour`]: coordinator((world) => ({ member: world.women.inside.member })),
  [`POST ${paths.rules} jour`]: coordinator(async (world) => ({
    rules: defaultRules,
    version: await rulesVersion(world),
  })),
};
