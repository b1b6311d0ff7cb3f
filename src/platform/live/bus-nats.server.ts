import { setTimeout as sleep } from "node:timers/promises";
import { connect, type ConnectionOptions, type NatsConnection } from "@nats-io/transport-node";
import { errorFields, log } from "../log.ts";
import { type Bus, MAX_HINT } from "./bus.server.ts";

const SUBJECT = "lykta.live";
/** How long a start waits for a server that may be away. */
const PATIENCE_MS = 2000;
const RETRY_MS = 500;
const CLOSING_MS = 1000;
/** Longer than the pauses between the signs of life of a process (neighbours.server.ts). */
const CUT_OFF_MS = 15_000;
/** Marks a text that goes both ways; JSON does not mind it, so that a process without NATS reads it too. */
const BOTH_WAYS = " ";

type Hear = (text: string) => void;

function optionsOf(address: string): ConnectionOptions {
  const { protocol, host, username, password } = new URL(address);
  const user = username === "" ? {} : { user: decodeURIComponent(username) };
  const pass = password === "" ? {} : { pass: decodeURIComponent(password) };
  return {
    ...{ servers: host, name: "lykta", noAsyncTraces: true, ...user, ...pass },
    ...(protocol === "tls:" ? { tls: {} } : {}),
    // A server that falls silent is given up within ten to fifteen seconds.
    ...{ pingInterval: 5000, maxPingOut: 2, timeout: 3000 },
    ...{ reconnectTimeWait: RETRY_MS, maxReconnectAttempts: -1, ignoreAuthErrorAbort: true },
  };
}

/**
 * Hints over NATS. Whoever cannot reach the server speaks on the other bus, which everybody hears as
 * well, and is answered there: with the server away, or with one process cut off from it or not yet
 * told to use it, the house is as it was without.
 */
export function natsBus(address: string, meanwhile: Bus): Bus {
  const bus = new NatsBus(address, meanwhile);
  return {
    publish: (text) => bus.publish(text),
    subscribe: (hear) => bus.subscribe(hear),
    close: () => bus.close(),
  };
}

class NatsBus implements Bus {
  readonly #address: string;
  readonly #meanwhile: Bus;
  readonly #listeners = new Set<Hear>();
  #connection: NatsConnection | undefined;
  #isUp = false;
  #isClosed = false;
  #someoneIsCutOffUntil = 0;
  #firstConnection: Promise<void> | undefined;

  constructor(address: string, meanwhile: Bus) {
    this.#address = address;
    this.#meanwhile = meanwhile;
  }

  publish(text: string): void {
    if (text.length > MAX_HINT) throw new Error("a hint is too long for the bus");
    if (!this.#isUp) return this.#meanwhile.publish(text);
    this.#connection?.publish(SUBJECT, text);
    if (performance.now() < this.#someoneIsCutOffUntil)
      this.#meanwhile.publish(`${BOTH_WAYS}${text}`);
  }

  async subscribe(hear: Hear): Promise<() => Promise<void>> {
    const stop = await this.#meanwhile.subscribe((text) => {
      if (text.startsWith(BOTH_WAYS)) return hear(text.slice(BOTH_WAYS.length));
      if (text !== "") this.#someoneIsCutOffUntil = performance.now() + CUT_OFF_MS;
      hear(text);
    });
    this.#listeners.add(hear);
    this.#firstConnection ??= this.#connect();
    await Promise.race([this.#firstConnection, sleep(PATIENCE_MS, undefined, { ref: false })]);
    return async () => {
      this.#listeners.delete(hear);
      await stop();
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const late = sleep(CLOSING_MS, undefined, { ref: false });
    if (this.#isUp) await Promise.race([this.#connection?.flush().catch(() => undefined), late]);
    await this.#connection?.close();
    await this.#meanwhile.close();
  }

  async #connect(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const connection = await connect(optionsOf(this.#address));
        return await this.#hold(connection);
      } catch (error) {
        log.warn("bus-away", { part: "nats", error: errorFields(error) });
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async #hold(connection: NatsConnection): Promise<void> {
    if (this.#isClosed) return connection.close();
    this.#connection = connection;
    connection.subscribe(SUBJECT, {
      callback: (error, message) => {
        if (!error) this.#tell(message.string());
      },
    });
    void this.#watch(connection);
    await connection.flush();
    this.#isUp = true;
    this.#tell("");
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === "disconnect") this.#lost();
      if (type !== "reconnect") continue;
      this.#isUp = true;
      // Others were back before us and may have spoken here already.
      this.#tell("");
    }
    this.#lost();
    if (!this.#isClosed) void this.#connect();
  }

  #lost(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    if (this.#isClosed) return;
    log.warn("bus-away", { part: "nats" });
    // What was said last may have reached nobody.
    this.#meanwhile.publish("");
  }

  #tell(text: string): void {
    for (const hear of this.#listeners) hear(text);
  }
}
