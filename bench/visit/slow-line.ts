import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * Lighthouse's "slow 4G": the line that its mobile scores are for. Here every byte of every connection
 * takes it, WebSockets included, which the browser's own throttling leaves out.
 */
export const slow4g = { roundTripMs: 150, downKbit: 1600, upKbit: 750 } as const;

export interface LineOptions {
  readonly roundTripMs: number;
  readonly downKbit: number;
  readonly upKbit: number;
  /** What a new connection costs before its first request: TCP's handshake, and that of TLS 1.3. */
  readonly handshakes: number;
}

export interface SlowLine {
  readonly port: number;
  close(): Promise<void>;
}

const PACKET_BYTES = 1460;
/** Of Ethernet, IP and TCP around each packet. */
const PACKET_OVERHEAD = 54;

/** One direction of the line, shared by all connections as their packets come. */
class Direction {
  readonly #kbit: number;
  readonly #delayMs: number;
  #freeAt = 0;

  constructor(kbit: number, delayMs: number) {
    this.#kbit = kbit;
    this.#delayMs = delayMs;
  }

  /** When a packet arrives at the other end, if it is handed over at `from`. */
  arrival(bytes: number, from: number): number {
    const begins = Math.max(from, this.#freeAt);
    this.#freeAt = begins + ((bytes + PACKET_OVERHEAD) * 8) / this.#kbit;
    return this.#freeAt + this.#delayMs;
  }
}

/** A line of that speed between its own port and the server's. */
export async function openLine(to: number, options: LineOptions): Promise<SlowLine> {
  const { roundTripMs, downKbit, upKbit, handshakes } = options;
  const up = new Direction(upKbit, roundTripMs / 2);
  const down = new Direction(downKbit, roundTripMs / 2);
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const far = connect({ port: to, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    const readyAt = performance.now() + roundTripMs * handshakes;
    carry(near, far, up, readyAt);
    carry(far, near, down, readyAt);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => [near, far].forEach((end) => end.destroy()));
      socket.on("close", () => open.delete(socket));
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Everything of one direction of one connection, in order, each packet when the line has brought it. */
function carry(from: Socket, to: Socket, line: Direction, readyAt: number): void {
  const late = (at: number, act: () => void): void =>
    void setTimeout(act, Math.max(0, at - performance.now()));
  let last = 0;
  from.on("data", (data: Buffer) => {
    const now = Math.max(performance.now(), readyAt);
    for (let start = 0; start < data.length; start += PACKET_BYTES) {
      const packet = data.subarray(start, start + PACKET_BYTES);
      last = line.arrival(packet.length, now);
      late(last, () => to.write(packet));
    }
  });
  // Timers of the same moment keep their order, but a millisecond may be rounded either way.
  from.on("end", () => late(last + 2, () => to.end()));
}
