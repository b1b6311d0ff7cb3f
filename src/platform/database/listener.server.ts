import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

type Hear = (payload: string) => void;

const safeName = /^[a-z_]{1,60}$/;

/** One connection that hears all channels, made at the first need and made anew when it is lost. */
export class Listener {
  readonly #connection: () => pg.ClientConfig;
  readonly #heard = new Map<string, Set<Hear>>();
  #current: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(connection: () => pg.ClientConfig) {
    this.#connection = connection;
  }

  async listen(channel: string, onPayload: Hear): Promise<() => Promise<void>> {
    if (!safeName.test(channel)) throw new Error("A channel is named by a to z and _ only");
    const listeners = this.#heard.get(channel) ?? new Set();
    this.#heard.set(channel, listeners.add(onPayload));
    if (this.#current) {
      // A connection that is being lost hears this channel when it comes back.
      const connected = this.#current.then((client) => client.query(`listen ${channel}`));
      await connected.catch(() => undefined);
    } else {
      this.#current = this.#connect();
      await this.#current.catch((error: unknown) => {
        this.#current = undefined;
        throw error;
      });
    }
    return async () => {
      listeners.delete(onPayload);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#current?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.#connection(),
      application_name: "lykta-listener",
      keepAlive: true,
    });
    client.on("notification", ({ channel, payload }) => this.#tell(channel, payload ?? ""));
    client.on("error", () => undefined);
    await client.connect();
    for (const channel of this.#heard.keys()) await client.query(`listen ${channel}`);
    client.once("end", () => void this.#reconnect());
    return client;
  }

  async #reconnect(): Promise<void> {
    for (let wait = 50; !this.#closed; wait = Math.min(wait * 2, 2000)) {
      try {
        this.#current = this.#connect();
        await this.#current;
        for (const channel of this.#heard.keys()) this.#tell(channel, "");
        return;
      } catch {
        await sleep(wait, undefined, { ref: false });
      }
    }
  }

  #tell(channel: string, payload: string): void {
    for (const hear of this.#heard.get(channel) ?? []) hear(payload);
  }
}
