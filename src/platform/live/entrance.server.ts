import { Crowd } from "../crowd.server.ts";
import type { HostView } from "../http/index.server.ts";
import { type Allowance, Budget, LONGEST_DEBT_MS } from "./budget.ts";
import type { LiveCode } from "./codes.ts";
import type { ConnectionParts, Wire } from "./connection-parts.server.ts";
import { Connection } from "./connection.server.ts";
import type { LiveApp } from "./live-app.server.ts";

const ALLOWANCE: Allowance = { burst: 200, perSecond: 50 };
const SIGN_IN_MS = 10_000;
const MAX_CONNECTIONS = 20_000;
/** Those who have not yet said who they are. */
const MAX_STRANGERS = 2000;
/** A tab has one connection; the others are those of hers that have died unnoticed, or further tabs. */
const MAX_OF_ONE = 8;
/** Beyond this part of all connections nobody begins anew: the rest is for those who come back. */
const ROOM_FOR_NEW = 0.8;

export interface EntranceOptions {
  readonly allowance?: Allowance;
  readonly signInMs?: number;
  readonly maxConnections?: number;
  readonly maxStrangers?: number;
}

/** Lets connections in, as many as there is room for. */
export class Entrance {
  readonly #parts: Pick<ConnectionParts, "log" | "presence" | "typed">;
  readonly #options: Required<EntranceOptions>;
  readonly #strangers: Crowd;
  readonly #unknown = new Map<Connection, () => void>();
  /** By the name that the application gave; the longest connected first. */
  readonly #known = new Map<string, readonly Connection[]>();
  /** What all connections of one name may say together: more connections are not more words. */
  readonly #budgets = new Map<string, Budget>();
  #count = 0;
  #shared: ConnectionParts | undefined;

  constructor(
    parts: Pick<ConnectionParts, "log" | "presence" | "typed">,
    options: EntranceOptions,
  ) {
    this.#parts = parts;
    const { allowance = ALLOWANCE, signInMs = SIGN_IN_MS } = options;
    const { maxConnections = MAX_CONNECTIONS, maxStrangers = MAX_STRANGERS } = options;
    this.#options = { allowance, signInMs, maxConnections, maxStrangers };
    this.#strangers = new Crowd(maxStrangers);
  }

  serve(app: LiveApp): void {
    const { allowance, signInMs } = this.#options;
    this.#shared = {
      ...this.#parts,
      ...{ app, allowance, signInMs },
      known: (connection, who) => this.#enter(connection, who),
      over: (connection, who) => this.#leave(connection, who),
    };
  }

  get hasRoomForNew(): boolean {
    return this.#count < this.#options.maxConnections * ROOM_FOR_NEW;
  }

  connect(host: HostView, wire: Wire): Connection | LiveCode {
    if (!this.#shared) return "try-again";
    const connection = new Connection(this.#shared, host, wire);
    const giveWay = (): void => connection.close("too-many-connections");
    this.#unknown.set(connection, this.#strangers.enter(giveWay));
    return connection;
  }

  #enter(connection: Connection, who: string): Budget | LiveCode {
    if (this.#count >= this.#options.maxConnections) return "too-many-connections";
    const { allowance } = this.#options;
    const budget = this.#budgets.get(who) ?? new Budget(allowance, performance.now());
    // Before another gives way to her.
    if (budget.spend(performance.now(), 0) > LONGEST_DEBT_MS) return "too-slow";
    this.#forgetStranger(connection);
    const before = this.#known.get(who) ?? [];
    this.#known.set(who, [...before, connection]);
    this.#count++;
    if (before.length >= MAX_OF_ONE) before[0]?.close("too-many-connections");
    this.#budgets.set(who, budget);
    return budget;
  }

  #leave(connection: Connection, who: string | undefined): void {
    this.#forgetStranger(connection);
    const before = who === undefined ? undefined : this.#known.get(who);
    if (who === undefined || !before?.includes(connection)) return;
    this.#count--;
    const rest = before.filter((one) => one !== connection);
    if (rest.length > 0) this.#known.set(who, rest);
    else {
      this.#known.delete(who);
      this.#forgetBudget(who);
    }
  }

  /** Not at once: whoever leaves and comes back has what she had left. */
  #forgetBudget(who: string): void {
    const wait = this.#budgets.get(who)?.untilFull(performance.now()) ?? 0;
    const forget = (): void => void (this.#known.has(who) || this.#budgets.delete(who));
    if (wait > 0) setTimeout(forget, wait).unref();
    else forget();
  }

  #forgetStranger(connection: Connection): void {
    this.#unknown.get(connection)?.();
    this.#unknown.delete(connection);
  }
}
