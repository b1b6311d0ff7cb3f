import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { presentForShift } from "./present.server.ts";
import { allFaces } from "./store.server.ts";

/** What volunteers see of their jour's faces: which to go on duty for, and the routine that goes with it. */
export function memberDoors(): Door[] {
  return [
    defineDoor({
      method: "GET",
      path: "/desk/api/shift-faces",
      host: "jour",
      access: "member",
      handle: async ({ database, host }) => {
        if (!host.jour) return fail("not-found");
        const faces = await database.tenant(host.jour.id, allFaces);
        return ok({ faces: faces.map(presentForShift) });
      },
    }),
  ];
}
