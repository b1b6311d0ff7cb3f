import type { z } from "zod";
import type { Config } from "../config.server.ts";
import type { Database } from "../database/index.server.ts";
import { mayDo, type Right, type Standing } from "../permissions.ts";
import type { Failure, Result } from "../result.ts";
import type { Code } from "./codes.ts";
import type { HostView } from "./hosts.server.ts";
import type { Page } from "./pages.server.ts";

/** Who may pass: a right of the one table, or a plain rank. There is no default: a door without a rule is a type error. */
export type Access = "anyone" | "member" | "coordinator" | Right;

export type Actor =
  | { readonly kind: "nobody" }
  | (Standing & {
      readonly kind: "member";
      readonly memberId: string;
      readonly sessionId: string;
    });

export interface Context<Body = undefined> {
  readonly config: Config;
  readonly database: Database;
  readonly host: HostView;
  readonly actor: Actor;
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly language: "sv" | "en";
  readonly request: Request;
  /** The public pages of this host, as their doors name them: `/door/:door`. */
  readonly paths: () => readonly string[];
  /** Puts a header on the answer, such as Set-Cookie. */
  setHeader(name: string, value: string): void;
}

export type RefusedContext = Pick<Context, "host" | "language">;

export type Answer = Response | Result<unknown, Code>;

export interface Door {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** On which hosts the door exists at all. */
  readonly host: "jour" | "federation" | "any";
  /** A door of a jour that the federation has as well, once it is a tenant: a desk and pages, never a seeker's. */
  readonly federationToo?: boolean;
  readonly access: Access;
  readonly body?: z.ZodType;
  /** Bytes; 64 KiB unless told. */
  readonly maxBody?: number;
  /** Contact routes refuse to be fetched ahead of a person's own act. */
  readonly refusePrefetch?: boolean;
  /** `sendBeacon` posts plain text: only the leave-beacon takes it. */
  readonly plainTextBody?: boolean;
  /** A form of a page without script posts it: also as a form, and from browsers that name no origin. */
  readonly form?: {
    /** What was refused before the door itself was asked, as a page for whoever reads pages. */
    readonly refused: (code: Code, context: RefusedContext) => Promise<Page | undefined>;
  };
  /**
   * Another company's server knocks here: it has no page of ours and no session, and brings a secret
   * of its own. The body is a form and nothing else, without a field twice.
   */
  readonly outside?: boolean;
  readonly handle: (context: Context<never>) => Promise<Answer> | Answer;
}

interface DoorWithBody<S extends z.ZodType> extends Omit<Door, "handle" | "body"> {
  readonly body: S;
  readonly handle: (context: Context<z.infer<S>>) => Promise<Answer> | Answer;
}
interface DoorWithoutBody extends Omit<Door, "handle" | "body"> {
  readonly handle: (context: Context) => Promise<Answer> | Answer;
}

/** The only way to make a route: it carries its own rule, so that it cannot be forgotten. */
export function defineDoor<S extends z.ZodType>(door: DoorWithBody<S>): Door;
export function defineDoor(door: DoorWithoutBody): Door;
export function defineDoor(door: unknown): Door {
  return door as Door;
}

/** Pure: what stands in the way of this actor at this door, if anything. */
export function refusal(
  access: Access,
  actor: Actor,
): Failure<"sign-in-first" | "not-allowed"> | undefined {
  if (access === "anyone") return undefined;
  if (actor.kind === "nobody") return { ok: false, code: "sign-in-first" };
  return isAllowed(access, actor) ? undefined : { ok: false, code: "not-allowed" };
}

function isAllowed(access: Exclude<Access, "anyone">, standing: Standing): boolean {
  if (access === "member") return true;
  return access === "coordinator" ? standing.role === "coordinator" : mayDo(access, standing);
}
