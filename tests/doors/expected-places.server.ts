import { randomUUID } from "node:crypto";
import { federationPaths, joiningPaths, overflowPaths } from "../../src/network/index.ts";
import type { ExpectedDoors, Sample } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

interface Face {
  readonly id: string;
  readonly version: number;
  readonly hoursVersion: number;
  readonly face: object;
  readonly hours: object;
}

export async function firstFace(world: World, place: "mira" | "vide" = "mira"): Promise<Face> {
  const { desk } = place === "mira" ? world.women.coordinator : world.women.stranger;
  const { body } = await desk.get<{ faces: Face[] }>("/desk/api/faces");
  const [first] = body.faces;
  if (!first) throw new Error("the jour has no face");
  return first;
}

const texts = async (world: World, place: "mira" | "vide"): Promise<Sample> => {
  const { id, version, face } = await firstFace(world, place);
  return { path: `/desk/api/faces/${id}`, body: { version, face } };
};
const hours = async (world: World, place: "mira" | "vide"): Promise<Sample> => {
  const face = await firstFace(world, place);
  return {
    path: `/desk/api/faces/${face.id}/hours`,
    body: { version: face.hoursVersion, hours: face.hours },
  };
};

const open = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const everywhere = { who: "anyone", where: "any", told: { rest: 200 } } as const;

/** The federation's desk: at a jour's it is not there, whoever asks. Those of a federation are asked in src/site/federation.test.ts. */
const federation = (path: string, body: object): ExpectedDoors => ({
  [`POST ${path} jour`]: {
    ...{ who: "network.keep", where: "jour", told: { coordinator: "not-found" } },
    ask: async () => ({ body }),
  },
});
const guest = {
  ...{ id: randomUUID(), name: "Gäst", kind: "kvinnojour", place: "", phone: null },
  url: "https://gast.example/",
  entry: {
    ...{ receives: "women", ages: { from: 18, until: null }, doors: [], municipalities: [] },
    ...{ elsewhere: true, languages: ["sv"], permit: "none", hours: { week: {}, exceptions: [] } },
  },
};
const which = { id: randomUUID(), version: 1 };
/** A federation without a desk takes no applications. */
const unfurnished = { who: "anyone", where: "federation", told: { rest: "not-found" } } as const;

/** Public pages, the apps, what coordinators write about their jour. */
export const placeDoors: ExpectedDoors = {
  "GET / jour": open,
  "GET / federation": { ...open, where: "federation" },
  "GET /hitta federation": { ...open, where: "federation" },
  "GET /hitta/app.js federation": { ...open, where: "federation" },
  "GET /hitta/jourer.json federation": { ...open, where: "federation" },
  "GET /api/v1/jours federation": { ...open, where: "federation" },
  "GET /api/v1/jours.csv federation": { ...open, where: "federation" },
  "GET /api/v1/hsds/services federation": { ...open, where: "federation" },
  "GET /api/v1/openapi.json federation": { ...open, where: "federation" },
  "GET /door/:door jour": { ...open, ask: async () => ({ path: "/door/woman" }) },
  "GET /contact/api/face jour": open,
  "GET /exit.js any": everywhere,
  "GET /robots.txt any": everywhere,
  "GET /favicon.ico any": { ...everywhere, told: { rest: 204 } },
  "GET /contact/ jour": open,
  "GET /contact/assets/:file jour": {
    ...open,
    ask: async () => ({ path: "/contact/assets/app.js" }),
  },
  "GET /desk/ jour": open,
  "GET /desk/assets/:file jour": { ...open, ask: async () => ({ path: "/desk/assets/app.js" }) },
  "GET /desk/api/shift-faces jour": { who: "member", where: "jour", told: { rest: 200 } },
  "GET /desk/api/faces jour": { who: "site.write", where: "jour", told: { coordinator: 200 } },
  "PUT /desk/api/faces/:face jour": {
    ...{ who: "site.write", where: "jour", told: { coordinator: 200 } },
    ask: (world) => texts(world, "mira"),
    foreign: (world) => texts(world, "vide"),
  },
  "PUT /desk/api/faces/:face/hours jour": {
    ...{ who: "site.hours", where: "jour", told: { coordinator: 200 } },
    ask: (world) => hours(world, "mira"),
    foreign: (world) => hours(world, "vide"),
  },
  ...federation(federationPaths.members, {}),
  ...federation(federationPaths.rule, { approval: true }),
  ...federation(federationPaths.approve, { host: "mira.localhost", approved: true }),
  ...federation(federationPaths.enter, { guests: [guest] }),
  ...federation(federationPaths.takeOff, { id: which.id }),
  ...federation(joiningPaths.list, {}),
  ...federation(joiningPaths.ask, { ...which, text: "När?" }),
  ...federation(joiningPaths.clear, { ids: [which.id] }),
  ...federation(joiningPaths.decide, { ...which, decision: "approved", text: "" }),
  [`GET ${joiningPaths.form} federation`]: unfurnished,
  [`GET ${joiningPaths.answer} federation`]: unfurnished,
  [`POST ${joiningPaths.form} federation`]: { ...unfurnished, ask: async () => ({ body: {} }) },
  [`POST ${joiningPaths.answer} federation`]: { ...unfurnished, ask: async () => ({ body: {} }) },
  [`POST ${overflowPaths.list} jour`]: {
    ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${overflowPaths.say} jour`]: {
    ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
    ask: async (world) => ({ body: { jour: world.vide.jour, yes: true } }),
  },
  "POST /desk/api/faces/preview jour": {
    ...{ who: "site.hours", where: "jour", told: { coordinator: 200 } },
    ask: async (world) => ({ body: (await firstFace(world)).hours }),
  },
  "GET /desk/api/duty jour": { who: "duty.hold", where: "jour", told: { rest: 200 } },
  "POST /desk/api/duty/start jour": {
    who: "duty.hold",
    where: "jour",
    // Her statement is signed for her: nobody else goes on duty with it.
    told: { offDuty: 200, rest: "statement-refused" },
    ask: async (world) => ({ body: await world.statement(world.women.offDuty) }),
    foreign: async (world) => ({ body: await world.statement(world.women.stranger, world.vide) }),
    foreignTold: "statement-refused",
  },
  "POST /desk/api/duty/stop jour": {
    who: "duty.hold",
    where: "jour",
    told: { offDuty: 200, rest: "not-found" },
    async ask(world) {
      const { offDuty } = world.women;
      const begun = await offDuty.desk.post<{ duty: string }>(
        "/desk/api/duty/start",
        await world.statement(offDuty),
      );
      const mine = await offDuty.desk.get<{ duty: string }>("/desk/api/duty");
      return { body: { duty: begun.body.duty ?? mine.body.duty ?? randomUUID() } };
    },
    foreign: async (world) => ({ body: { duty: world.duties.stranger } }),
  },
};
