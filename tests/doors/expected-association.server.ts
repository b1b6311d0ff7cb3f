import {
  associationPages as at,
  associationPaths as paths,
  feePaths,
  intakePaths,
  meetingPaths,
} from "../../src/association/index.ts";
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

const written = () => ({
  ...{ id: crypto.randomUUID(), version: 0, starts: "2031-01-01T18:00", minutes: 60 },
  ...{
    feeYear: null,
    title: "x",
    place: "",
    agenda: [{ title: "x", text: "" }],
    motionsUntil: null,
  },
});
async function meeting(world: World, side: Side): Promise<string> {
  const one = written();
  const made = await deskOf(world, side).post(meetingPaths.save, one);
  if (made.status !== 200) throw new Error("no meeting was made");
  return one.id;
}
async function opened(world: World, side: Side): Promise<string> {
  const id = await meeting(world, side);
  await deskOf(world, side).post(meetingPaths.stage, { id, version: 1, to: "open" });
  return id;
}
async function withMinutes(world: World, side: Side): Promise<string> {
  const id = await opened(world, side);
  const desk = deskOf(world, side);
  await desk.post(meetingPaths.stage, { id, version: 2, to: "held" });
  await desk.post(meetingPaths.minutes, { meeting: id, upon: 0, text: "x" });
  return id;
}

const fileRow = () => ({
  ...{ line: 2, name: "Ylva", first: "", last: "", mail: "ylva@alskolan.example", address: "" },
  ...{ code: "", town: "", since: "", language: "", fees: "" },
});

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

const presence = async (world: World, side: Side): Promise<Sample> => {
  const body = { meeting: await opened(world, side), member: await member(world, side) };
  return { body: { ...body, isPresent: true, hasVote: null } };
};

const open = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const settings = { isOpen: true, kronor: 200, words: { sv: "x", en: "" }, keepMonths: 14 };
const only = ["nobody", "inside"] as const;
const { person: applicant } = person();

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
      return { body: { ...applicant, consent: "yes", website: "" } };
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
  [`POST ${meetingPaths.list} jour`]: alone(() => ({})),
  [`POST ${meetingPaths.save} jour`]: ofOwn(meeting, (id) => ({ ...written(), id, version: 1 })),
  [`POST ${meetingPaths.drop} jour`]: ofOwn(meeting, (id) => ({ id })),
  [`POST ${meetingPaths.call} jour`]: {
    // The house of these tests sends no mail.
    ...{ ...ofOwn(meeting, (id) => ({ id, version: 1 })), told: { coordinator: "mail-off" } },
    foreignTold: "mail-off",
  },
  [`POST ${meetingPaths.stage} jour`]: ofOwn(meeting, (id) => ({ id, version: 1, to: "open" })),
  [`POST ${meetingPaths.presence} jour`]: {
    ...holder,
    ask: (world) => presence(world, "mira"),
    foreign: (world) => presence(world, "vide"),
  },
  [`POST ${meetingPaths.minutes} jour`]: ofOwn(meeting, (id) => ({
    ...{ meeting: id, upon: 0, text: "x" },
  })),
  [`POST ${meetingPaths.minutesOf} jour`]: ofOwn(meeting, (id) => ({ id })),
  [`POST ${meetingPaths.adjust} jour`]: ofOwn(withMinutes, (id) => ({
    ...{ id, version: 3, upon: 1, by: ["x"] },
  })),
  [`POST ${meetingPaths.adjusters} jour`]: ofOwn(withMinutes, (id) => ({
    ...{ id, version: 3, upon: 1, members: [] },
  })),
  [`POST ${feePaths.rounds} jour`]: alone(() => ({})),
  [`POST ${feePaths.remind} jour`]: {
    // The house of these tests sends no mail, and there are members with an address for it.
    ...{ ...holder, told: { coordinator: "mail-off" } },
    async ask(world) {
      await member(world, "mira");
      return { body: { id: crypto.randomUUID(), year: 2027, text: { sv: "x", en: "" } } };
    },
  },
  [`POST ${intakePaths.preview} jour`]: alone(() => ({ rows: [fileRow()] })),
  [`POST ${intakePaths.put} jour`]: alone(() => ({
    ...{ rows: [fileRow()], agreedOn: "2026-01-01", haveAgreed: true },
  })),
  [`POST ${paths.settings} jour`]: alone(() => settings),
};
