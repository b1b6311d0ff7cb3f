import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Deadline, Order, Tally } from "./order.ts";

let dialled = 0;

/** A connection of the attacker's; each comes from another address of the loopback. */
export function dial({ port }: Pick<Order, "port">, tally: Tally, first: string | Buffer): Socket {
  const localAddress = `127.0.0.${2 + (dialled++ % 200)}`;
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  socket.on("error", () => undefined);
  socket.on("connect", () => tally.opened++);
  socket.on("close", () => tally.cut++);
  socket.on("data", (part: Buffer) => count(part.toString("latin1"), tally));
  socket.write(first);
  return socket;
}

/** What the house said, by its codes; what it granted, by its numbers. */
export function count(said: string, tally: Tally): void {
  for (const [, code = ""] of said.matchAll(/"(?:error|code)":"([a-z-]+)"/g))
    tally.told[code] = (tally.told[code] ?? 0) + 1;
  tally.answered += [...said.matchAll(/HTTP\/1\.1 (200|101|204)/g)].length;
}

export const head = (method: string, path: string, host: string, ...more: string[]): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    "Sec-Fetch-Site: same-origin",
    ...more,
    "",
    "",
  ].join("\r\n");

export const upgrade = (host: string, ...more: string[]): string =>
  head(
    "GET",
    "/live",
    host,
    ...[`Origin: http://${host}`, "Connection: Upgrade", "Upgrade: websocket"],
    ...["Sec-WebSocket-Version: 13", `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`],
    ...more,
  );

/** One frame of a WebSocket; its mask is zero. `length` may promise more than there is. */
export function frame(first: number, payload: Uint8Array, length = payload.length): Buffer {
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.alloc(size + 4 + payload.length);
  bytes[0] = first;
  bytes[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (size === 4) bytes.writeUInt16BE(length, 2);
  if (size === 10) bytes.writeUInt32BE(length, 6);
  bytes.set(payload, size + 4);
  return bytes;
}
export const text = (said: object): Buffer => frame(0x81, Buffer.from(JSON.stringify(said)));

interface Held {
  readonly many: number;
  /** New ones each second, at most. */
  readonly rate: number;
  readonly open: () => Socket;
  /** Said on each of them, once a second. */
  readonly drip?: (socket: Socket) => void;
}

/** Holds so many connections, and fills up what the house has cut. */
export async function hold({ many, rate, open, drip }: Held, until: Deadline): Promise<void> {
  const held = new Set<Socket>();
  const dripping = setInterval(() => {
    for (const socket of drip ? held : []) if (socket.writable) drip?.(socket);
  }, 1000);
  while (!until.isOver) {
    const missing = Math.min(many - held.size, Math.ceil(rate / 20));
    for (let n = 0; n < missing; n++) {
      const socket = open();
      held.add(socket);
      socket.on("close", () => held.delete(socket));
    }
    await sleep(50);
  }
  clearInterval(dripping);
  for (const socket of held) socket.destroy();
}

/** Keeps so many at it at the same time, each again and again. */
export async function repeat(
  many: number,
  work: (turn: number) => Promise<void>,
  until: Deadline,
): Promise<void> {
  const worker = async (_: unknown, index: number): Promise<void> => {
    for (let turn = index; !until.isOver; turn += many)
      await Promise.race([work(turn), until.over]);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.round(many)) }, worker));
}

/** Resolves when the house has ended this connection. */
export const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.on("close", () => resolve()));
