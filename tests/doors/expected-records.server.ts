import { randomUUID } from "node:crypto";
import { recordPaths as paths } from "../../src/records/contract.ts";
import type { Expected, ExpectedDoors, Told } from "./expected-door.server.ts";
import type { Actor, World } from "./world.server.ts";

const own = (body: object, told: Told = 200): Expected => ({
  ...{ who: "own.data", where: "jour", told: { rest: told } },
  ask: async () => ({ body }),
});
const kept = (
  ask: (member: string) => object,
  told: Told = 200,
  who?: Expected["who"],
): Expected => ({
  ...{ who: who ?? "records.keep", where: "jour", told: { coordinator: told } },
  ask: async (world) => ({ body: ask(memberOf(world, "offDuty")) }),
});
/** The same of a member of the other jour: she is nobody here. */
const alsoForeign = (ask: (member: string) => object): Expected => ({
  ...kept(ask),
  foreign: async (world) => ({ body: ask(memberOf(world, "stranger")) }),
});
const memberOf = ({ women }: World, actor: Exclude<Actor, "nobody">): string => women[actor].member;

const statement = "AAAA";
const copy = {
  issuedOn: "2026-11-01",
  startedOn: "2026-11-02",
  criminal: "AAAA",
  suspicion: "AAAA",
  statement,
};

export const recordDoors: ExpectedDoors = {
  [`POST ${paths.mine} jour`]: own({}),
  [`POST ${paths.sign} jour`]: {
    ...own({ version: 99, statement }, "changed-meanwhile"),
    who: "pledge.sign",
  },
  [`POST ${paths.leave} jour`]: own({ onLeave: false }),
  [`POST ${paths.request} jour`]: own({ kind: "correction", withdraw: false }),
  [`POST ${paths.export} jour`]: own({}),
  [`POST ${paths.pledges} jour`]: own({}),
  // Published, it would ask everybody in this world to sign before her next shift.
  [`POST ${paths.pledge} jour`]: kept(
    () => ({ after: 99, body: "Jag lovar att inte berätta om dem som söker stöd hos oss." }),
    "changed-meanwhile",
    "pledge.write",
  ),
  [`POST ${paths.overview} jour`]: kept(() => ({})),
  [`POST ${paths.managers} jour`]: kept(() => ({})),
  [`POST ${paths.open} jour`]: alsoForeign((member) => ({ member })),
  [`POST ${paths.standing} jour`]: alsoForeign((member) => ({ member, onLeave: false })),
  [`POST ${paths.answered} jour`]: kept((member) => ({ member, kind: "erasure" }), "not-found"),
  [`POST ${paths.note} jour`]: kept(
    (member) => ({ member, shownMonth: "2026-11" }),
    "wrong-regime",
  ),
  [`POST ${paths.copy} jour`]: kept((member) => ({ member, ...copy }), "wrong-regime"),
  [`POST ${paths.openCopy} jour`]: kept(
    () => ({ copy: randomUUID(), register: "criminal" }),
    "not-found",
  ),
  [`POST ${paths.forgetCopy} jour`]: kept(() => ({ copy: randomUUID() }), "not-found"),
  [`POST ${paths.looks} jour`]: kept(() => ({ month: null }), 200, "looks.read"),
  [`POST ${paths.review} jour`]: kept(
    () => ({ month: "2099-12", statement }),
    "month-open",
    "looks.sign",
  ),
};
