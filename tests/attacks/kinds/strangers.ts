import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { encodePolled, POLL_FLAGS } from "../../../src/platform/live/poll-wire.ts";
import { dial, frame, head, hold, text, upgrade } from "../dial.ts";
import type { Attack } from "../order.ts";

/** Sockets that never say who they are. */
export const silentSockets: Attack = (order, tally, until) => {
  const open = (): Socket => dial(order, tally, upgrade(order.host));
  return hold({ many: 6000 * order.scale, rate: 1500, open }, until);
};

/** Sockets that begin the largest message there is, and go on with it a little at a time. */
export const endlessMessages: Attack = (order, tally, until) => {
  const begun = frame(0x82, Buffer.alloc(2000), 250_000);
  const open = (): Socket => {
    const socket = dial(order, tally, upgrade(order.host));
    socket.once("data", () => socket.write(begun));
    return socket;
  };
  const drip = (socket: Socket): void => void socket.write(Buffer.alloc(500));
  return hold({ many: 4000 * order.scale, rate: 1000, open, drip }, until);
};

/** Tokens made up of conversations that are not there, which is told only to who opens one. */
export const madeUpTokens: Attack = (order, tally, until) => {
  const random = (bytes: number): string => randomBytes(bytes).toString("base64url");
  const open = (): Socket => {
    const conversation = random(16);
    const token = `s.${conversation}.${random(24)}`;
    const socket = dial(order, tally, upgrade(order.host));
    socket.once("data", () => socket.write(text({ t: "auth", v: 1, token })));
    socket.on("data", (part: Buffer) => {
      if (part.includes('"ready"'))
        socket.write(text({ t: "open", ch: 1, conversation, tab: random(16), after: 0 }));
    });
    return socket;
  };
  return hold({ many: 6000 * order.scale, rate: 1500, open }, until);
};

/** Long polls that begin and wait, each a session of its own. */
export const pollFlood: Attack = (order, tally, until) => {
  const open = (): Socket => {
    const session = new Uint8Array(randomBytes(16));
    const poll = (flags: number): Buffer => {
      const body = encodePolled(session, flags, []);
      const lines = [`Origin: http://${order.host}`, `Content-Length: ${body.length}`];
      return Buffer.concat([Buffer.from(head("POST", "/live/poll", order.host, ...lines)), body]);
    };
    const socket = dial(order, tally, poll(POLL_FLAGS.begin));
    socket.on("data", () => socket.write(poll(POLL_FLAGS.wait)));
    return socket;
  };
  return hold({ many: 5000 * order.scale, rate: 1000, open }, until);
};
