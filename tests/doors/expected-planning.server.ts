import { planningPaths as paths, rosterPaths } from "../../src/planning/index.ts";
import { shiftPaths } from "../../src/shifts/index.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";

const NONE = "00000000-0000-4000-8000-000000000000";
const draft = { kind: "shift", face: null, title: "Kvällen", needed: 2, atLeast: [] };
const month = { month: "2031-01" };
/** In 2031, where nobody else plans; too far ahead to be put in. */
const rosterRow = {
  ...{ line: 2, day: "2031-01-02", starts: "18:00", ends: "21:00", lastDay: "", kind: "" },
  ...{ title: "", face: "", needed: "", on: "", shadow: "", reserve: "" },
};

const member = (body: object, told: Expected["told"] = { rest: 200 }): Expected => ({
  ...{ who: "member", where: "jour", told },
  ask: async () => ({ body }),
});
const coordinator = (body: object, told: Expected["told"] = { coordinator: 200 }): Expected => ({
  ...member(body, told),
  who: "shifts.plan",
});
/** Of a shift or an offer that is not there: what is, is asked in src/planning. */
const nowhere = { rest: "not-found" } as const;

export const planningDoors: ExpectedDoors = {
  [`POST ${paths.month} jour`]: member(month),
  [`POST ${paths.wish} jour`]: member({ shift: NONE, wish: "can" }, nowhere),
  [`POST ${paths.take} jour`]: member({ shift: NONE, place: "on" }, nowhere),
  [`POST ${paths.leave} jour`]: member({ shift: NONE }, nowhere),
  [`POST ${paths.offer} jour`]: member({ shift: NONE, to: null, forShift: null }, nowhere),
  [`POST ${paths.answer} jour`]: member({ offer: NONE, yes: true }, nowhere),
  [`POST ${paths.withdraw} jour`]: member({ offer: NONE }, nowhere),
  [`POST ${paths.mine} jour`]: member({}),
  [`POST ${paths.saveMine} jour`]: member({ knows: [], mostAMonth: 4, mail: null }),
  [`POST ${paths.patterns} jour`]: coordinator({}),
  [`POST ${paths.savePattern} jour`]: coordinator({
    ...{ pattern: null, version: 0 },
    draft: {
      ...{ ...draft, weekdays: [4], every: 1, firstOn: "2031-01-01", lastOn: "2031-01-31" },
      ...{ starts: "18:00", ends: "21:00", days: 0, onRedDays: true },
    },
  }),
  [`POST ${paths.removePattern} jour`]: coordinator({ pattern: NONE }),
  [`POST ${paths.make} jour`]: coordinator(month),
  [`POST ${paths.saveShift} jour`]: coordinator({
    ...{ ...draft, shift: null, version: 0, calledOff: false },
    ...{ starts: "2031-01-02T18:00", ends: "2031-01-02T21:00" },
  }),
  [`POST ${paths.people} jour`]: coordinator({}),
  [`POST ${paths.savePerson} jour`]: coordinator(
    { member: NONE, standing: "newcomer", knows: [], mostAMonth: null },
    { coordinator: "not-found" },
  ),
  [`POST ${paths.propose} jour`]: coordinator({ month: "2032-01" }),
  [`POST ${paths.accept} jour`]: coordinator({ places: [] }),
  [`POST ${rosterPaths.preview} jour`]: coordinator({ rows: [rosterRow] }),
  [`POST ${rosterPaths.put} jour`]: coordinator(
    { rows: [rosterRow] },
    { coordinator: "changed-meanwhile" },
  ),
  [`POST ${rosterPaths.recent} jour`]: coordinator({}),
  [`POST ${rosterPaths.undo} jour`]: coordinator({ import: NONE }, { coordinator: "not-found" }),
};

/** Whoever is on call and coordinators turn doors; those on duty see them. */
const turned = (body: (face: string) => object): Expected => ({
  ...{ who: "member", where: "jour", told: { coordinator: 200, rest: "not-allowed" } },
  ask: async (world) => ({ body: body(world.face) }),
});

export const superviseDoors: ExpectedDoors = {
  [`POST ${shiftPaths.doors} jour`]: {
    ...{
      who: "member",
      where: "jour",
      told: { rest: 200, offDuty: "not-allowed", expired: "not-allowed" },
    },
    ask: async () => ({ body: {} }),
  },
  [`POST ${shiftPaths.turn} jour`]: turned((face) => ({ face, hand: null, minutes: 60 })),
  [`POST ${shiftPaths.announce} jour`]: turned((face) => ({ face, minutes: null })),
  [`POST ${shiftPaths.set} jour`]: {
    ...turned((face) => ({ face, needed: 1, lastEntryMinutes: 15 })),
    ...{ who: "shifts.plan", told: { coordinator: 200 } },
  },
  [`POST ${shiftPaths.move} jour`]: {
    ...turned((face) => ({ from: face, to: NONE })),
    told: { coordinator: "not-found", rest: "not-allowed" },
  },
  [`POST ${shiftPaths.reserves} jour`]: turned((face) => ({ face })),
  [`POST ${shiftPaths.call} jour`]: {
    ...turned((face) => ({ face })),
    told: { rest: 200, coordinator: "not-on-duty", offDuty: "not-on-duty", expired: "not-on-duty" },
  },
};
