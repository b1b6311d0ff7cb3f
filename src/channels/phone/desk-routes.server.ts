import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { type Context, defineDoor, type Door } from "../../platform/http/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { DOORS } from "../../site/index.ts";
import { phonePaths } from "./contract.ts";
import type { DutyPhones } from "./duty.server.ts";
import { FIRSTS, LENGTHS, MAX_AUDIO, MODES, RECORDINGS, RING_SECONDS } from "./policy.ts";
import { originOf } from "./routes.server.ts";
import type { LineSettings } from "./settings.server.ts";

const nothing = z.object({});
const take = z.object({ number: z.string().trim().min(3).max(30) });
const inCall = z.object({ inCall: z.boolean() });
const count = z.object({ face: uuid, door: z.enum(DOORS), length: z.enum(LENGTHS) });
const undo = z.object({ counted: z.string().regex(/^[\w-]{40,400}$/) });
const line = z.object({
  version: z.number().int().min(0),
  number: z.string().trim().min(3).max(30),
  mode: z.enum(MODES),
  first: z.enum(FIRSTS),
  ringSeconds: z.number().int().min(RING_SECONDS.least).max(RING_SECONDS.most),
});
const recording = z.object({
  audio: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(Math.ceil((MAX_AUDIO * 4) / 3)),
});

interface Who {
  readonly jour: JourId;
  readonly member: string;
}

/** What volunteers do with the telephone at their desk. */
export function phoneDoors(phones: DutyPhones): Door[] {
  const common = { host: "jour", access: "member", method: "POST" } as const;
  const path = phonePaths;
  return [
    defineDoor({
      ...{ ...common, method: "GET", path: path.mine },
      handle: forMember(async ({ jour, member }) => ok(await phones.mine(jour, member))),
    }),
    defineDoor({
      ...{ ...common, path: path.take, body: take },
      handle: forMember(({ jour, member }, body: z.infer<typeof take>) =>
        phones.take(jour, member, body.number),
      ),
    }),
    defineDoor({
      ...{ ...common, path: path.release, body: nothing },
      handle: forMember(({ jour, member }) => phones.release(jour, member)),
    }),
    defineDoor({
      ...{ ...common, path: path.inCall, body: inCall },
      handle: forMember(({ jour, member }, body: z.infer<typeof inCall>) =>
        phones.inCall(jour, member, body.inCall),
      ),
    }),
    defineDoor({
      ...{ ...common, path: path.count, body: count },
      handle: forMember(({ jour, member }, body: z.infer<typeof count>) =>
        phones.count(jour, member, body),
      ),
    }),
    defineDoor({
      ...{ ...common, path: path.undo, body: undo },
      handle: forMember(({ jour, member }, body: z.infer<typeof undo>) =>
        phones.undo(jour, member, body.counted),
      ),
    }),
  ];
}

function forMember<Body, Answer>(handle: (who: Who, body: Body) => Answer) {
  return ({ actor, host, body }: Context<Body>) =>
    actor.kind === "member" && host.jour
      ? handle({ jour: host.jour.id, member: actor.memberId }, body)
      : fail("not-found");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isKind = z.enum(RECORDINGS);

/** What coordinators decide. */
export function lineDoors(settings: LineSettings): Door[] {
  const common = { host: "jour", access: "jour.set" } as const;
  const one = phonePaths.line(":face");
  return [
    defineDoor({
      ...{ ...common, method: "GET", path: phonePaths.lines },
      handle: async ({ host }) =>
        host.jour ? ok({ lines: await settings.all(host.jour.id) }) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...common, method: "PUT", path: one, body: line },
      handle: forFace(({ jour, face }, body: z.infer<typeof line>) =>
        settings.save(jour, face, body),
      ),
    }),
    defineDoor({
      ...{ ...common, method: "DELETE", path: one },
      handle: forFace(({ jour, face }) => settings.remove(jour, face)),
    }),
    defineDoor({
      ...{ ...common, method: "POST", path: phonePaths.secret(":face"), body: nothing },
      handle: forFace(({ jour, face, origin }) => settings.newAddress(jour, face, origin)),
    }),
    ...recordingDoors(settings),
  ];
}

function recordingDoors(settings: LineSettings): Door[] {
  const common = { host: "jour", access: "jour.set" } as const;
  const path = `${phonePaths.line(":face")}/recording/:kind`;
  return [
    defineDoor({
      ...{ ...common, method: "PUT", path, body: recording, maxBody: 1.5 * 1024 * 1024 },
      handle: forFace(({ jour, face, kind }, body: z.infer<typeof recording>) =>
        kind
          ? settings.record(jour, face, kind, Buffer.from(body.audio, "base64url"))
          : fail("not-found"),
      ),
    }),
    defineDoor({
      ...{ ...common, method: "DELETE", path },
      handle: forFace(({ jour, face, kind }) =>
        kind ? settings.unrecord(jour, face, kind) : fail("not-found"),
      ),
    }),
  ];
}

interface Where {
  readonly jour: JourId;
  readonly face: string;
  readonly origin: string;
  readonly kind: (typeof RECORDINGS)[number] | undefined;
}

function forFace<Body, Answer>(handle: (where: Where, body: Body) => Answer) {
  return (context: Context<Body>) => {
    const { host, params } = context;
    const { face = "", kind } = params;
    if (!host.jour || !UUID.test(face)) return fail("not-found");
    const where = { jour: host.jour.id, face, origin: originOf(context) };
    return handle({ ...where, kind: isKind.safeParse(kind).data }, context.body);
  };
}
