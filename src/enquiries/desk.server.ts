import { z } from "zod";
import { type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { ENQUIRY_TEAMS } from "../platform/teams.ts";
import { ENQUIRIES, readerPaths as paths } from "./contract.ts";
import { placeAt } from "./place.server.ts";
import { chooseReader, type ReaderDeps, readersNow } from "./readers.server.ts";

const choice = z.strictObject({ kind: z.enum(ENQUIRIES), team: z.enum(ENQUIRY_TEAMS) });
const ofCoordinators = { method: "POST", host: "jour", access: "jour.set" } as const;

/** Where a coordinator chooses who reads each form. */
export const readerDoors = (deps: ReaderDeps): Door[] => [
  defineDoor({
    ...{ ...ofCoordinators, path: paths.all, body: z.strictObject({}) },
    async handle(context) {
      const place = placeAt(context.host);
      return place ? ok(await readersNow(deps, place)) : fail("not-found");
    },
  }),
  defineDoor({
    ...{ ...ofCoordinators, path: paths.choose, body: choice },
    async handle(context: Context<z.infer<typeof choice>>) {
      const place = placeAt(context.host);
      if (!place) return fail("not-found");
      await chooseReader(deps, place.jour, context.body);
      return ok(await readersNow(deps, place));
    },
  }),
];
