import { randomBytes } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { dial, ended, frame, head, repeat, upgrade } from "../dial.ts";
import type { Attack } from "../order.ts";

/** Heads that are too long, or of too many lines. */
export const hugeHeads: Attack = (order, tally, until) => {
  const long = head("GET", "/", order.host, `X: ${"a".repeat(16_500)}`);
  const many = head("GET", "/", order.host, ...Array.from({ length: 2500 }, () => "a: b"));
  const work = (turn: number): Promise<void> => {
    const socket = dial(order, tally, turn % 2 === 0 ? long : many);
    socket.on("data", () => socket.end());
    return ended(socket);
  };
  return repeat(200 * order.scale, work, until);
};

/** What is no request, or two at once. */
export const crookedRequests: Attack = (order, tally, until) => {
  const crooked = [
    () => randomBytes(2000),
    () => Buffer.from(head("GET", "/", order.host, "Host: evil.example")),
    () => Buffer.from("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
    () =>
      Buffer.from(head("POST", "/", order.host, "Content-Length: 5", "Transfer-Encoding: chunked")),
    () => Buffer.from("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
    () => Buffer.from(upgrade("evil.example")),
    () => Buffer.from("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "latin1"),
  ];
  const work = (turn: number): Promise<void> => {
    const socket = dial(order, tally, crooked[turn % crooked.length]?.() ?? "");
    socket.on("data", () => socket.end());
    return ended(socket);
  };
  return repeat(200 * order.scale, work, until);
};

/** Fifty megabytes in fifty kilobytes: as a body, and as a message of a socket. */
export const bombs: Attack = (order, tally, until) => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  const lines = ["Content-Type: application/json", "Content-Encoding: gzip"];
  const body = Buffer.concat([
    Buffer.from(
      head(
        "POST",
        "/contact/api/challenge",
        order.host,
        ...lines,
        `Content-Length: ${bomb.length}`,
      ),
    ),
    bomb,
  ]);
  const packed = deflateRawSync(Buffer.alloc(50 * 1024 * 1024));
  // A reserved bit says that it is packed; the house has not agreed to that.
  const message = frame(0xc2, packed);
  const offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
  const work = (turn: number): Promise<void> => {
    const isSocket = turn % 2 === 0;
    const socket = dial(order, tally, isSocket ? upgrade(order.host, offer) : body);
    socket.once("data", (part: Buffer) => {
      const isAgreed = /extensions: *permessage-deflate/i.test(part.toString("latin1"));
      if (isAgreed) tally.told["compression-agreed"] = (tally.told["compression-agreed"] ?? 0) + 1;
      if (isSocket) socket.write(message);
      else socket.end();
    });
    return ended(socket);
  };
  return repeat(40 * order.scale, work, until);
};
