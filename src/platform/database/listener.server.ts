import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

interface Listener {
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const safeName = /^[a-z_]{1,60}$/;

/** One connection that hears all channels, made at the first need and made anew when it is lost. */
export function createListener(connection: pg.ClientConfig): Listener {
  const heard = new Map<string, Set<(payload: string) => void>>();
  let current: Promise<pg.Client> | undefined;
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...connection,
      application_name: "lykta-listener",
      keepAlive: true,
    });
    client.on("notification", ({ channel, payload }) => {
      for (const hear of heard.get(channel) ?? []) hear(payload ?? "");
    });
    client.on("error", () => undefined);
    await client.connect();
    for (const channel of heard.keys()) await client.query(`listen ${channel}`);
    client.once("end", () => void reconnect());
    return client;
  }

  async function reconnect(): Promise<void> {
    for (let wait = 50; !closed; wait = Math.min(wait * 2, 2000)) {
      try {
        current = connect();
        await current;
        for (const listeners of heard.values()) for (const hear of listeners) hear("");
        return;
      } catch {
        await sleep(wait, undefined, { ref: false });
      }
    }
  }

  async function listen(
    channel: string,
    onPayload: (payload: string) => void,
  ): Promise<() => Promise<void>> {
    if (!safeName.test(channel)) throw new Error("A channel is named by a to z and _ only");
    const listeners = heard.get(channel) ?? new Set();
    heard.set(channel, listeners.add(onPayload));
    if (current) {
      // A connection that is being lost hears this channel when it comes back.
      await current.then((client) => client.query(`listen ${channel}`)).catch(() => undefined);
    } else {
      current = connect();
      await current.catch((error: unknown) => {
        current = undefined;
        throw error;
      });
    }
    return async () => {
      listeners.delete(onPayload);
    };
  }

  async function close(): Promise<void> {
    closed = true;
    const client = await current?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  return { listen, close };
}
