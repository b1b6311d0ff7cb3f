import type { JourId } from "../platform/database/index.server.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { paths } from "./contract.ts";
import { MOVE } from "./move-path.ts";
import {
  callSchema,
  challengeSchema,
  conversationSchema,
  endSchema,
  moveSchema,
  nothingSchema,
  openSchema,
} from "./schemas.server.ts";
import type { Moving } from "./moving.server.ts";
import type { Seekers } from "./seekers.server.ts";
import type { Asker, Volunteers } from "./volunteers.server.ts";

const contact = { host: "jour", access: "anyone", refusePrefetch: true } as const;

export function contactDoors(seekers: Seekers, moving: Moving): Door[] {
  return [
    defineDoor({
      ...contact,
      method: "GET",
      path: paths.status,
      handle: async (context) => {
        const at = faceOf(context);
        return at ? ok(await seekers.status(at.jour, at.face)) : fail("not-found");
      },
    }),
    defineDoor({
      ...contact,
      method: "POST",
      path: paths.challenge,
      body: challengeSchema,
      handle: async (context) => {
        const at = faceOf(context);
        return at
          ? ok(await seekers.challenge(at.jour, at.face, context.body.pass))
          : fail("not-found");
      },
    }),
    defineDoor({
      ...contact,
      method: "POST",
      path: paths.open,
      body: openSchema,
      handle: (context) => {
        const at = faceOf(context);
        return at ? seekers.open(at.jour, at.face, context.body) : fail("not-found");
      },
    }),
    defineDoor({
      ...contact,
      method: "POST",
      path: MOVE,
      body: moveSchema,
      handle: ({ host, body }) =>
        host.jour ? moving.answer(host.jour.id, body.token, body.yes) : fail("not-found"),
    }),
    ...endDoors(seekers),
  ];
}

function endDoors(seekers: Seekers): Door[] {
  type Ended = Context<{ readonly token: string }>;
  const end = ({ host, body }: Ended) =>
    host.jour ? seekers.end(host.jour.id, body.token) : fail("not-found");
  const door = { ...contact, method: "POST", body: endSchema } as const;
  return [
    defineDoor({ ...door, path: paths.end, handle: end }),
    defineDoor({
      ...door,
      path: paths.leave,
      plainTextBody: true,
      handle: (context) => {
        // Whatever else happens here, her browser forgets what this site may have left in it.
        context.setHeader("Clear-Site-Data", '"storage"');
        return end(context);
      },
    }),
  ];
}

function faceOf({ host }: Context<unknown>): { jour: JourId; face: string } | undefined {
  return host.jour && host.faceId ? { jour: host.jour.id, face: host.faceId } : undefined;
}

type Act = (asker: Asker, conversation: string) => Promise<Result<unknown, Code>>;

export function deskDoors(volunteers: Volunteers): Door[] {
  const desk = { method: "POST", host: "jour", access: "member" } as const;
  const door = (path: string, act: Act): Door =>
    defineDoor({
      ...desk,
      path,
      body: conversationSchema,
      handle: (context) => {
        const asker = askerOf(context);
        return asker ? act(asker, context.body.conversation) : fail("not-found");
      },
    });
  return [
    defineDoor({
      ...desk,
      path: paths.liveTicket,
      body: nothingSchema,
      handle: async (context) => {
        const asker = askerOf(context);
        return asker ? ok(await volunteers.ticket(asker)) : fail("not-found");
      },
    }),
    defineDoor({
      ...desk,
      path: paths.call,
      body: callSchema,
      handle: (context) => {
        const asker = askerOf(context);
        const { conversation, duty, handOver } = context.body;
        return asker ? volunteers.call(asker, conversation, duty, handOver) : fail("not-found");
      },
    }),
    door(paths.take, (asker, id) => volunteers.take(asker, id)),
    door(paths.join, (asker, id) => volunteers.join(asker, id)),
    door(paths.decline, (asker, id) => volunteers.decline(asker, id)),
    door(paths.leaveAsVolunteer, (asker, id) => volunteers.leave(asker, id)),
    door(paths.release, (asker, id) => volunteers.release(asker, id)),
    door(paths.endAsVolunteer, (asker, id) => volunteers.end(asker, id)),
    door(paths.block, (asker, id) => volunteers.block(asker, id)),
    door(paths.agreeToBlock, (asker, id) => volunteers.agreeToBlock(asker, id)),
  ];
}

function askerOf({ actor, host }: Context<unknown>): Asker | undefined {
  if (actor.kind !== "member" || !host.jour) return undefined;
  return { jour: host.jour.id, member: actor.memberId, session: actor.sessionId };
}
