import { z } from "zod";
import { type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail } from "../platform/result.ts";
import { compress } from "../ui/page.server.tsx";
import { DOORS } from "./names.ts";
import { doorPage } from "./pages/door.server.tsx";
import { notFoundPage } from "./pages/frame.server.tsx";
import { frontPage } from "./pages/front.server.tsx";
import { type FaceScene, presentFace } from "./present.server.ts";
import { memberDoors } from "./member-routes.server.ts";
import { type OnDuty, sceneOf } from "./service.server.ts";
import { settingsDoors } from "./settings-routes.server.ts";

export interface SiteParts {
  /** Shifts tells who is present and on duty. */
  readonly onDuty: OnDuty;
  /** The built exit script: the only script of the public pages. */
  readonly exitScript: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export function siteDoors(parts: SiteParts): Door[] {
  return [...pageDoors(parts), ...plainDoors(parts), ...memberDoors(), ...settingsDoors(parts)];
}

const isDoor = z.enum(DOORS);

function pageDoors(parts: SiteParts): Door[] {
  const scene = (context: Context) => sceneFor(parts, context);
  return [
    defineDoor({
      method: "GET",
      path: "/",
      host: "jour",
      access: "anyone",
      handle: async (context) => {
        const found = await scene(context);
        if (!found) return notFoundPage(isDemo(context), context.language);
        return frontPage(found, context.host.host, context.request);
      },
    }),
    defineDoor({
      method: "GET",
      path: "/door/:door",
      host: "jour",
      access: "anyone",
      handle: async (context) => {
        const door = isDoor.safeParse(context.params["door"]);
        const found = door.success ? await scene(context) : undefined;
        if (!door.success || !found) return notFoundPage(isDemo(context), context.language);
        return doorPage(found, door.data, context.request);
      },
    }),
    defineDoor({
      method: "GET",
      path: "/contact/api/face",
      host: "jour",
      access: "anyone",
      refusePrefetch: true,
      handle: async (context) => {
        const found = await scene(context);
        return found ? compactly(presentFace(found), context.request) : fail("not-found");
      },
    }),
  ];
}

/** The largest answer on a seeker's first visit, and nothing in it is secret: it travels compressed. */
function compactly(value: object, request: Request): Response {
  const accepted = request.headers.get("accept-encoding") ?? "";
  const { body, encoding } = compress(JSON.stringify(value), accepted);
  return new Response(body, {
    headers: {
      "Content-Type": "application/json",
      Vary: "Accept-Encoding",
      ...(encoding && { "Content-Encoding": encoding }),
    },
  });
}

function plainDoors({ exitScript }: SiteParts): Door[] {
  const plain = (path: string, answer: (context: Context) => Response): Door =>
    defineDoor({ method: "GET", path, host: "any", access: "anyone", handle: answer });
  const type = (name: string) => ({ headers: { "Content-Type": `${name}; charset=utf-8` } });
  return [
    plain("/exit.js", () => new Response(exitScript, type("text/javascript"))),
    plain("/robots.txt", (context) => {
      const closed = isDemo(context) ? ["/"] : ["/contact/", "/desk/"];
      const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`)];
      return new Response(`${lines.join("\n")}\n`, type("text/plain"));
    }),
    // Nothing for the browser to keep as the picture of this place.
    plain("/favicon.ico", () => new Response(null, { status: 204 })),
  ];
}

async function sceneFor(
  { onDuty, now = Date.now }: SiteParts,
  context: Context,
): Promise<FaceScene | undefined> {
  const { jour, faceId } = context.host;
  if (!jour) return undefined;
  const port = /:\d+$/.exec(context.request.headers.get("host") ?? "")?.[0] ?? "";
  const { language } = context;
  const asked = { jour, faceId, language, port, demo: isDemo(context), now: now() };
  return sceneOf(context.database, onDuty, asked);
}

function isDemo({ host, config }: Context): boolean {
  return host.jour?.demo ?? config.mode === "demo";
}
