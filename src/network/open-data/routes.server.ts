import type {
  Door,
  Glance,
  Page,
  PageCache,
  PageContext,
} from "../../platform/http/index.server.ts";
import { toldOnly, type ToldFace } from "../directory/present.server.ts";
import type { DirectoryFace } from "../store.server.ts";
import { csvOf } from "./csv.server.ts";
import { hsdsPage } from "./hsds.server.ts";
import { openApi } from "./openapi.ts";

type Look = (context: PageContext) => Promise<Glance<{ faces: readonly DirectoryFace[] }>>;
type UrlOf = (face: ToldFace) => string;

/** For machines. Shared caches may keep it (RFC 9213); a browser keeps nothing of this house, here neither. */
const page = (type: string, body: string): Page => ({
  headers: {
    "Content-Type": type,
    "CDN-Cache-Control": "public, max-age=300",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  },
  body,
});

/** The stable read API of the federation's host. None of its doors takes a parameter. */
export function openDataDoors(pages: PageCache, look: Look): Door[] {
  const door = (path: string, render: (faces: ToldFace[], urlOf: UrlOf) => Page): Door =>
    pages.door({
      ...{ path: `/api/v1/${path}`, host: "federation", look },
      render: ({ faces }, context) => render(toldOnly(faces), urlsFor(context)),
    });
  return [
    door("jours", (faces, urlOf) =>
      page("application/json", JSON.stringify({ jours: faces.map((one) => plain(one, urlOf)) })),
    ),
    door("jours.csv", (faces, urlOf) => page("text/csv; charset=utf-8", csvOf(faces, urlOf))),
    door("hsds/services", (faces, urlOf) =>
      page("application/json", JSON.stringify(hsdsPage(faces, urlOf))),
    ),
    door("openapi.json", () => page("application/json", JSON.stringify(openApi))),
  ];
}

function urlsFor({ config, port }: PageContext): UrlOf {
  const scheme = config.mode === "demo" ? "http" : "https";
  return ({ host, url }) => url ?? `${scheme}://${host}${port}/`;
}

/** The fields that go out, by name. */
function plain(face: ToldFace, urlOf: UrlOf) {
  const { faceId, jourId, jourName, name, kind, phone, place, entry } = face;
  const { receives, ages, doors, municipalities, elsewhere, languages, permit, hours } = entry;
  return {
    ...{ id: faceId, jour: jourId, jourName, name, kind, url: urlOf(face), phone, place },
    ...{ receives, ages, doors, municipalities, elsewhere, languages, permit, hours },
  };
}
