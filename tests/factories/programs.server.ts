import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Programs of the system that some tests need; undefined where they are not installed. */
export function findProgram(name: string): string | undefined {
  const directories = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/usr/sbin",
    "/usr/local/sbin",
  ];
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

/** A port of the loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const isOpen = await new Promise<boolean>((answer) => {
      const socket = connect(port, "127.0.0.1", () => answer(true));
      socket.on("error", () => answer(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(20);
  }
  throw new Error(`nobody listens on ${port}`);
}

export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** A NATS server of our own on the loopback, which can be killed and started again. */
export interface Nats {
  readonly address: string;
  readonly port: number;
  start(): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function openNats(): Promise<Nats> {
  const program = findProgram("nats-server");
  if (program === undefined) throw new Error("there is no nats-server here");
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), "lykta-nats-"));
  let child: ChildProcess | undefined;
  const nats: Nats = {
    address: `nats://127.0.0.1:${port}`,
    port,
    async start() {
      const args = ["--addr", "127.0.0.1", "--port", String(port)];
      child = spawn(program, args, { cwd: directory, stdio: "ignore" });
      await untilListening(port);
    },
    kill: async () => child && (await ended(child, "SIGKILL")),
    async close() {
      await nats.kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await nats.start();
  return nats;
}
