import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import { shiftPaths } from "./contract.ts";
import { MAX_CAPACITY } from "./policy.ts";
import type { Shifts } from "./service.server.ts";

const bytes = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(Math.ceil((max * 4) / 3))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));

const start = z.object({
  face: uuid,
  statement: bytes(1024),
  sealedSeed: bytes(512),
  capacity: z.number().int().min(1).max(MAX_CAPACITY),
});
const stop = z.object({ duty: uuid });

export function shiftDoors(shifts: Shifts): Door[] {
  const common = { host: "jour", access: "duty.hold" } as const;
  return [
    defineDoor({
      ...common,
      method: "GET",
      path: shiftPaths.mine,
      async handle(context) {
        const who = whoAsks(context);
        return who ? ok(await shifts.mine(who.jour, who.member)) : fail("not-found");
      },
    }),
    defineDoor({
      ...common,
      method: "POST",
      path: shiftPaths.start,
      body: start,
      async handle(context) {
        const who = whoAsks(context);
        return who ? shifts.start(who.jour, who.member, context.body) : fail("not-found");
      },
    }),
    defineDoor({
      ...common,
      method: "POST",
      path: shiftPaths.stop,
      body: stop,
      async handle(context) {
        const who = whoAsks(context);
        return who ? shifts.stop(who.jour, who.member, context.body.duty) : fail("not-found");
      },
    }),
  ];
}

function whoAsks(context: Context<unknown>): { jour: JourId; member: string } | undefined {
  const { actor, host } = context;
  return actor.kind === "member" && host.jour
    ? { jour: host.jour.id, member: actor.memberId }
    : undefined;
}
