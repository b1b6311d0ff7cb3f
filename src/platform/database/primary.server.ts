import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "../log.ts";

const LOOK_MS = 2000;
/** While nobody takes writes. */
const SEARCH_MS = 250;
const ANSWER_MS = 2000;
const START_MS = 60_000;

/** The timeline grows with every promotion: an older primary that came back is told by its lower one. */
const LOOK = `
  select case when current_setting('transaction_read_only') = 'off' and not pg_is_in_recovery()
    then ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int end as timeline`;

/**
 * Knows which of several servers takes writes: a primary, its standbys. Looks again and again, and when
 * another was promoted ends all connections to the old one, which may hang rather than break.
 */
export class Primary {
  readonly #addresses: readonly string[];
  readonly #sockets = new Map<Socket, string>();
  #current: Writable;
  #isClosed = false;
  #wake = (): void => undefined;

  private constructor(addresses: readonly string[], current: Writable) {
    this.#addresses = addresses;
    this.#current = current;
    void this.#watch();
  }

  static async find(addresses: readonly string[]): Promise<Primary> {
    const deadline = performance.now() + START_MS;
    for (;;) {
      const found = await newest(addresses);
      if (found !== undefined) return new Primary(addresses, found);
      if (performance.now() > deadline)
        throw new Error("None of the servers that DATABASE_URL names takes writes.");
      await sleep(SEARCH_MS);
    }
  }

  /** What makes a client connect to the server that takes writes at that moment. */
  connection(edit = (address: string): string => address): pg.ClientConfig {
    const { address } = this.#current;
    const socket = new Socket();
    this.#sockets.set(socket, address);
    socket.once("close", () => {
      this.#sockets.delete(socket);
      this.#wake();
    });
    return { connectionString: edit(address), stream: () => socket };
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async #watch(): Promise<void> {
    let pause = LOOK_MS;
    while (!this.#isClosed) {
      await this.#pause(pause);
      if (this.#isClosed) return;
      const found = await newest(this.#addresses, this.#current);
      pause = found === undefined ? SEARCH_MS : LOOK_MS;
      if (found) this.#move(found);
    }
  }

  /** Cut short when a connection ends, which may mean something. */
  async #pause(milliseconds: number): Promise<void> {
    await new Promise<void>((go) => {
      const timer = setTimeout(go, milliseconds);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        setTimeout(go, Math.min(milliseconds, SEARCH_MS)).unref();
      };
    });
    this.#wake = () => undefined;
  }

  #move(found: Writable): void {
    const before = this.#current.address;
    this.#current = found;
    if (found.address === before) return;
    log.warn("database-moved");
    const moved = Object.assign(new Error("the database has moved"), { code: "ECONNRESET" });
    for (const [socket, at] of this.#sockets) if (at === before) socket.destroy(moved);
  }
}

interface Writable {
  readonly address: string;
  readonly timeline: number;
}

/**
 * Of those that take writes the one that was promoted last; the current one where that leaves a choice.
 * Never one of an older timeline than the current: it missed a promotion, and what was written since.
 */
async function newest(
  addresses: readonly string[],
  current?: Writable,
): Promise<Writable | undefined> {
  const found = await Promise.all(
    addresses.map(async (address) => ({ address, timeline: (await timelineAt(address)) ?? 0 })),
  );
  const highest = Math.max(1, current?.timeline ?? 0, ...found.map(({ timeline }) => timeline));
  const candidates = found.filter(({ timeline }) => timeline === highest);
  return candidates.find(({ address }) => address === current?.address) ?? candidates[0];
}

/** Undefined for a server that takes no writes, or does not answer. */
async function timelineAt(connectionString: string): Promise<number | undefined> {
  const client = new pg.Client({
    ...{ connectionString, application_name: "lykta-look" },
    ...{ connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS },
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ timeline: number | null }>(LOOK);
    return rows[0]?.timeline ?? undefined;
  } catch {
    return undefined;
  } finally {
    // Not waited for: to a server that is stuck, not even a goodbye gets through.
    void client.end().catch(() => undefined);
  }
}
