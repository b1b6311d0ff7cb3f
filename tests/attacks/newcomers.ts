import { setTimeout as sleep } from "node:timers/promises";
import { RawSocket } from "../../bench/live/raw-socket.ts";
import type { Visitor } from "../../bench/live/crowd.ts";
import { askAt } from "../factories/asking.server.ts";

/** As long as the page itself waits for its line to open, before it tries again (`link.browser.ts`). */
const TRY_MS = 8000;

/** Milliseconds that an honest one needs until she is in, however often she has to try; undefined: not at all. */
export interface Newcomers {
  readonly page: number | undefined;
  readonly resume: number | undefined;
  /** What stood in the way of those who did not come in at once. */
  readonly hindrances: readonly string[];
}

/** While an attack goes on: somebody opens the page, and somebody comes back to her conversation. */
export async function comeIn(port: number, seeker: Visitor, seconds: number): Promise<Newcomers> {
  const until = performance.now() + seconds * 1000;
  const page = async (): Promise<void> => {
    const { status } = await askAt(port, "GET", "/contact/", { host: seeker.host });
    if (status !== 200) throw new Error(`the page was answered with ${status}`);
  };
  const hindrances: string[] = [];
  const [first, second] = await Promise.all([
    insist(page, until, hindrances),
    insist(() => resume(port, seeker), until, hindrances),
  ]);
  return { page: first, resume: second, hindrances };
}

async function insist(
  work: () => Promise<void>,
  until: number,
  hindrances: string[],
): Promise<number | undefined> {
  const began = performance.now();
  while (performance.now() < until) {
    const late = sleep(TRY_MS).then(() => Promise.reject(new Error("too late")));
    const isIn = await Promise.race([work(), late]).then(
      () => true,
      (fault: Error) => {
        hindrances.push(fault.message);
        return false;
      },
    );
    late.catch(() => undefined);
    if (isIn) return performance.now() - began;
    await sleep(100);
  }
  return undefined;
}

function resume(port: number, { host, token }: Visitor): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new RawSocket(port, host, {
      text(text) {
        if (!text.startsWith('{"t":"ready"')) return reject(new Error(text));
        resolve();
        socket.end();
      },
      bytes: () => undefined,
      closed: () => reject(new Error("closed")),
    });
    void socket.opened().then(() => socket.text(JSON.stringify({ t: "auth", v: 1, token })));
  });
}
