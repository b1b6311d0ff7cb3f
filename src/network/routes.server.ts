import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { federationPage } from "./page.server.tsx";
import { listedFaces } from "./store.server.ts";

export function networkDoors(): Door[] {
  return [
    defineDoor({
      method: "GET",
      path: "/",
      host: "federation",
      access: "anyone",
      handle: async ({ database, config, query, language, request }) => {
        const listed = await database.shared(listedFaces);
        const search = (query.get("q") ?? "").slice(0, 80);
        const port = /:\d+$/.exec(request.headers.get("host") ?? "")?.[0] ?? "";
        const demo = config.mode === "demo";
        return federationPage({ listed, search, language, port, demo }, request);
      },
    }),
  ];
}
