import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { Crowd } from "../crowd.server.ts";
import { type Code, statuses } from "./codes.ts";
import type { Head } from "./head.server.ts";
import { defaultHeaders } from "./headers.server.ts";

/** How many may be under way at once; of whom more come than that, the slowest gives way. */
export interface BoundsOptions {
  /** Connections that have not finished asking, or do not ask. */
  readonly pending?: number;
  /** Bodies on their way. */
  readonly reading?: number;
  /** Of them those beyond 64 KiB. */
  readonly heavy?: number;
  /** Answers under way: most of them to those who do not read theirs. */
  readonly answering?: number;
  /** Requests that are worked at; beyond them all are told to come back. */
  readonly working?: number;
}

const HEAVY_BYTES = 64 * 1024;
const MAX_PIPELINED = 8;

/** A connection, and whether it waits: only then `leave` does something. */
interface Place {
  readonly giveWay: () => void;
  readonly leave: () => void;
  answers: number;
}

/**
 * Bounds what the connections of those may take up of whom nothing is known. The live connection
 * has bounds of its own: its sockets leave these when they are upgraded.
 */
export class Bounds {
  readonly #pending: Crowd;
  readonly #reading: Crowd;
  readonly #heavy: Crowd;
  readonly #answering: Crowd;
  readonly #places = new WeakMap<Socket, Place>();

  constructor({ pending = 3000, reading = 500, heavy = 32, answering = 2000 }: BoundsOptions = {}) {
    this.#pending = new Crowd(pending);
    this.#reading = new Crowd(reading);
    this.#heavy = new Crowd(heavy);
    this.#answering = new Crowd(answering);
  }

  watch(server: Server): void {
    server.on("connection", (socket: Socket) => {
      const giveWay = (): void => void socket.destroy();
      const place = { giveWay, leave: this.#pending.enter(giveWay), answers: 0 };
      this.#places.set(socket, place);
      socket.once("close", () => place.leave());
    });
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
      const isAnswering = (this.#places.get(socket)?.answers ?? 0) > 0;
      if (isAnswering || error.code === "ECONNRESET" || !socket.writable) socket.destroy();
      else lastWords(socket, ...answerTo(error.code));
    });
  }

  /** Its connection is the live one's from now on. */
  upgraded({ socket }: IncomingMessage): void {
    this.#places.get(socket)?.leave();
    this.#places.delete(socket);
  }

  /** Asks on and on without waiting for an answer, as no browser and no proxy does. */
  isPipelining({ socket }: IncomingMessage): boolean {
    return (this.#places.get(socket)?.answers ?? 0) >= MAX_PIPELINED;
  }

  /** Before anybody looks at the request. */
  reads(request: IncomingMessage, { length, coding }: Head): void {
    if (length === undefined && coding === undefined) return;
    const crowd = Number(length) > HEAVY_BYTES ? this.#heavy : this.#reading;
    const leave = crowd.enter(() => request.destroy());
    request.once("end", leave).once("close", leave);
  }

  /** After it has been handed on: what is not answered by now is being worked at. */
  answers(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const place = this.#places.get(socket);
    if (!place) return;
    if (response.writableEnded && socket.writableLength === 0) {
      if (place.answers === 0) this.#pending.again(place.giveWay);
      return;
    }
    place.leave();
    place.answers += 1;
    const leave = this.#answering.enter(() => socket.destroy());
    response.once("close", () => {
      leave();
      place.answers -= 1;
      if (place.answers === 0 && !socket.destroyed && this.#places.has(socket))
        this.#pending.enter(place.giveWay);
    });
  }
}

function answerTo(fault: string | undefined): [number, Code] {
  if (fault === "HPE_HEADER_OVERFLOW") return [431, "too-large"];
  if (fault === "ERR_HTTP_REQUEST_TIMEOUT") return [statuses["too-slow"], "too-slow"];
  return [statuses["bad-input"], "bad-input"];
}

/** For what never became a request: as it goes out, headers and all. Nobody's goodbye is waited for. */
export function lastWords(socket: Duplex, status: number, code: Code): void {
  const body = JSON.stringify({ error: code });
  const headers = {
    ...defaultHeaders,
    "Content-Type": "application/json",
    "Content-Length": body.length,
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const answer = [`HTTP/1.1 ${status} Refused`, ...lines, "", body].join("\r\n");
  socket.on("error", () => socket.destroy());
  socket.end(answer, () => socket.destroy());
}
