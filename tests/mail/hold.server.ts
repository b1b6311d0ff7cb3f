import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a program and a server, and can hold the line just before a command passes. */
export interface Hold {
  readonly port: number;
  /** Resolves when the command has come, and is held. */
  held(): Promise<void>;
  /** From now on everything passes. */
  release(): void;
  close(): Promise<void>;
}

export async function holdOnCommand(to: number, command: RegExp): Promise<Hold> {
  let isOpen = false;
  let told: () => void = () => undefined;
  const came = new Promise<void>((resolve) => (told = resolve));
  const sockets = new Set<Socket>();
  const server = createServer((program) => {
    const behind = connect(to, "127.0.0.1");
    let isHeld = false;
    for (const socket of [program, behind]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
    program.on("data", (piece: Buffer) => {
      isHeld ||= !isOpen && command.test(piece.toString("latin1"));
      if (isHeld) told();
      else behind.write(piece);
    });
    behind.on("data", (piece: Buffer) => void program.write(piece));
    program.on("close", () => behind.destroy());
    behind.on("close", () => program.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    held: () => came,
    release: () => void (isOpen = true),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
