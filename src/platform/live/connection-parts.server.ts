import type { Allowance, Budget } from "./budget.ts";
import type { LiveCode } from "./codes.ts";
import type { Connection } from "./connection.server.ts";
import type { LiveApp } from "./live-app.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { Presence } from "./presence.server.ts";
import type { ServerFrame } from "./wire.ts";

/** What carries a connection: a socket, or a long-poll session. */
export interface Wire {
  /** Both answer false when the other side reads too slowly; `drained` is called when it goes on. */
  text(text: string): boolean;
  frame(frame: ServerFrame): boolean;
  /** Nothing is read from this side for so long. */
  pause(milliseconds: number): void;
  end(code: string): void;
}

/** One for all connections: of what belongs to each there is little, because there are many. */
export interface ConnectionParts {
  readonly log: LiveLog;
  readonly presence: Presence;
  readonly app: LiveApp;
  readonly allowance: Allowance;
  readonly signInMs: number;
  /** A content-free sign of life of one side, for the other processes. */
  typed(log: string, label: string): void;
  /** She is no stranger any more: what all her connections together may say; or why there is no room. */
  known(connection: Connection, who: string): Budget | LiveCode;
  over(connection: Connection, who: string | undefined): void;
}
