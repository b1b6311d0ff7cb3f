import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { ended, findProgram, freePort, untilListening } from "./programs.server.ts";
import { soon } from "./soon.ts";

/** HAProxy with the configuration that a jour uses. */
export interface Proxy {
  readonly port: number;
  /** Leads new sockets and requests to these processes only; what is there stays. */
  lead(to: readonly ("a" | "b")[]): Promise<void>;
  /** How many requests and sockets each process has open through it. */
  open(): Promise<{ a: number; b: number }>;
  close(): Promise<void>;
}

interface Ports {
  readonly a: number;
  readonly b: number;
}

/** In its place where HAProxy is not installed: each connection goes to the first process that takes it. */
export async function openForwarder(ports: Ports): Promise<Proxy> {
  let leading: readonly ("a" | "b")[] = ["a", "b"];
  const open = { a: 0, b: 0 };
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => client.destroy()).on("close", () => clients.delete(client));
    const reach = ([name, ...others]: readonly ("a" | "b")[]): void => {
      if (name === undefined) return void client.destroy();
      const process = connect(ports[name], "127.0.0.1");
      process.once("error", () => reach(others));
      process.once("connect", () => {
        process.removeAllListeners("error");
        open[name]++;
        client.pipe(process).pipe(client);
        process.on("error", () => process.destroy());
        process.on("close", () => {
          open[name]--;
          client.destroy();
        });
        client.on("close", () => process.destroy());
      });
    };
    reach(leading);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    lead: async (to) => void (leading = to),
    open: async () => ({ ...open }),
    async close() {
      for (const client of clients) client.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

export async function openProxy(ports: Ports): Promise<Proxy> {
  const program = findProgram("haproxy");
  if (program === undefined) throw new Error("there is no haproxy here");
  const directory = mkdtempSync(join(tmpdir(), "lykta-proxy-"));
  const socket = join(directory, "admin");
  const port = await freePort();
  const child = spawn(program, ["-db", "-f", "deploy/haproxy.cfg"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      LYKTA_PROXY_SOCKET: socket,
      LYKTA_PROXY_BIND: `127.0.0.1:${port}`,
      LYKTA_PROCESS_A: `127.0.0.1:${ports.a}`,
      LYKTA_PROCESS_B: `127.0.0.1:${ports.b}`,
    },
  });
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  await untilListening(port).catch(() => {
    throw new Error(`HAProxy does not start:\n${said}`);
  });
  /** What HAProxy says of a process, in each of its backends. */
  async function column(title: string): Promise<(name: string) => string[]> {
    const rows = (await command(socket, "show stat")).split("\n").map((row) => row.split(","));
    const at = rows[0]?.indexOf(title) ?? -1;
    return (name) => rows.filter((row) => row[1] === name).map((row) => row[at] ?? "");
  }

  return {
    port,
    async lead(to) {
      for (const name of ["a", "b"] as const) {
        const state = to.includes(name) ? "ready" : "drain";
        for (const backend of ["processes", "polls", "forms"])
          await command(socket, `set server ${backend}/${name} state ${state}`);
      }
      // One that was away is asked for only once HAProxy has seen that it is back.
      await soon(async () => {
        const states = await column("status");
        for (const state of to.flatMap(states)) expect(state).toMatch(/^UP/);
      });
    },
    async open() {
      const current = await column("scur");
      const of = (name: string): number =>
        current(name).reduce((sum, value) => sum + Number(value), 0);
      return { a: of("a"), b: of("b") };
    },
    close: () => close(child, directory),
  };
}

async function close(child: ChildProcess, directory: string): Promise<void> {
  await ended(child, "SIGKILL");
  rmSync(directory, { recursive: true, force: true });
}

function command(path: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(path, () => socket.write(`${text}\n`));
    socket.on("data", (part: Buffer) => (answer += part.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}
