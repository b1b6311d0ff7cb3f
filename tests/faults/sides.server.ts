import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Channel, type Link, openLink } from "../../src/platform/live/link.browser.ts";
import { nodeEnvironment } from "../factories/page-side.server.ts";
import type { Frame, Said } from "./check.ts";

export interface SideOptions {
  readonly conversation: string;
  readonly name: string;
  /** Where the network listens that leads to the house. */
  readonly port: () => number;
  /** A network that knows no sockets: long polls. */
  readonly blocked: boolean;
}

/** One tab that follows a conversation with the page's own link, and keeps account of all it is told. */
export class Side {
  readonly tab: string;
  readonly name: string;
  readonly said: Said[] = [];
  readonly heard: Frame[] = [];
  readonly codes: string[] = [];
  readonly #environment: ReturnType<typeof nodeEnvironment>;
  readonly #link: Link;
  readonly #channel: Channel;

  constructor(options: SideOptions) {
    const tab = randomBytes(16);
    this.tab = tab.toString("base64url");
    this.name = options.name;
    this.#environment = nodeEnvironment(options.port, options.blocked);
    this.#link = openLink({
      token: async () => options.name,
      onState: () => undefined,
      environment: this.#environment,
    });
    this.#channel = this.#link.channel({
      ...{ conversation: options.conversation, tab },
      handlers: {
        frame: (frame) => {
          const text = Buffer.from(frame.payload).toString("latin1");
          const from = frame.kind === 1 ? Buffer.from(frame.tab).toString("base64url") : "";
          this.heard.push({ seq: frame.seq, kind: frame.kind, tab: from, text });
        },
        closed: (code) => void this.codes.push(code),
      },
    });
  }

  /** Says a text of so many bytes, of which no two are alike. */
  say(bytes: number): void {
    const turn = this.said.length + 1;
    const mark = `${turn} of ${this.name} `;
    const text = `${mark}${randomBytes(12).toString("hex")} `.padEnd(bytes, "x");
    const said: Said = { tab: this.tab, turn, text, seq: undefined };
    this.said.push(said);
    this.#channel.append(Buffer.from(text, "latin1")).then(
      (seq) => void (said.seq = seq),
      () => undefined,
    );
  }

  get isAcknowledged(): boolean {
    return this.said.every(({ seq }) => seq !== undefined);
  }

  /** The page came to the front again: it looks at once whether its line is alive. */
  wake(): void {
    this.#environment.wake();
  }

  close(): void {
    this.#link.close();
  }
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly error?: string };
}

const ANSWER_MS = 20_000;

/** One request to the house; undefined when no answer came, whatever was done. */
export function ask(port: number, path: string): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const options = { port, path, host: "127.0.0.1", method: "POST", agent: false };
    const asked = request(options, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString("utf8")));
      response.on("error", () => resolve(undefined));
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        // An answer that was cut short is none.
        if (!response.complete) return resolve(undefined);
        resolve({ status, body: JSON.parse(text) as Answer["body"] });
      });
    });
    asked.setTimeout(ANSWER_MS, () => asked.destroy());
    asked.on("error", () => resolve(undefined));
    asked.on("close", () => resolve(undefined));
    asked.end();
  });
}

/** Asks until it is answered with 200, as a page does; undefined when `patienceMs` are over. */
export async function askUntilDone(
  port: () => number,
  path: string,
  patienceMs: number,
): Promise<Answer | undefined> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const answer = await ask(port(), path);
    if (answer?.status === 200) return answer;
    await sleep(50);
  }
  return undefined;
}
