import { Agent, request } from "node:http";
import { percentile } from "../frame/statistics.ts";

export interface Server {
  readonly port: number;
  readonly host: string;
  readonly cookie: string;
}

/** Milliseconds until the answer is there whole; any status but those expected is a fault of the measurement. */
function ask(
  agent: Agent,
  server: Server,
  { path, expected }: { readonly path: string; readonly expected: readonly number[] },
  body: object,
): Promise<number> {
  const sent = JSON.stringify(body);
  const headers = {
    ...{ Host: server.host, Origin: `http://${server.host}`, Cookie: server.cookie },
    ...{ "Content-Type": "application/json", "Content-Length": Buffer.byteLength(sent) },
  };
  const began = performance.now();
  const where = { agent, port: server.port, host: "127.0.0.1", method: "POST", path, headers };
  return new Promise((resolve, reject) => {
    const asked = request(where, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const took = performance.now() - began;
        if (expected.includes(answer.statusCode ?? 0)) return resolve(took);
        const said = Buffer.concat(parts).toString().slice(0, 200);
        reject(new Error(`${path} was answered with ${answer.statusCode}: ${said}`));
      });
    });
    asked.on("error", reject);
    asked.end(sent);
  });
}

export interface Waits {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** All of these, `lanes` at a time, each as soon as the one before it is answered. */
export async function askAll(
  server: Server,
  path: string,
  bodies: readonly object[],
  lanes: number,
  expected: readonly number[] = [200],
): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const waits: number[] = [];
  const queue = bodies.values();
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (const body of queue) waits.push(await ask(agent, server, { path, expected }, body));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    ...{ p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) },
    perSecond: waits.length / seconds,
  };
}
