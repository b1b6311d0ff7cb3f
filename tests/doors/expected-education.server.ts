import { educationPages as at, educationPaths as paths } from "../../src/education/index.ts";
import { pdf } from "../factories/pdf.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

type Side = "mira" | "vide";
const deskOf = (world: World, side: Side) =>
  (side === "mira" ? world.women.coordinator : world.women.stranger).desk;

const said = { sv: "x", en: "" };
const lecture = () => ({
  ...{ id: crypto.randomUUID(), version: 0, isPublished: false },
  content: {
    ...{ title: said, summary: said, text: said, region: said, audiences: [], languages: [] },
    ...{ ways: [], minutes: 60, price: 0, materials: [] },
  },
});
const request = {
  ...{ organisation: "Alskolan", contact: "Bo", mail: "bo@alskolan.example", phone: "" },
  ...{ dates: "I vår", size: "20", way: "place", wishes: "", lecture: "", website: "" },
};

interface Board {
  readonly bookings: { readonly id: string; readonly own: string }[];
  readonly evaluations: { readonly id: string; readonly code: string | null }[];
}
const boardOf = async (world: World, side: Side): Promise<Board> =>
  (await deskOf(world, side).post<Board>(paths.board, {})).body;

/** A request of its own for each question. */
async function booking(world: World, side: Side): Promise<string> {
  const known = new Set((await boardOf(world, side)).bookings.map(({ id }) => id));
  const heard = await world.house.ask("POST", at.ask, {
    ...{ host: `${side}.localhost`, body: request },
  });
  if (heard.status !== 303) throw new Error(heard.text);
  const made = (await boardOf(world, side)).bookings.find(({ id }) => !known.has(id));
  return made?.id ?? "";
}

const moveTo = (world: World, side: Side, id: string): object => ({
  ...{ id, version: 1, stage: "booked", reason: null, lecture: null, tell: false },
  member: (side === "mira" ? world.women.coordinator : world.women.stranger).member,
  ...{ starts: "2031-01-01T10:00", minutes: 60, place: "x" },
});

async function booked(world: World, side: Side): Promise<string> {
  const id = await booking(world, side);
  await deskOf(world, side).post(paths.move, moveTo(world, side, id));
  return id;
}

const cancelled = { reply: "cancel", version: "1", words: "" };
async function ownAt(world: World, side: Side): Promise<string> {
  const id = await booking(world, side);
  return (await boardOf(world, side)).bookings.find((one) => one.id === id)?.own ?? "";
}

const questions = ["whole", "clear", "turn-to"];
async function evaluation(world: World, side: Side): Promise<Board["evaluations"][number]> {
  const known = new Set((await boardOf(world, side)).evaluations.map(({ id }) => id));
  await deskOf(world, side).post(paths.open, { booking: await booked(world, side), questions });
  const made = (await boardOf(world, side)).evaluations.find(({ id }) => !known.has(id));
  if (!made) throw new Error("no evaluation was opened");
  return made;
}
const closed = async (world: World, side: Side): Promise<string> => {
  const { id } = await evaluation(world, side);
  await deskOf(world, side).post(paths.close, { id });
  return id;
};
const saved = async (world: World, side: Side): Promise<string> => {
  const one = lecture();
  await deskOf(world, side).post(paths.lecture, one);
  return one.id;
};

/** A lecture on the site with one file, for everybody or for those who have booked. */
async function fileIn(world: World, side: Side, isPublic: boolean) {
  const desk = deskOf(world, side);
  const file = Buffer.from(pdf(), "latin1").toString("base64");
  const { address } = (await desk.post<{ address: string }>(paths.addFile, { file })).body;
  const one = lecture();
  const content = {
    ...{ ...one.content, audiences: ["everyone"], languages: ["sv"], ways: ["place"] },
    materials: [{ title: "x", address, isPublic }],
  };
  await desk.post(paths.lecture, { ...one, isPublished: true, content });
  return { lecture: one.id, address };
}
const publicFile = async (world: World, side: Side): Promise<string> =>
  (await fileIn(world, side, true)).address;
async function bookedFile(world: World, side: Side): Promise<string> {
  const file = await fileIn(world, side, false);
  const id = await booking(world, side);
  const move = { ...moveTo(world, side, id), lecture: file.lecture };
  await deskOf(world, side).post(paths.move, move);
  const own = (await boardOf(world, side)).bookings.find((one) => one.id === id)?.own ?? "";
  return `${own}/${file.address.split("/").at(-1) ?? ""}`;
}

const holder = { who: "education", where: "jour", told: { coordinator: 200 } } as const;
const alone = (body: (world: World) => object): Expected => ({
  ...holder,
  ask: async (world) => ({ body: body(world) }),
});
const ofOwn = (
  thing: (world: World, side: Side) => Promise<string>,
  body: (id: string, world: World, side: Side) => object,
): Expected => {
  const of = async (world: World, side: Side): Promise<Sample> => ({
    body: body(await thing(world, side), world, side),
  });
  return { ...holder, ask: (world) => of(world, "mira"), foreign: (world) => of(world, "vide") };
};

const open = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const only = ["nobody", "inside"] as const;
const codeAt = async (world: World, side: Side): Promise<string> =>
  at.evaluation.replace(":code", (await evaluation(world, side)).code ?? "");

/** Lectures: on the site for everybody, in the desk for those who hold them. */
export const educationDoors: ExpectedDoors = {
  [`GET ${at.list} jour`]: open,
  [`GET ${at.one} jour`]: {
    ...open,
    ask: async () => ({ path: "/forelasningar/nar-karlek-gor-ont" }),
  },
  [`GET ${at.english} jour`]: { ...open, told: { rest: 301 } },
  [`GET ${at.ask} jour`]: open,
  [`GET ${at.askFor} jour`]: {
    ...open,
    ask: async () => ({ path: "/boka-forelasning/nar-karlek-gor-ont" }),
  },
  [`GET ${at.own} jour`]: {
    ...{ ...open, only, ask: async (world) => ({ path: await ownAt(world, "mira") }) },
    foreign: async (world) => ({ path: await ownAt(world, "vide") }),
  },
  [`POST ${at.own} jour`]: {
    ...{ ...open, told: { rest: 303 }, only },
    ask: async (world) => ({ path: await ownAt(world, "mira"), body: cancelled }),
    foreign: async (world) => ({ path: await ownAt(world, "vide"), body: cancelled }),
  },
  [`GET ${at.file} jour`]: {
    ...{ ...open, only, ask: async (world) => ({ path: await publicFile(world, "mira") }) },
    foreign: async (world) => ({ path: await publicFile(world, "vide") }),
  },
  [`GET ${at.ownFile} jour`]: {
    ...{ ...open, only, ask: async (world) => ({ path: await bookedFile(world, "mira") }) },
    foreign: async (world) => ({ path: await bookedFile(world, "vide") }),
  },
  [`GET ${at.code} jour`]: open,
  [`GET ${at.answered} jour`]: open,
  [`GET ${at.evaluation} jour`]: {
    ...{ ...open, only, ask: async (world) => ({ path: await codeAt(world, "mira") }) },
    foreign: async (world) => ({ path: await codeAt(world, "vide") }),
  },
  [`POST ${at.ask} jour`]: {
    ...{ ...open, told: { rest: 303 }, only, ask: async () => ({ body: request }) },
  },
  [`POST ${at.code} jour`]: {
    ...{ ...open, told: { rest: 303 }, ask: async () => ({ body: { code: "abc234" } }) },
  },
  [`POST ${at.evaluation} jour`]: {
    ...{ ...open, told: { rest: 303 }, only },
    ask: async (world) => ({ path: await codeAt(world, "mira"), body: answers }),
    foreign: async (world) => ({ path: await codeAt(world, "vide"), body: answers }),
  },
  [`POST ${paths.addFile} jour`]: alone(() => ({
    file: Buffer.from(pdf(), "latin1").toString("base64"),
  })),
  [`POST ${paths.board} jour`]: alone(() => ({})),
  [`POST ${paths.lecture} jour`]: alone(lecture),
  [`POST ${paths.dropLecture} jour`]: ofOwn(saved, (id) => ({ id })),
  [`POST ${paths.move} jour`]: ofOwn(booking, (id, world, side) => moveTo(world, side, id)),
  [`POST ${paths.note} jour`]: ofOwn(booking, (id) => ({ id, version: 1, note: "x" })),
  [`POST ${paths.erase} jour`]: ofOwn(booking, (id) => ({ id })),
  [`POST ${paths.busy} jour`]: ofOwn(
    async (world, side) =>
      (side === "mira" ? world.women.coordinator : world.women.stranger).member,
    (member) => ({ member, starts: "2031-01-01T10:00", minutes: 60, except: crypto.randomUUID() }),
  ),
  [`POST ${paths.open} jour`]: ofOwn(booked, (id) => ({ booking: id, questions })),
  [`POST ${paths.close} jour`]: ofOwn(
    async (world, side) => (await evaluation(world, side)).id,
    (id) => ({ id }),
  ),
  [`POST ${paths.results} jour`]: ofOwn(closed, (id) => ({ id })),
  [`POST ${paths.settings} jour`]: alone(() => ({ keepMonths: 3 })),
};

const answers = { whole: "4", clear: "yes", "turn-to": "no" };
