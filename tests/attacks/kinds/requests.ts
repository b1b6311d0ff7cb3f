import { randomBytes } from "node:crypto";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { paths } from "../../../src/conversations/contract.ts";
import { askAt, type Heard } from "../../factories/asking.server.ts";
import { dial, ended, head, repeat } from "../dial.ts";
import type { Attack, Order, Tally } from "../order.ts";

const json = "Content-Type: application/json";

/** Right requests, fifty at a time down each connection: pages, states, tasks, hosts that are not ours. */
export const requestFlood: Attack = (order, tally, until) => {
  const ask = (turn: number): string =>
    [
      () => head("GET", paths.status, order.host),
      () => `${head("POST", paths.challenge, order.host, json, "Content-Length: 2")}{}`,
      () => head("GET", "/contact/", `${order.host}:${1 + (turn % 60_000)}`),
      () => head("GET", "/", `${randomBytes(6).toString("hex")}.example`),
    ][turn % 4]?.() ?? "";
  const work = (turn: number): Promise<void> => {
    const asked = Array.from({ length: 50 }, (_, index) => ask(turn + index)).join("");
    const socket = dial(order, tally, asked);
    socket.setTimeout(2000, () => socket.destroy());
    setTimeout(() => socket.destroy(), 1000);
    return ended(socket);
  };
  return repeat(100 * order.scale, work, until);
};

function tell({ status, code }: Heard, tally: Tally): void {
  if (code === undefined && status === 200) tally.answered++;
  else tally.told[code ?? String(status)] = (tally.told[code ?? String(status)] ?? 0) + 1;
}

/** Seekers who have done no work: proofs made up, and one proof again and again. */
export const worklessSeekers: Attack = async (order, tally, until) => {
  const once = await solve(order);
  const work = async (turn: number): Promise<void> => {
    const solution = { counter: turn, derivedKey: randomBytes(32).toString("hex") };
    const proof = turn % 2 === 0 ? once : { ...once, solution };
    const body = { door: "woman", language: "sv", proof };
    tell(await askAt(order.port, "POST", paths.open, { host: order.host, body }), tally);
  };
  await repeat(50 * order.scale, (turn) => work(turn).catch(() => void tally.cut++), until);
};

/** Seekers who do the work, as fast as one core does it, and leave the conversations where they are. */
export const payingSeekers: Attack = async (order, tally, until) => {
  const work = async (): Promise<void> => {
    const proof = await solve(order);
    const body = { door: "woman", language: "sv", proof };
    tell(await askAt(order.port, "POST", paths.open, { host: order.host, body }), tally);
  };
  await repeat(4, () => work().catch(() => void tally.cut++), until);
};

async function solve({ port, host }: Order): Promise<object> {
  const asked = await askAt(port, "POST", paths.challenge, { host, body: {} });
  const { challenge } = JSON.parse(asked.text) as { challenge: Challenge };
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution };
}
