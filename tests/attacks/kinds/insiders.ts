import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { dial, frame, hold, text, upgrade } from "../dial.ts";
import type { Attack, Order } from "../order.ts";

const tab = (): string => randomBytes(16).toString("base64url");
const openText = ({ conversation }: Order, ch: number): Buffer =>
  text({ t: "open", ch, conversation, tab: tab(), after: 0 });

function words(ref: number): Buffer {
  const bytes = Buffer.alloc(609);
  bytes[0] = 1;
  bytes.writeUInt32BE(1, 1);
  bytes.writeUInt32BE(ref, 5);
  return frame(0x82, bytes);
}

/** A volunteer's own desk, gone wild: frames, channels, hints and signs of life as fast as they go out. */
export const floodingDesk: Attack = async (order, tally, until) => {
  const socket = dial(order, tally, upgrade(order.host));
  await new Promise((done) => socket.once("data", done));
  socket.write(text({ t: "auth", v: 1, token: order.ticket }));
  socket.write(openText(order, 1));
  await sleep(200);
  let ref = 0;
  while (!until.isOver && !socket.destroyed) {
    const burst: Buffer[] = [];
    for (let n = 0; n < 50; n++) {
      burst.push(words(++ref), text({ t: "typing", ch: 1 }), frame(0x89, Buffer.alloc(100)));
      burst.push(openText(order, 2 + (ref % 30)), text({ t: "close", ch: 2 + (ref % 30) }));
    }
    const goesOn = socket.write(Buffer.concat(burst));
    if (goesOn) await sleep(1);
    else await Promise.race([new Promise((go) => socket.once("drain", go)), until.over]);
  }
  socket.destroy();
};

/** A seeker with one good token and a thousand connections, each of which follows and writes. */
export const floodingSeeker: Attack = (order, tally, until) => {
  const open = (): Socket => {
    const socket = dial(order, tally, upgrade(order.host));
    socket.once("data", () => socket.write(text({ t: "auth", v: 1, token: order.token })));
    socket.on("data", (part: Buffer) => {
      if (!part.includes('"ready"')) return;
      for (let ch = 1; ch <= 16; ch++) socket.write(openText(order, ch));
      for (let ref = 1; ref <= 50; ref++) socket.write(words(ref));
    });
    return socket;
  };
  return hold({ many: 1000 * order.scale, rate: 300, open }, until);
};
