import { z } from "zod";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { isAddress } from "../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { uuid as id } from "../platform/uuid.ts";
import { languages } from "../ui/languages.ts";
import { board } from "./board.server.ts";
import { associationPaths as paths } from "./contract.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { PERSON_LIMIT } from "./person.ts";
import { admit, keepPerson, keepSettings, noteFee, remove } from "./register.server.ts";

export const said = (max: number) =>
  z.strictObject({ sv: z.string().max(max), en: z.string().max(max) });
export const year = z.number().int().min(2000).max(2100);
const version = z.number().int().min(0).max(1_000_000);
export const day = z
  .string()
  .regex(/^(19|20)\d{2}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text);
const kronor = z.number().int().min(0).max(100_000);

const person = z
  .strictObject({
    name: z.string().trim().min(1).max(PERSON_LIMIT.name),
    mail: z
      .string()
      .trim()
      .max(PERSON_LIMIT.mail)
      .refine((text) => text === "" || isAddress(text)),
    address: z.string().trim().max(PERSON_LIMIT.address),
    language: z.enum(languages),
  })
  .refine(({ mail, address }) => mail !== "" || address !== "");

const schemas = {
  nothing: z.object({}),
  id: z.object({ id }),
  versioned: z.object({ id, version }),
  person: z.object({ id, version, person, since: day }),
  fee: z.object({ id, version, year, kronor: kronor.nullable() }),
  settings: z.object({
    ...{ isOpen: z.boolean(), kronor, words: said(1500) },
    keepMonths: z.number().int().min(1).max(36),
  }),
} as const;

type Answer = Promise<Result<unknown, Code>>;

/** A door of the board and of coordinators. */
export function door<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Answer,
  maxBody = 256 * 1024,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "association", path, body, maxBody },
    handle: ({ actor, host, body: given }: Context<z.infer<S>>): Answer =>
      actor.kind === "member" && host.jour
        ? handle({ jour: host.jour.id, member: actor.memberId }, given)
        : Promise.resolve(fail("not-found")),
  });
}

export const registerDoors = (deps: AssociationDeps): Door[] => [
  door(paths.board, schemas.nothing, async (asker) => ok(await board(deps, asker))),
  door(paths.admit, schemas.versioned, (asker, one) => admit(deps, asker, one)),
  door(paths.person, schemas.person, (asker, one) => keepPerson(deps, asker, one)),
  door(paths.fee, schemas.fee, (asker, one) => noteFee(deps, asker, one)),
  door(paths.remove, schemas.id, (asker, one) => remove(deps, asker, one.id)),
  door(paths.settings, schemas.settings, (asker, one) => keepSettings(deps, asker, one)),
];
