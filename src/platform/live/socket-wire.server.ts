import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Wire } from "./connection-parts.server.ts";
import type { Connection } from "./connection.server.ts";
import { putServerFrame, type ServerFrame, serverFrameBytes } from "./wire.ts";

/** A side that leaves more than this unread is paused; its frames stay in the log meanwhile. */
export const UNREAD_BYTES = 256 * 1024;

const FIN = 0x80;
const TEXT = 1;
const BINARY = 2;
/** The longest header of a frame from a server (RFC 6455, 5.2). */
const MAX_HEADER = 10;

type Said = string | ServerFrame;
const nothing: Said[] = [];

/**
 * What a connection says over its WebSocket. All that is said within one turn (an acknowledgement and
 * the frame itself, most of all) goes out in one write of one piece of memory; hence the frames are
 * written here and not by `ws`, which reads, pings and closes.
 */
export class SocketWire implements Wire {
  readonly #socket: WebSocket;
  readonly #raw: Duplex;
  #connection: Connection | undefined;
  #said = nothing;
  #bytes = 0;
  #isFull = false;

  constructor(socket: WebSocket, raw: Duplex) {
    this.#socket = socket;
    this.#raw = raw;
  }

  carry(connection: Connection): void {
    this.#connection = connection;
  }

  text(text: string): boolean {
    return this.#say(text, Buffer.byteLength(text));
  }

  frame(frame: ServerFrame): boolean {
    return this.#say(frame, serverFrameBytes(frame));
  }

  pause(milliseconds: number): void {
    if (this.#socket.isPaused) return;
    this.#socket.pause();
    setTimeout(() => this.#socket.resume(), milliseconds);
  }

  end(code: string): void {
    this.#flush();
    this.#socket.close(code === "bye" ? 1012 : 4000, code);
  }

  #say(said: Said, bytes: number): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return true;
    if (this.#said.length > 0) this.#said.push(said);
    else {
      this.#said = [said];
      process.nextTick(() => this.#flush());
    }
    this.#bytes += MAX_HEADER + bytes;
    if (this.#raw.writableLength + this.#bytes < UNREAD_BYTES) return true;
    if (!this.#isFull) this.#raw.once("drain", () => this.#drained());
    this.#isFull = true;
    return false;
  }

  #drained(): void {
    this.#isFull = false;
    this.#connection?.drained();
  }

  #flush(): void {
    if (this.#said.length === 0) return;
    const block = Buffer.allocUnsafe(this.#bytes);
    let at = 0;
    for (const said of this.#said) at = put(said, block, at);
    this.#said = nothing;
    this.#bytes = 0;
    if (this.#socket.readyState === this.#socket.OPEN) this.#raw.write(block.subarray(0, at));
  }
}

/** Answers where the next one begins. */
function put(said: Said, block: Buffer, at: number): number {
  if (typeof said !== "string") {
    const size = serverFrameBytes(said);
    const start = putHeader(block, at, BINARY, size);
    putServerFrame(said, block, start);
    return start + size;
  }
  const size = Buffer.byteLength(said);
  const start = putHeader(block, at, TEXT, size);
  block.write(said, start, "utf8");
  return start + size;
}

function putHeader(block: Buffer, at: number, opcode: number, size: number): number {
  block[at] = FIN | opcode;
  if (size < 126) {
    block[at + 1] = size;
    return at + 2;
  }
  if (size < 0x1_0000) {
    block[at + 1] = 126;
    block.writeUInt16BE(size, at + 2);
    return at + 4;
  }
  block[at + 1] = 127;
  block.writeUInt32BE(0, at + 2);
  block.writeUInt32BE(size, at + 6);
  return at + MAX_HEADER;
}
