import type { JourId } from "../platform/database/index.server.ts";
import {
  type Door,
  type Glance,
  type Glances,
  originAsked,
  type PageCache,
  type PageContext,
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
  readonly voice?:
    | ((federation: JourId, minute: number) => Promise<Federation["voice"]>)
    | undefined;
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
    frontDoor({ pages, glances, voice }),
    pages.door({
      ...{ path: "/hitta", host, look },
      render({ faces }, context) {
        const { config, language, port } = context;
        const demo = config.mode === "demo";
        const scene = { faces, language, port, demo, scheme: demo ? "http" : "https" };
        return directoryPage({
          ...scene,
          name: context.host.jour?.name,
          origin: originAsked(context),
        });
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

const frontDoor = ({
  pages,
  glances,
  voice,
}: Pick<NetworkParts, "pages" | "glances" | "voice">): Door =>
  pages.door({
    ...{ path: "/", host: "federation" },
    look: lookAt(glances, voice),
    render: (federation, context) => {
      const { config, language } = context;
      const demo = config.mode === "demo";
      return federationPage({ language, demo, federation, origin: originAsked(context) });
    },
  });

/** The federation's name and what it says, where it is a tenant. */
const lookAt =
  (glances: Glances, voice: NetworkParts["voice"]) =>
  ({ host: { jour } }: PageContext): Promise<Glance<Federation | undefined>> =>
    glances.look(`federation ${jour?.id}`, async (minute) => {
      const said = jour ? await voice?.(jour.id, minute) : undefined;
      return jour && said ? { name: jour.name, voice: said } : undefined;
    });
