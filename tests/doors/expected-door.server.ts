import type { Access, Code } from "../../src/platform/http/index.server.ts";
import type { Actor, World } from "./world.server.ts";

export interface Sample {
  /** The path with its parts filled in, where it has any. */
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 200 stands for done, 404 for a page that says that there is none; a refusal has its code. */
export type Told = 200 | 203 | 204 | 301 | 303 | 404 | Code;

/**
 * What a door is expected to be, said again apart from its own declaration, so that a rule that is
 * weakened there fails here.
 */
export interface Expected {
  readonly who: Access;
  /** `desk`: on every host of the jour, but told elsewhere to go to the desk's own. */
  readonly where: "desk" | "jour" | "federation" | "any";
  /** What the right one would ask, good at this moment; made anew for everyone who may do it. */
  readonly ask?: (world: World) => Promise<Sample>;
  /** What those hear whom the rule lets pass; `rest` is everybody who is not named. */
  readonly told: Partial<Record<Actor | "rest", Told>>;
  /** Why some actors are not sent: it would end what the others stand on. */
  readonly only?: readonly Actor[];
  /** The same of another jour's things, which are really there: not found, whoever asks. */
  readonly foreign?: (world: World) => Promise<Sample>;
  /** What `foreign` is told where it is not `not-found`. */
  readonly foreignTold?: Code;
}

export type ExpectedDoors = Readonly<Record<string, Expected>>;
