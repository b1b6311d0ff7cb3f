import type { JourId } from "../platform/database/index.server.ts";
import type {
  Door,
  Glance,
  Glances,
  PageCache,
  PageContext,
} from "../platform/http/index.server.ts";
import { directoryPage } from "./directory/page.server.tsx";
import { directoryFile } from "./directory/present.server.ts";
import { openDataDoors } from "./open-data/routes.server.ts";
import { type Federation, federationPage } from "./page.server.tsx";
import { directoryFaces } from "./store.server.ts";

export interface NetworkParts {
  readonly pages: PageCache;
  readonly glances: Glances;
  /** The built script of the directory. */
  readonly script: string;
  /** What the federation says on its pages, where it is a tenant. */
  readonly voice?: (federation: JourId, minute: number) => Promise<Federation["voice"]>;
}

const DAY_MS = 86_400_000;

export function networkDoors({ pages, glances, script, voice }: NetworkParts): Door[] {
  const host = "federation";
  // The day, because what is told of coming holidays moves on with it.
  const look = ({ database }: PageContext) =>
    glances.look("directory", async (minute) => ({
      faces: await database.shared(directoryFaces),
      day: minute - (minute % DAY_MS),
    }));
  const built = { value: script, isFresh: () => true };
  return [
    pages.door({
      ...{ path: "/", host },
      look: lookAt(glances, voice),
      render: (federation, { config, language }) =>
        federationPage({ language, demo: config.mode === "demo", federation }),
    }),
    pages.door({
      ...{ path: "/hitta", host, look },
      render: ({ faces }, { config, host: { jour }, language, port }) => {
        const demo = config.mode === "demo";
        const scheme = demo ? "http" : "https";
        return directoryPage({ ...{ faces, language, port, demo, scheme }, name: jour?.name });
      },
    }),
    pages.door({
      ...{ path: "/hitta/app.js", host },
      look: async () => built,
      render: (body) => ({
        headers: { "Content-Type": "text/javascript; charset=utf-8" },
        body,
      }),
    }),
    pages.door({
      ...{ path: "/hitta/jourer.json", host, look },
      render: ({ faces, day }) => ({
        headers: {
          "Content-Type": "application/json",
          // RFC 9213: caches on the way may keep it, for it is the same for everybody; her browser keeps
          // nothing (the house's no-store stands).
          "CDN-Cache-Control": "public, max-age=60",
        },
        body: JSON.stringify(directoryFile(faces, day)),
      }),
    }),
    ...openDataDoors(pages, look),
  ];
}

/** The federation's name and what it says, where it is a tenant. */
const lookAt =
  (glances: Glances, voice: NetworkParts["voice"]) =>
  ({ host: { jour } }: PageContext): Promise<Glance<Federation | undefined>> =>
    glances.look(`federation ${jour?.id}`, async (minute) => {
      const said = jour ? await voice?.(jour.id, minute) : undefined;
      return jour && said ? { name: jour.name, voice: said } : undefined;
    });
