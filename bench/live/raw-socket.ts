import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

interface Handlers {
  text(text: string): void;
  bytes(bytes: Buffer): void;
  closed(): void;
}

const MASK = 4;

/**
 * The least that speaks WebSocket, so that the load generator takes little of a machine that it shares
 * with what it measures. Its masks are zero, which leaves the bytes as they are; the server unmasks
 * them all the same.
 */
export class RawSocket {
  readonly #socket: Socket;
  readonly #handlers: Handlers;
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #opened = (): void => undefined;

  constructor(port: number, host: string, handlers: Handlers) {
    this.#handlers = handlers;
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.on("data", (data: Buffer) => this.#receive(data));
    this.#socket.on("error", () => this.#socket.destroy());
    this.#socket.on("close", () => handlers.closed());
    this.#socket.write(
      `GET /live HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
    );
  }

  opened(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isOpen) resolve();
      else this.#opened = resolve;
    });
  }

  text(text: string): void {
    this.#frame(1, Buffer.from(text));
  }

  bytes(bytes: Uint8Array): void {
    this.#frame(2, bytes);
  }

  end(): void {
    this.#socket.destroy();
  }

  #frame(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    const header = length < 126 ? 2 : 4;
    const frame = Buffer.allocUnsafe(header + MASK + length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | (length < 126 ? length : 126);
    if (length >= 126) frame.writeUInt16BE(length, 2);
    frame.writeUInt32BE(0, header);
    frame.set(payload, header + MASK);
    this.#socket.write(frame);
  }

  #receive(data: Buffer): void {
    let bytes = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    if (!this.#isOpen) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return void (this.#rest = bytes);
      if (!bytes.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) return this.end();
      bytes = bytes.subarray(end + 4);
      this.#isOpen = true;
      this.#opened();
    }
    this.#rest = this.#read(bytes);
  }

  /** Handles all whole frames; what is left belongs to the next. */
  #read(bytes: Buffer): Buffer {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < header) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : bytes.readUInt32BE(at + 6);
      const end = at + header + length;
      if (bytes.length < end) break;
      this.#handle((bytes[at] ?? 0) & 0x0f, bytes.subarray(at + header, end));
      at = end;
    }
    return bytes.subarray(at);
  }

  #handle(opcode: number, payload: Buffer): void {
    if (opcode === 2) this.#handlers.bytes(payload);
    else if (opcode === 1) this.#handlers.text(payload.toString("utf8"));
    else if (opcode === 9) this.#frame(10, payload);
    else if (opcode === 8) this.end();
  }
}
