import { connect, type Socket } from "node:net";

/** A connection without any library: what goes out is what is written. */
export interface Wire {
  readonly socket: Socket;
  /** All that has come so far. */
  readonly said: () => string;
  write(text: string | Buffer): void;
  /** Resolves with all that came when the other side has closed. */
  readonly closed: Promise<string>;
}

/** `deaf`: does not close its side when the other has closed. */
export function wire(port: number, first: string | Buffer = "", deaf = false): Wire {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: deaf });
  let said = "";
  socket.on("data", (part: Buffer) => (said += part.toString("latin1")));
  socket.on("error", () => undefined);
  const closed = new Promise<string>((done) => socket.on("close", () => done(said)));
  const write = (text: string | Buffer): void =>
    void socket.write(typeof text === "string" ? Buffer.from(text, "latin1") : text);
  if (first.length > 0) write(first);
  return { socket, said: () => said, write, closed };
}
