import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { soon } from "../../../tests/factories/soon.ts";
import { SocketWire, UNREAD_BYTES } from "./socket-wire.server.ts";
import { decodeServerFrame } from "./wire.ts";

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
let wire: SocketWire;
let client: WebSocket;
let heard: (string | Buffer)[];
let ended: string;

beforeEach(async () => {
  if (!http.listening) await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const held = new Promise<SocketWire>((resolve) =>
    server.once("connection", (socket, { socket: raw }) => resolve(new SocketWire(socket, raw))),
  );
  [heard, ended] = [[], ""];
  client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  client.on("message", (data: Buffer, isBinary) => heard.push(isBinary ? data : String(data)));
  client.on("close", (code, reason) => (ended = `${code} ${String(reason)}`));
  wire = await held;
});

afterEach(() => {
  client.terminate();
  http.closeAllConnections();
});

const frameOf = (payload: Uint8Array) =>
  ({ ch: 0xfffffffe, seq: 7, kind: 1, tab: new Uint8Array(16).fill(3), ref: 9, payload }) as const;

describe("what is said over a socket", () => {
  test("arrives whole and in order, whatever its length, texts and frames in one turn", async () => {
    // Around the lengths at which the header of a WebSocket frame grows.
    const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000];
    for (const length of lengths) {
      wire.text("å".repeat(length / 2) + "a".repeat(length % 2));
      wire.frame(frameOf(new Uint8Array(length).fill(length)));
    }
    await soon(() => expect(heard).toHaveLength(lengths.length * 2));
    for (const [index, length] of lengths.entries()) {
      expect(Buffer.byteLength(heard[index * 2] ?? "")).toBe(length);
      const frame = decodeServerFrame(new Uint8Array(heard[index * 2 + 1] as Buffer));
      expect(frame).toEqual(frameOf(new Uint8Array(length).fill(length)));
    }
  });

  test("last words come before the end, and nothing after it", async () => {
    wire.text("last words");
    wire.end("gone");
    expect(wire.text("too late")).toBe(true);
    await soon(() => expect(ended).toBe("4000 gone"));
    expect(heard).toEqual(["last words"]);
  });

  test("asks for a pause once too much is unread, also within one turn", async () => {
    const half = frameOf(new Uint8Array(UNREAD_BYTES / 2));
    expect(wire.frame(half)).toBe(true);
    expect(wire.frame(half)).toBe(false);
    await soon(() => expect(heard).toHaveLength(2));
    expect(wire.text("read again")).toBe(true);
  });
});
