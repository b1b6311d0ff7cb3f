import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How a line treats what passes. Each connection has manners of its own. */
export interface Manners {
  /** Each piece waits so long, somewhere between the two. */
  readonly delayMs?: readonly [number, number];
  /** What comes is passed on in pieces of at most so many bytes. */
  readonly pieceBytes?: number;
  /** After so many bytes, counted in both directions, the line is cut, in the middle of whatever it is. */
  readonly cutAfter?: number;
  /** After so many bytes the side that is to hear is told "no more comes", the other goes on speaking. */
  readonly halfCloseAfter?: number;
  /** After so many bytes nothing passes any more, in either direction; no side is told. */
  readonly deafAfter?: number;
  /** What the client says is said to the server over a second connection as well. */
  readonly twice?: boolean;
}

export const calm: Manners = {};

type Random = () => number;

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  readonly echo: Socket | undefined;
  readonly manners: Manners;
  passed: number;
  isDeaf: boolean;
}

/** A network between a client and a server, with whatever can be wrong with it. */
export class Network {
  readonly #to: () => number;
  readonly #random: Random;
  readonly #pairs = new Set<Pair>();
  readonly #server: Server;
  #manners: () => Manners = () => calm;
  #swallows = false;
  /** Pieces that were cut, delayed and so on: what the checks are worth. */
  readonly happened = { cuts: 0, halfCloses: 0, deaf: 0, doubled: 0 };

  private constructor(to: () => number, random: Random) {
    this.#to = to;
    this.#random = random;
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client));
  }

  static async open(to: () => number, random: Random = Math.random): Promise<Network> {
    const network = new Network(to, random);
    await new Promise<void>((done) => network.#server.listen(0, "127.0.0.1", done));
    return network;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The manners of each connection that is made from now on. */
  behave(manners: () => Manners): void {
    this.#manners = manners;
  }

  cut(): void {
    for (const pair of this.#pairs) this.#end(pair);
  }

  /** While on, nothing that the server says arrives. */
  swallow(on: boolean): void {
    this.#swallows = on;
  }

  /** From now on nothing passes over what stands, and no side is told: as when a phone loses its network. */
  freeze(): void {
    for (const pair of this.#pairs) this.#freeze(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.#server.close(done));
  }

  #join(client: Socket): void {
    const manners = this.#manners();
    const open = (): Socket =>
      connect({ port: this.#to(), host: "127.0.0.1", allowHalfOpen: true });
    const echo = manners.twice ? open() : undefined;
    const pair: Pair = { client, server: open(), echo, manners, passed: 0, isDeaf: false };
    this.#pairs.add(pair);
    for (const socket of [client, pair.server]) {
      socket.setNoDelay(true);
      socket.on("error", () => this.#end(pair));
      socket.on("close", () => this.#end(pair));
    }
    if (echo) this.happened.doubled++;
    echo?.on("error", () => echo.destroy()).resume();
    this.#carry(pair, client, (piece) => {
      pair.server.write(piece);
      echo?.write(piece);
    });
    this.#carry(pair, pair.server, (piece) => {
      if (!this.#swallows) client.write(piece);
    });
    client.on("end", () => this.#finish(pair, pair.server));
    pair.server.on("end", () => this.#finish(pair, client));
  }

  #carry(pair: Pair, from: Socket, write: (piece: Buffer) => void): void {
    const { pieceBytes = Number.POSITIVE_INFINITY, delayMs } = pair.manners;
    const pass = async (data: Buffer): Promise<void> => {
      for (let at = 0; at < data.length && !pair.isDeaf;) {
        const size = Math.min(data.length - at, pieceBytes, this.#room(pair));
        if (delayMs) await sleep(delayMs[0] + this.#random() * (delayMs[1] - delayMs[0]));
        if (size > 0 && !pair.isDeaf) write(data.subarray(at, at + size));
        at += size;
        pair.passed += size;
        if (this.#isOver(pair, from)) return;
      }
    };
    let before = Promise.resolve();
    from.on("data", (data: Buffer) => {
      before = before.then(() => pass(data));
    });
  }

  /** How many bytes may pass until something happens to the line. */
  #room({ manners, passed }: Pair): number {
    const limits = [manners.cutAfter, manners.halfCloseAfter, manners.deafAfter];
    const left = limits.flatMap((limit) => (limit === undefined ? [] : [limit - passed]));
    return Math.max(0, ...(left.length > 0 ? [Math.min(...left)] : [Number.POSITIVE_INFINITY]));
  }

  #isOver(pair: Pair, from: Socket): boolean {
    if (this.#room(pair) > 0) return false;
    const { manners } = pair;
    if (manners.deafAfter !== undefined) this.#freeze(pair);
    else if (manners.halfCloseAfter !== undefined) {
      this.happened.halfCloses++;
      pair.isDeaf = true;
      (from === pair.client ? pair.server : pair.client).end();
      // A proxy that half-closes does not hold the rest for ever either.
      setTimeout(() => this.#end(pair), 1000).unref();
    } else {
      this.happened.cuts++;
      this.#end(pair);
    }
    return true;
  }

  #freeze(pair: Pair): void {
    if (pair.isDeaf) return;
    this.happened.deaf++;
    pair.isDeaf = true;
    // Not read any more either: that a side closes is not noticed.
    pair.client.pause();
    pair.server.pause();
  }

  #finish(pair: Pair, other: Socket): void {
    if (!pair.isDeaf) other.end();
  }

  #end(pair: Pair): void {
    if (!this.#pairs.delete(pair)) return;
    pair.isDeaf = true;
    for (const socket of [pair.client, pair.server, pair.echo]) socket?.destroy();
  }
}
