import { defaultSettings } from "../../src/recruitment/defaults.ts";
import { applicantPaths, recruitmentPaths as paths } from "../../src/recruitment/index.ts";
import { toBase64url } from "../../src/protocol/index.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";
import { opened } from "./expected-letters.server.ts";
import type { World } from "./world.server.ts";

type Side = "mira" | "vide";

const said = { sv: "", en: "" };
const round = () => ({
  id: crypto.randomUUID(),
  words: { title: said, text: said },
  ...{ opensOn: "2026-01-01", endsOn: "2090-01-01", keepMonths: 3, version: 0 },
});

/** A first letter is taken while a round is open. */
const worlds = new WeakMap<World, Map<Side, Promise<unknown>>>();
async function box(world: World, side: Side) {
  const known = worlds.get(world) ?? new Map<Side, Promise<unknown>>();
  worlds.set(world, known);
  const { coordinator, stranger } = world.women;
  const { desk } = side === "mira" ? coordinator : stranger;
  known.set(side, known.get(side) ?? desk.post(paths.round, round()));
  await known.get(side);
  return opened(world, side, "recruiters");
}

const MEETING = "00000000-0000-4000-8000-000000000000";
/** Members who do not recruit are told so. */
const told = { coordinator: 200, rest: "not-in-team" } as const;

const team = (body: (world: World) => Promise<object> | object): Expected => ({
  ...{ who: "member", where: "jour", told },
  ask: async (world) => ({ body: await body(world) }),
});

/** Hers: whoever else she may be, only the token counts. */
const hers = (body: object, answer: Expected["told"] = { rest: 200 }): Expected => {
  const of = async (world: World, side: Side) => ({
    body: { token: toBase64url((await box(world, side)).keys.token), ...body },
  });
  return {
    ...{ who: "anyone", where: "jour", told: answer, only: ["nobody", "inside"] },
    ask: (world) => of(world, "mira"),
    foreign: (world) => of(world, "vide"),
    foreignTold: "mailbox-unknown",
  };
};

const moving = async (world: World, side: Side) => ({
  body: {
    mailbox: toBase64url((await box(world, side)).id),
    ...{ stage: "talked", version: 0 },
  },
});

async function settingsVersion(world: World): Promise<number> {
  const heard = await world.women.coordinator.desk.post<{ settingsVersion: number }>(
    paths.board,
    {},
  );
  return heard.body.settingsVersion;
}

export const recruitmentDoors: ExpectedDoors = {
  [`POST ${paths.board} jour`]: team(() => ({})),
  [`POST ${paths.round} jour`]: team(round),
  [`POST ${paths.settings} jour`]: team(async (world) => ({
    settings: defaultSettings,
    version: await settingsVersion(world),
  })),
  [`POST ${paths.publish} jour`]: team(() => ({
    ...{ kind: "information", first: "2031-01-01T18:00", minutes: 60, place: "x", seats: 5 },
  })),
  [`POST ${paths.withdraw} jour`]: team(() => ({ meeting: MEETING })),
  [`POST ${paths.move} jour`]: {
    ...{ who: "member", where: "jour", told, only: ["coordinator", "inside"] },
    ask: (world) => moving(world, "mira"),
    foreign: (world) => moving(world, "vide"),
    foreignTold: "mailbox-unknown",
  },
  [`POST ${applicantPaths.notice} jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${applicantPaths.begin} jour`]: hers({ applies: true, meeting: null }),
  [`POST ${applicantPaths.hers} jour`]: hers({}),
  [`POST ${applicantPaths.take} jour`]: hers({ meeting: MEETING }, { rest: "time-taken" }),
  [`POST ${applicantPaths.leave} jour`]: hers({ meeting: MEETING }),
  [`GET /bli-volontar jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: 200 } },
    ask: async () => ({}),
  },
};
