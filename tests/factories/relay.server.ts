import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server that takes what it is given, or says what it was told to say. */
export interface Relay {
  readonly port: number;
  /** Each mail as it came. */
  readonly taken: string[];
  /** What it answers to the address of a receiver: 250 unless told otherwise. */
  says: number;
  /** Takes a mail and hangs up instead of saying so. */
  isMute: boolean;
  close(): Promise<void>;
}

export async function openRelay(): Promise<Relay> {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ logger: false, authOptional: true, disabledCommands: ["STARTTLS"] },
    onRcptTo: (_address, _session, callback) =>
      callback(
        relay.says === 250 ? null : Object.assign(new Error("no"), { responseCode: relay.says }),
      ),
    onData(stream, _session, callback) {
      const isMute = relay.isMute;
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => void pieces.push(piece));
      stream.on("end", () => {
        taken.push(Buffer.concat(pieces).toString());
        if (isMute) for (const line of lines) line.destroy();
        else callback();
      });
    },
  });
  server.on("error", () => undefined);
  const lines = new Set<Socket>();
  server.server.on("connection", (line: Socket) => {
    lines.add(line);
    line.once("close", () => lines.delete(line));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const relay: Relay = {
    port: (server.server.address() as AddressInfo).port,
    ...{ taken, says: 250, isMute: false },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return relay;
}
