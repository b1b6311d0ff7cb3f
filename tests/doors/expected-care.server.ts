import { carePaths as paths } from "../../src/care/index.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";

const NONE = "00000000-0000-4000-8000-000000000000";
const member = (body: object, told: Expected["told"] = { rest: 200 }): Expected => ({
  ...{ who: "member", where: "jour", told },
  ask: async () => ({ body }),
});
const coordinator = (body: object, told: Expected["told"] = { coordinator: 200 }): Expected => ({
  ...member(body, told),
  who: "shifts.plan",
});
/** Of a session at which nobody was: those that are there are asked in src/care. */
const nowhere = { rest: "not-found" } as const;

export const careDoors: ExpectedDoors = {
  [`POST ${paths.mine} jour`]: member({}),
  [`POST ${paths.hard} jour`]: member({ by: 1 }),
  [`POST ${paths.overview} jour`]: coordinator({}),
  [`POST ${paths.sessions} jour`]: member({}),
  [`POST ${paths.lead} jour`]: coordinator(
    { session: NONE, member: null },
    { coordinator: "not-found" },
  ),
  [`POST ${paths.readers} jour`]: member({ session: NONE }, nowhere),
  [`POST ${paths.write} jour`]: member({ session: NONE, sealed: "AAAA", days: 30 }, nowhere),
  [`POST ${paths.open} jour`]: member({ note: NONE }, nowhere),
  [`POST ${paths.remove} jour`]: member({ note: NONE }, nowhere),
};
