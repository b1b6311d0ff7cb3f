import type { z } from "zod";
import type { JourId } from "../platform/database/index.server.ts";
import {
  type Access,
  type Code,
  type Context,
  defineDoor,
  type Door,
} from "../platform/http/index.server.ts";
import { fail, type Result } from "../platform/result.ts";
import type { PasskeySite } from "./passkeys.server.ts";

/** What a door of the desk knows besides its context. */
export interface Place {
  readonly jour: JourId;
  readonly site: PasskeySite;
  /** The member and her session; empty strings at doors that anyone may pass. */
  readonly member: string;
  readonly session: string;
}

type Said = Promise<Result<unknown, Code>> | Result<unknown, Code>;

interface DeskDoor<S extends z.ZodType> {
  readonly method: Door["method"];
  readonly path: string;
  readonly access: Access;
  readonly body?: S;
  readonly maxBody?: number;
  readonly handle: (context: Context<z.infer<S>>, place: Place) => Said;
}

/** A door that exists at the desk's own host only, for passkeys and cookies belong to that one. */
export function deskDoor<S extends z.ZodType>({ handle, ...door }: DeskDoor<S>): Door {
  const entered = (context: Context<z.infer<S>>): Said => {
    const place = placeOf(context);
    return place ? handle(context, place) : fail("desk-elsewhere");
  };
  const body = door.body && { body: door.body };
  // With or without a body the same function; defineDoor's two shapes only tell its type apart.
  return defineDoor({ ...door, ...body, host: "jour", handle: entered } as Parameters<
    typeof defineDoor
  >[0]);
}

function placeOf(context: Context<unknown>): Place | undefined {
  const { host, actor } = context;
  if (!host.jour || host.host !== host.primaryHost) return undefined;
  const isMember = actor.kind === "member";
  return {
    jour: host.jour.id,
    member: isMember ? actor.memberId : "",
    session: isMember ? actor.sessionId : "",
    site: {
      jour: host.jour.id,
      jourName: host.jour.name,
      rpId: host.primaryHost,
      origin: originOf(context),
    },
  };
}

/** The desk's origin. In production a proxy speaks TLS on the port of the public address. */
function originOf({ config, host, request }: Context<unknown>): string {
  if (config.mode === "production") {
    const port = new URL(config.origin ?? "https://localhost").port;
    return `https://${host.primaryHost}${port === "" ? "" : `:${port}`}`;
  }
  const port = /:(\d+)$/.exec(request.headers.get("host") ?? "")?.[1];
  return `http://${host.primaryHost}${port === undefined || port === "80" ? "" : `:${port}`}`;
}
