import { randomUUID } from "node:crypto";
import { foundingPaths as paths } from "../../src/people/founding/contract.ts";
import { secret } from "../factories/people.server.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";

// Of the federation's desk: at a jour's they are not there, whoever asks. What they do at the federation's is shown
// in src/people/founding/founding.test.ts.

const absent = { who: "coordinator", where: "desk", told: { coordinator: "not-found" } } as const;
const link = () => ({ id: randomUUID(), token: secret() });
const one = `${paths.one}/${randomUUID()}`;
const asked = (path: string, body?: object): Expected => ({
  ...absent,
  ask: async () => ({ path, ...(body && { body }) }),
});

export const foundingDoors: ExpectedDoors = {
  [`GET ${paths.all} jour`]: absent,
  [`POST ${paths.all} jour`]: asked(paths.all, {
    ...link(),
    name: "Kvinnojouren Sälg",
    host: "salg.localhost",
  }),
  [`POST ${paths.one}/:jour/link jour`]: asked(`${one}/link`, link()),
  [`DELETE ${paths.one}/:jour/link jour`]: asked(`${one}/link`),
  [`DELETE ${paths.one}/:jour jour`]: asked(one),
};
