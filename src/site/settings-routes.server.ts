import {
  type Context,
  defineDoor,
  type Door,
  type Glances,
} from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { type HoursContent, hoursContract, putFaceContract, putHoursContract } from "./contract.ts";
import { announced, isOffered } from "./hours.ts";
import { CHANNELS } from "./names.ts";
import { channelState, stateInWords } from "./policy.ts";
import type { SiteParts } from "./routes.server.tsx";
import { presentSettings } from "./present.server.ts";
import { saveFace, saveHours } from "./service.server.ts";
import { allFaces } from "./store.server.ts";

const path = "/desk/api/faces";

const rule = { host: "jour", access: "site.write" } as const;
const hours = { ...rule, access: "site.hours" } as const;

type SettingsParts = Pick<SiteParts, "glances" | "now">;

/** The doors of coordinators: texts, phone, policy, hours of their jour's faces. */
export function settingsDoors({ glances, now = Date.now }: SettingsParts): Door[] {
  return [list, saveTexts(glances), saveWeek(glances, now), tryHours(now)];
}

const list = defineDoor({
  ...rule,
  method: "GET",
  path,
  handle: async ({ host, database }) => {
    if (!host.jour) return fail("not-found");
    const faces = await database.tenant(host.jour.id, allFaces);
    return ok({ faces: faces.map(presentSettings) });
  },
});

const saveTexts = (glances: Glances): Door =>
  defineDoor({
    ...rule,
    method: "PUT",
    path: `${path}/:face`,
    body: putFaceContract,
    maxBody: 256 * 1024,
    handle: async ({ database, host, params, body }) => {
      const face = idOf(params);
      if (!host.jour || face === undefined) return fail("not-found");
      const saved = await saveFace(database, host.jour.id, face, body.version, body.face);
      glances.forget();
      return saved;
    },
  });

const saveWeek = (glances: Glances, now: () => number): Door =>
  defineDoor({
    ...hours,
    method: "PUT",
    path: `${path}/:face/hours`,
    body: putHoursContract,
    handle: async ({ database, host, params, body }) => {
      const face = idOf(params);
      if (!host.jour || face === undefined) return fail("not-found");
      const saved = await saveHours(database, host.jour.id, face, body.version, body.hours, now());
      glances.forget();
      return saved;
    },
  });

const tryHours = (now: () => number): Door =>
  defineDoor({
    ...hours,
    method: "POST",
    path: `${path}/preview`,
    body: hoursContract,
    handle: (context) => ok({ says: preview(context, now()) }),
  });

/** What the site would say of these hours now, were somebody on duty when they say so. */
function preview({ body, language }: Context<HoursContent>, now: number) {
  return CHANNELS.filter((channel) => isOffered(body, channel)).map((channel) => {
    const state = channelState(announced(body, channel, now), "hours-decide", now);
    return { channel, says: stateInWords(state, language) };
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idOf(params: Readonly<Record<string, string>>): string | undefined {
  const face = params["face"] ?? "";
  return UUID.test(face) ? face : undefined;
}
