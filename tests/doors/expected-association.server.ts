import { associationPages as at, associationPaths as paths } from "../../src/association/index.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

type Side = "mira" | "vide";
const deskOf = (world: World, side: Side) =>
  (side === "mira" ? world.women.coordinator : world.women.stranger).desk;

const person = () => ({
  ...{ id: crypto.randomUUID(), version: 0, since: "2026-01-01" },
  person: { name: "Bo", mail: "bo@alskolan.example", address: "", language: "sv" },
});

interface Board {
  readonly members: readonly { readonly id: string; readonly page: string }[];
}
const boardOf = async (world: World, side: Side): Promise<Board> =>
  (await deskOf(world, side).post<Board>(paths.board, {})).body;

/** A member of its own for each question. */
async function member(world: World, side: Side): Promise<string> {
  const one = person();
  const made = await deskOf(world, side).post(paths.person, one);
  if (made.status !== 200) throw new Error("no member was made");
  return one.id;
}
async function pageOf(world: World, side: Side): Promise<string> {
  const id = await member(world, side);
  return (await boardOf(world, side)).members.find((one) => one.id === id)?.page ?? "";
}

const holder = { who: "association", where: "jour", told: { coordinator: 200 } } as const;
const alone = (body: (world: World) => object): Expected => ({
  ...holder,
  ask: async (world) => ({ body: body(world) }),
});
const ofOwn = (
  thing: (world: World, side: Side) => Promise<string>,
  body: (id: string) => object,
): Expected => {
  const of = async (world: World, side: Side): Promise<Sample> => ({
    body: body(await thing(world, side)),
  });
  return { ...holder, ask: (world) => of(world, "mira"), foreign: (world) => of(world, "vide") };
};

const open = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const settings = { isOpen: true, kronor: 200, words: { sv: "x", en: "" }, keepMonths: 14 };
const only = ["nobody", "inside"] as const;
const { person: written } = person();

/** The association: on the site for everybody, her own page for whoever has its key, the register for the board. */
export const associationDoors: ExpectedDoors = {
  [`GET ${at.join} jour`]: open,
  [`GET ${at.english} jour`]: { ...open, told: { rest: 301 } },
  [`GET ${at.asked} jour`]: open,
  [`GET ${at.left} jour`]: open,
  [`POST ${at.join} jour`]: {
    ...{ ...open, told: { rest: 303 }, only },
    async ask(world) {
      await deskOf(world, "mira").post(paths.settings, settings);
      return { body: { ...written, consent: "yes", website: "" } };
    },
  },
  [`GET ${at.own} jour`]: {
    ...{ ...open, only, ask: async (world) => ({ path: await pageOf(world, "mira") }) },
    foreign: async (world) => ({ path: await pageOf(world, "vide") }),
  },
  [`POST ${at.own} jour`]: {
    ...{ ...open, told: { rest: 303 }, only },
    ask: async (world) => ({ path: await pageOf(world, "mira"), body: { what: "now" } }),
    foreign: async (world) => ({ path: await pageOf(world, "vide"), body: { what: "now" } }),
  },
  [`POST ${paths.board} jour`]: alone(() => ({})),
  [`POST ${paths.person} jour`]: ofOwn(member, (id) => ({ ...person(), id, version: 1 })),
  [`POST ${paths.admit} jour`]: ofOwn(member, (id) => ({ id, version: 1 })),
  [`POST ${paths.fee} jour`]: ofOwn(member, (id) => ({ id, version: 1, year: 2026, kronor: 200 })),
  [`POST ${paths.remove} jour`]: ofOwn(member, (id) => ({ id })),
  [`POST ${paths.settings} jour`]: alone(() => settings),
};
