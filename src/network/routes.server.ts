import type { Door, Glances, PageCache } from "../platform/http/index.server.ts";
import { federationPage } from "./page.server.tsx";
import { listedFaces } from "./store.server.ts";

export function networkDoors(pages: PageCache, glances: Glances): Door[] {
  return [
    pages.door({
      path: "/",
      host: "federation",
      query: ["q"],
      look: ({ database }) => glances.look("federation", () => database.shared(listedFaces)),
      render: (listed, { config, query, language, port }) => {
        const search = (query["q"] ?? "").slice(0, 80);
        return federationPage({ listed, search, language, port, demo: config.mode === "demo" });
      },
    }),
  ];
}
