import { mkdirSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";

const INSPECTOR = "http://127.0.0.1:9229/json";
const INTERVAL_MICROSECONDS = 250;

/** Watches where a Node program spends its time, from now until `end`, which resolves to the file. */
export async function profile(pid: number): Promise<{ end(file: string): Promise<void> }> {
  process.kill(pid, "SIGUSR1");
  const socket = new WebSocket(await addressOf(), {
    ...{ maxPayload: 2 ** 30, perMessageDeflate: false },
  });
  await new Promise((resolve) => socket.once("open", resolve));
  let asked = 0;
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++asked;
      socket.on("message", function hear(data: Buffer) {
        const answer = JSON.parse(data.toString("utf8")) as { id: number; result: unknown };
        if (answer.id !== id) return;
        socket.off("message", hear);
        resolve(answer.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await ask("Profiler.enable");
  await ask("Profiler.setSamplingInterval", { interval: INTERVAL_MICROSECONDS });
  await ask("Profiler.start");
  return {
    async end(file) {
      const { profile: found } = (await ask("Profiler.stop")) as { profile: object };
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, JSON.stringify(found));
      socket.close();
    },
  };
}

async function addressOf(): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const found = await targets().catch(() => undefined);
    if (found?.[0]) return found[0].webSocketDebuggerUrl;
    await sleep(20);
  }
  throw new Error("the program does not open its inspector");
}

function targets(): Promise<{ webSocketDebuggerUrl: string }[]> {
  return new Promise((resolve, reject) => {
    get(INSPECTOR, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString("utf8")));
      answer.on("end", () => resolve(JSON.parse(text) as { webSocketDebuggerUrl: string }[]));
    }).on("error", reject);
  });
}
