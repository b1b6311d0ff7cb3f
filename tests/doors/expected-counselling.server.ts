import { calendarPaths } from "../../src/calendar/index.ts";
import { counsellingPaths, talkPaths } from "../../src/counselling/index.ts";
import { formPaths } from "../../src/forms/index.ts";
import { toBase64url } from "../../src/protocol/index.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";
import { opened } from "./expected-letters.server.ts";
import { HOSTS, type World } from "./world.server.ts";

const definition = { offered: false, lead: { sv: "", en: "" }, questions: [] };

/** A version is published upon the one before it. */
async function newest(world: World): Promise<number> {
  const body = { kind: "accompany", version: null };
  const answer = await world.house.ask("POST", formPaths.version, { host: HOSTS.desk, body });
  return (JSON.parse(answer.text) as { version: number } | null)?.version ?? 0;
}

/** A draft is saved upon what was saved before. */
async function saved(world: World): Promise<number> {
  const body = { kind: "intake" };
  const answer = await world.ask("coordinator", "POST", formPaths.desk, {
    ...{ host: HOSTS.desk, body },
  });
  const { drafts = [] } = JSON.parse(answer.text) as {
    drafts?: { mine: boolean; revision: number }[];
  };
  return drafts.find(({ mine }) => mine)?.revision ?? 0;
}

const anyone = (body: object): Expected => ({
  ...{ who: "anyone", where: "jour", told: { rest: 200 } },
  ask: async () => ({ body }),
});

/** The team's: a request of this jour, or another's that is not found. */
const team = (body: (mailbox: string) => object): Expected => {
  const of = async (world: World, side: "mira" | "vide") => ({
    body: body(toBase64url((await opened(world, side, "intake")).id)),
  });
  return {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: (world) => of(world, "mira"),
    foreign: (world) => of(world, "vide"),
    foreignTold: "mailbox-unknown",
  };
};

const coordinator = (body: (world: World) => Promise<object>): Expected => ({
  ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
  ask: async (world) => ({ body: await body(world) }),
});

const TIME = "00000000-0000-4000-8000-000000000000";
/** Each publishes another time. */
let hour = 0;

const member = (body: () => object): Expected => ({
  ...{ who: "member", where: "jour", told: { rest: 200 } },
  ask: async () => ({ body: body() }),
});

/** Hers: whoever else she may be, only the token counts. */
const hers = (body: () => object): Expected => {
  const of = async (world: World, side: "mira" | "vide") => ({
    body: { token: toBase64url((await opened(world, side, "intake")).keys.token), ...body() },
  });
  return {
    ...{ who: "anyone", where: "jour", told: { rest: 200 }, only: ["nobody", "inside"] },
    ask: (world) => of(world, "mira"),
    foreign: (world) => of(world, "vide"),
    foreignTold: "mailbox-unknown",
  };
};

export const counsellingDoors: ExpectedDoors = {
  [`POST ${formPaths.current} jour`]: anyone({}),
  [`POST ${formPaths.version} jour`]: anyone({ kind: "intake", version: 1 }),
  [`POST ${formPaths.save} jour`]: {
    ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
    ask: async (world) => ({
      body: { kind: "accompany", after: await newest(world), definition },
    }),
  },
  [`POST ${formPaths.desk} jour`]: coordinator(async () => ({ kind: "intake" })),
  [`POST ${formPaths.dropDraft} jour`]: coordinator(async () => ({ kind: "accompany" })),
  [`POST ${formPaths.draft} jour`]: coordinator(async (world) => ({
    ...{ kind: "intake", after: 0, revision: await saved(world), definition },
  })),
  [`POST ${counsellingPaths.board} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${counsellingPaths.move} jour`]: team((mailbox) => ({
    ...{ mailbox, stage: "contacted", reason: null, version: 0 },
  })),
  [`POST ${talkPaths.times} jour`]: hers(() => ({})),
  [`POST ${talkPaths.cancel} jour`]: hers(() => ({ time: TIME })),
  [`POST ${talkPaths.book} jour`]: {
    ...hers(() => ({ time: TIME, instead: null })),
    told: { rest: "not-open-yet" },
  },
  [`POST ${talkPaths.alone} jour`]: hers(() => ({})),
  [`POST ${counsellingPaths.supporters} jour`]: member(() => ({})),
  [`POST ${counsellingPaths.offer} jour`]: member(() => ({ willing: null })),
  [`POST ${counsellingPaths.ask} jour`]: {
    ...team((mailbox) => ({ mailbox, member: TIME, brief: "AAAA" })),
    told: { rest: "not-found" },
    foreignTold: "not-found",
  },
  [`POST ${counsellingPaths.tell} jour`]: {
    ...team((mailbox) => ({ mailbox, member: TIME, brief: "AAAA" })),
    told: { rest: "not-found" },
  },
  [`POST ${counsellingPaths.told} jour`]: team((mailbox) => ({ mailbox, member: TIME })),
  [`POST ${counsellingPaths.own} jour`]: member(() => ({})),
  [`POST ${counsellingPaths.stop} jour`]: team((mailbox) => ({ mailbox })),
  [`POST ${counsellingPaths.reply} jour`]: {
    ...team((mailbox) => ({ mailbox, yes: false, alias: "" })),
    told: { rest: "not-found" },
  },
  [`POST ${counsellingPaths.answer} jour`]: {
    ...team((mailbox) => ({ mailbox, words: "AAAA" })),
    told: { rest: "not-found" },
  },
  [`POST ${counsellingPaths.seen} jour`]: member(() => ({ id: TIME })),
  [`POST ${counsellingPaths.end} jour`]: team((mailbox) => ({ mailbox, member: TIME })),
  [`POST ${counsellingPaths.reminder} jour`]: member(() => ({})),
  [`POST ${counsellingPaths.remind} jour`]: member(() => ({ address: null })),
  [`POST ${counsellingPaths.times} jour`]: member(() => ({})),
  [`POST ${counsellingPaths.publish} jour`]: member(() => ({
    first: new Date(Date.UTC(2031, 0, 1) + hour++ * 3_600_000).toISOString().slice(0, 16),
    ...{ weeks: 1, minutes: 15, place: "room" },
  })),
  [`POST ${counsellingPaths.withdraw} jour`]: member(() => ({ time: TIME })),
  [`POST ${counsellingPaths.unbook} jour`]: team((mailbox) => ({ mailbox, time: TIME })),
  [`POST ${counsellingPaths.give} jour`]: {
    ...team((mailbox) => ({ mailbox, times: [TIME] })),
    told: { rest: "time-taken" },
  },
  [`GET ${calendarPaths.feed} jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: "not-found" } },
    ask: async () => ({ path: "/calendar/none.ics" }),
  },
  [`POST ${calendarPaths.renew} jour`]: member(() => ({})),
  [`POST ${calendarPaths.remove} jour`]: member(() => ({})),
};
