import { counsellingPaths } from "../../src/counselling/index.ts";
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

export const counsellingDoors: ExpectedDoors = {
  [`POST ${formPaths.current} jour`]: anyone({}),
  [`POST ${formPaths.version} jour`]: anyone({ kind: "intake", version: 1 }),
  [`POST ${formPaths.save} jour`]: {
    ...{ who: "coordinator", where: "jour", told: { coordinator: 200 } },
    ask: async (world) => ({
      body: { kind: "accompany", after: await newest(world), definition },
    }),
  },
  [`POST ${counsellingPaths.board} jour`]: {
    ...{ who: "member", where: "jour", told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${counsellingPaths.move} jour`]: team((mailbox) => ({
    ...{ mailbox, stage: "contacted", reason: null, version: 0 },
  })),
};
