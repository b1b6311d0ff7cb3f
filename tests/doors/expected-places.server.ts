import { randomUUID } from "node:crypto";
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
