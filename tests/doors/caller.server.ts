import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { decodePolled, encodePolled, POLL_FLAGS } from "../../src/platform/live/poll-wire.ts";
import { openSocket, post } from "../factories/live-server.server.ts";
import { soon } from "../factories/soon.ts";

/** One who calls on the live connection without our page: says what it likes, keeps all it hears. */
export interface Caller {
  readonly texts: Readonly<Record<string, unknown>>[];
  readonly frames: Uint8Array[];
  say(message: object | Uint8Array<ArrayBuffer>): void;
  /** Waits for a text like this one. */
  hears(text: object): Promise<void>;
  close(): void;
}

export type Call = (port: number, host: string) => Promise<Caller>;

const heardBy = (texts: Caller["texts"]) => (text: object) =>
  soon(() => expect(texts).toContainEqual(expect.objectContaining(text)));

export const bySocket: Call = async (port, host) => {
  const texts: Record<string, unknown>[] = [];
  const frames: Uint8Array[] = [];
  const socket = openSocket(port, { Host: host, Origin: `http://${host}` });
  socket.on("message", (data: Buffer, isBinary) => {
    if (isBinary) frames.push(data);
    else texts.push(JSON.parse(data.toString("utf8")) as Record<string, unknown>);
  });
  await new Promise((done) => socket.on("open", done));
  return {
    ...{ texts, frames, hears: heardBy(texts) },
    say: (message) =>
      socket.send(message instanceof Uint8Array ? message : JSON.stringify(message)),
    close: () => socket.terminate(),
  };
};

export const byPolls: Call = async (port, host) => {
  const texts: Record<string, unknown>[] = [];
  const frames: Uint8Array[] = [];
  const session = new Uint8Array(randomBytes(16));
  const headers = { Host: host, Origin: `http://${host}` };
  const ended = new AbortController();
  const ask = (flags: number, said: (string | Uint8Array<ArrayBuffer>)[] = []) =>
    post(port, encodePolled(session, flags, said), headers, ended.signal);
  const listen = async (): Promise<void> => {
    for (;;) {
      const { status, bytes } = await ask(POLL_FLAGS.wait);
      if (status !== 200) return;
      for (const one of decodePolled(bytes) ?? []) {
        if (typeof one === "string") texts.push(JSON.parse(one) as Record<string, unknown>);
        else frames.push(one);
      }
    }
  };
  await ask(POLL_FLAGS.begin);
  void listen().catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...{ texts, frames, hears: heardBy(texts) },
    say(message) {
      const said = message instanceof Uint8Array ? message : JSON.stringify(message);
      last = last.then(() => ask(0, [said])).catch(() => undefined);
    },
    close: () => ended.abort(),
  };
};

export const hello = (token: string): object => ({ t: "auth", v: 1, token });
export const openChannel = (conversation: string, ch = 1): object => {
  const tab = randomBytes(16).toString("base64url");
  return { t: "open", ch, conversation, tab, after: 0 };
};
