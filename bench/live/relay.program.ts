import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { WebSocket, WebSocketServer } from "ws";

// The two references: what an engineer writes with `ws` and `pg` in a hundred lines, and no more than
// that. It asks nobody who she is, encrypts nothing, knows no second process, forgets nothing and mends
// nothing. It speaks the house's messages, so that one load generator serves all.
//
//   node relay.program.ts none                    passes every frame on at once
//   node relay.program.ts '{"host":…}' 2          stores it first; so many batches on their way at once

interface Message {
  readonly room: Room;
  readonly n: number;
  readonly from: WebSocket;
  readonly ch: number;
  readonly ref: number;
  readonly body: Buffer;
}

interface Room {
  readonly id: number;
  last: number;
  readonly sides: { readonly socket: WebSocket; readonly ch: number }[];
}

const BATCH = 1000;
const [store = "none", batches = "1"] = process.argv.slice(2);
const rooms = new Map<string, Room>();
const keep = store === "none" ? deliver : await durable(JSON.parse(store) as pg.PoolConfig);

/** To the other sides, and an acknowledgement to the sender. */
function deliver({ room, n, from, ch, ref, body }: Message): void {
  from.send(`{"t":"ack","ch":${ch},"ref":${ref},"seq":${n}}`);
  for (const side of room.sides) {
    if (side.socket === from || side.socket.readyState !== WebSocket.OPEN) continue;
    const frame = Buffer.allocUnsafe(30 + body.length);
    frame.fill(0, 0, 30);
    frame[0] = 2;
    frame.writeUInt32BE(side.ch, 1);
    frame.writeUInt32BE(n, 5);
    frame[9] = 1;
    frame.writeUInt32BE(ref, 26);
    body.copy(frame, 30);
    side.socket.send(frame);
  }
}

/** What arrives while batches commit makes up the next one: one statement of many rows each. */
async function durable(connection: pg.PoolConfig): Promise<(message: Message) => void> {
  const pool = new pg.Pool({ ...connection, max: Number(batches) });
  await pool.query(
    "create table if not exists relay (room int, n int, body bytea, primary key (room, n))",
  );
  await pool.query("alter table relay alter column body set storage external");
  await pool.query("truncate relay");
  let waiting: Message[] = [];
  let underWay = 0;
  const flush = async (): Promise<void> => {
    const batch = waiting.slice(0, BATCH);
    waiting = waiting.slice(BATCH);
    await pool.query(insertOf(batch));
    for (const message of batch) deliver(message);
    underWay--;
    start();
  };
  const start = (): void => {
    while (waiting.length > 0 && underWay < Number(batches)) {
      underWay++;
      void flush();
    }
  };
  return (message) => {
    waiting.push(message);
    // At the end of this turn, so that all that has arrived with it goes along.
    if (waiting.length === 1) setImmediate(start);
  };
}

/** Bytes go over in binary; an array of bytea would travel as hexadecimal text. */
function insertOf(batch: readonly Message[]): pg.QueryConfig {
  const values: unknown[] = [];
  const places = batch.map(({ room, n, body }) => {
    const at = values.push(room.id, n, body);
    return `($${at - 2},$${at - 1},$${at})`;
  });
  return { text: `insert into relay values ${places.join(",")}`, values };
}

function enter(socket: WebSocket): void {
  const channels = new Map<number, Room>();
  socket.on("message", (data: Buffer, isBinary) => {
    if (isBinary) {
      const ch = data.readUInt32BE(1);
      const room = channels.get(ch);
      if (!room) return;
      const [ref, body] = [data.readUInt32BE(5), data.subarray(9)];
      return keep({ room, n: ++room.last, from: socket, ch, ref, body });
    }
    const text = JSON.parse(data.toString("utf8")) as Record<string, unknown>;
    if (text["t"] === "auth") return socket.send('{"t":"ready"}');
    if (text["t"] !== "open") return;
    const { ch, conversation } = text as { ch: number; conversation: string };
    const room = rooms.get(conversation) ?? { id: rooms.size + 1, last: 0, sides: [] };
    rooms.set(conversation, room);
    room.sides.push({ socket, ch });
    channels.set(ch, room);
    socket.send(`{"t":"opened","ch":${ch},"next":${room.last + 1}}`);
  });
  socket.on("close", () => {
    for (const { sides } of channels.values()) {
      sides.splice(
        sides.findIndex((side) => side.socket === socket),
        1,
      );
    }
  });
}

const server = createServer();
new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false }).on(
  "connection",
  enter,
);
server.listen(0, "127.0.0.1", () => {
  console.log(`ready ${(server.address() as AddressInfo).port}`);
});
