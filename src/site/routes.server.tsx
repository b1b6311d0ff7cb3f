import { z } from "zod";
import { originIn } from "../platform/config.server.ts";
import {
  type Context,
  defineDoor,
  type Door,
  type Glances,
  type HostView,
  originAsked,
  type Page,
  type PageCache,
  type PageContext,
} from "../platform/http/index.server.ts";
import type { FaceId, JourId } from "../platform/database/index.server.ts";
import { DOORS } from "./names.ts";
import { doorPage } from "./pages/door.server.tsx";
import { notFoundPage } from "./pages/frame.server.tsx";
import { frontPage } from "./pages/front.server.tsx";
import { type FaceScene, type FaceSight, presentFace } from "./present.server.ts";
import { memberDoors } from "./member-routes.server.ts";
import { type Rooms, sightOf } from "./service.server.ts";
import { settingsDoors } from "./settings-routes.server.ts";
import { tonguePage } from "./tongues/page.server.tsx";
import { tonguesFor } from "./tongues/tongues.ts";
import type { Leads } from "./views.ts";

/** Shifts tells who is present and on duty. */
export interface SiteParts extends Rooms {
  /** The pages of a face that its front page leads to. */
  readonly leads?: (jour: JourId, face: FaceId, minute: number) => Promise<Leads>;
  readonly pages: PageCache;
  /** What the pages show, as last read; forgotten when it changes here. */
  readonly glances: Glances;
  /** The built exit script: the only script of the public pages. */
  readonly exitScript: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export function siteDoors(parts: SiteParts): Door[] {
  return [
    ...pageDoors(parts),
    ...tongueDoors(parts),
    ...plainDoors(parts),
    ...memberDoors(),
    ...settingsDoors(parts),
  ];
}

const isDoor = z.enum(DOORS);

/** On the hosts of a jour; all of them show the same look at a face. */
function commonOf({ glances, onDuty, chatNow, leads }: SiteParts) {
  return {
    host: "jour",
    look: ({ database, host }: PageContext) =>
      glances.look(nameOf(host), async (minute) => {
        const { jour, faceId } = host;
        if (!jour) return undefined;
        const sight = await sightOf(database, { onDuty, chatNow }, { jour, faceId }, minute);
        return sight && { ...sight, leads: await leads?.(jour.id, sight.record.id, minute) };
      }),
  } as const;
}

/** The front page and its doors in further languages. */
function tongueDoors(parts: SiteParts): Door[] {
  return ["/sprak/:tongue", "/sprak/:tongue/:door"].map((path) =>
    parts.pages.door({
      ...{ ...commonOf(parts), path },
      render: (sight, context) => {
        const { tongue: asked = "", door } = context.params;
        const tongue = tonguesFor(isDemo(context)).find(([code]) => code === asked);
        const meant = isDoor.optional().safeParse(door);
        if (!sight || !tongue || !meant.success) return missing(context);
        return tonguePage(...tongue, sceneOf(sight, context), meant.data);
      },
    }),
  );
}

function pageDoors(parts: SiteParts): Door[] {
  const { pages } = parts;
  const common = commonOf(parts);
  return [
    pages.door({
      ...common,
      path: "/",
      render: (sight, context) =>
        sight ? frontPage(sceneOf(sight, context), context.host.host) : missing(context),
    }),
    pages.door({
      ...common,
      path: "/door/:door",
      render: (sight, context) => {
        const door = isDoor.safeParse(context.params["door"]);
        if (!sight || !door.success) return missing(context);
        return doorPage(sceneOf(sight, context), door.data);
      },
    }),
    pages.door({
      ...common,
      path: "/contact/api/face",
      refusePrefetch: true,
      render: (sight, context) => ({
        status: sight ? 200 : 404,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(sight ? presentFace(sceneOf(sight, context)) : { error: "not-found" }),
      }),
    }),
  ];
}

/** A page stands for one face of one jour, on one host, and is shared with nobody else's. */
const nameOf = ({ host, jour, faceId }: HostView): string => JSON.stringify([host, jour, faceId]);

const sceneOf = (sight: FaceSight, context: PageContext): FaceScene => ({
  ...sight,
  language: context.language,
  port: context.port,
  origin: originAsked(context),
});

const missing = (context: PageContext): Page => notFoundPage(isDemo(context), context.language);

function plainDoors({ pages, exitScript }: SiteParts): Door[] {
  const script = { value: exitScript, isFresh: () => true };
  const plain = (path: string, answer: (context: Context) => Response): Door =>
    defineDoor({ method: "GET", path, host: "any", access: "anyone", handle: answer });
  const type = (name: string) => ({ headers: { "Content-Type": `${name}; charset=utf-8` } });
  return [
    pages.door({
      path: "/exit.js",
      host: "any",
      look: async () => script,
      render: (body) => ({ ...type("text/javascript"), body }),
    }),
    plain("/robots.txt", (context) => {
      const closed = isDemo(context) ? ["/"] : ["/contact/", "/desk/"];
      const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`)];
      if (!isDemo(context) && context.host.jour)
        lines.push(`Sitemap: ${originIn(context.config)(context.host.host)}/sitemap.xml`);
      return new Response(`${lines.join("\n")}\n`, type("text/plain"));
    }),
    // Nothing for the browser to keep as the picture of this place.
    plain("/favicon.ico", () => new Response(null, { status: 204 })),
  ];
}

function isDemo({ host, config }: Pick<Context, "host" | "config">): boolean {
  return host.jour?.demo ?? config.mode === "demo";
}
