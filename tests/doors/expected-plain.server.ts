import { randomUUID } from "node:crypto";
import { plainPaths as paths } from "../../src/letters/index.ts";
import { APPLY_PLAIN, SEAT_PLAIN } from "../../src/recruitment/index.ts";
import { newReturnCode } from "../../src/protocol/letters/index.ts";
import { suite } from "../factories/people.server.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import { hasTeamKey } from "./expected-letters.server.ts";
import { HOSTS, type World } from "./world.server.ts";

type Side = "mira" | "vide";
const hostOf = (side: Side): string => (side === "mira" ? HOSTS.desk : HOSTS.other);

/** A letter as its form sends it. */
async function letter(world: World, side: Side): Promise<Record<string, string>> {
  await hasTeamKey(world, side);
  const words = await newReturnCode(suite, "plain");
  const [, , word3 = "", , word5 = ""] = words;
  return { words: words.join(" "), text: "Hej", word3, word5 };
}

async function post(world: World, side: Side, path: string, body: object): Promise<string> {
  const heard = await world.house.ask("POST", path, { host: hostOf(side), body });
  if (heard.status !== 303) throw new Error(heard.text);
  return heard.headers.location ?? "";
}

async function written(world: World, side: Side): Promise<{ words: string }> {
  const form = await letter(world, side);
  await post(world, side, paths.write, form);
  return { words: form["words"] ?? "" };
}

/** The page after her words, which can be asked for once. */
const shown = async (world: World, side: Side = "mira"): Promise<string> =>
  post(world, side, paths.read, await written(world, side));

async function session(world: World, side: Side = "mira"): Promise<{ session: string }> {
  const path = await shown(world, side);
  const page = await world.house.ask("GET", path, { host: hostOf(side) });
  return { session: /name="session" value="([\w-]+)"/.exec(page.text)?.[1] ?? "" };
}

/** 203: so that no browser puts it aside for Back. */
const open = { who: "anyone", where: "jour", told: { rest: 203 } } as const;
/** A form leads on to a page of its own. */
const form = (
  make: (world: World, side: Side) => Promise<object>,
  foreignTold?: Expected["foreignTold"],
): Expected => ({
  ...{ who: "anyone", where: "jour", told: { rest: 303 }, only: ["nobody", "inside"] },
  ask: async (world): Promise<Sample> => ({ body: await make(world, "mira") }),
  ...(foreignTold && {
    foreignTold,
    foreign: async (world: World): Promise<Sample> => ({ body: await make(world, "vide") }),
  }),
});

/** An application as its form sends it. While no round is open she is told so, on the page that follows. */
async function application(world: World, side: Side): Promise<object> {
  const { text: _, ...end } = await letter(world, side);
  return { ...end, name: "Tove", reach: "" };
}

/** Letters without script. */
export const plainDoors: ExpectedDoors = {
  [`GET ${APPLY_PLAIN} jour`]: open,
  [`POST ${APPLY_PLAIN} jour`]: {
    ...form(application),
    told: { rest: "letters-closed" },
  },
  // Her mailbox is one of letters: it has no times.
  [`POST ${SEAT_PLAIN} jour`]: {
    ...form(
      async (world, side) => ({
        ...(await session(world, side)),
        ...{ meeting: randomUUID(), does: "take" },
      }),
      "gone",
    ),
    told: { rest: "mailbox-unknown" },
  },
  [`GET ${paths.start} jour`]: open,
  [`GET ${paths.write} jour`]: open,
  [`GET ${paths.read} jour`]: open,
  [`GET ${paths.once} jour`]: {
    ...{ ...open, only: ["nobody", "inside"] },
    ask: async (world) => ({ path: await shown(world) }),
    foreign: async (world) => ({ path: await shown(world, "vide") }),
    foreignTold: "gone",
  },
  [`POST ${paths.write} jour`]: form(letter),
  [`POST ${paths.read} jour`]: form(written, "mailbox-unknown"),
  [`POST ${paths.more} jour`]: form(
    async (world, side) => ({ ...(await session(world, side)), text: "Mer" }),
    "gone",
  ),
  [`POST ${paths.look} jour`]: form(session, "gone"),
  [`POST ${paths.erase} jour`]: form(
    async (world, side) => ({ ...(await session(world, side)), sure: "yes" }),
    "gone",
  ),
};
