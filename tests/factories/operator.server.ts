import { request as httpRequest } from "node:http";
import { z } from "zod";

/** What somebody's telephone does when it rings. */
export type Does = "answers" | "silent" | "busy" | "off";

/** What happened with one call, as the operator and the telephones in it saw it. */
export interface CallStory {
  /** Every telephone that rang, what its display showed, and for how long it may have rung. */
  readonly rang: readonly { number: string; shows: string; seconds: number }[];
  /** Who answered. */
  readonly talkedTo: string | null;
  /** What the caller was played: where it was fetched, and the sound. */
  readonly heard: readonly { path: string; type: string; sound: Buffer }[];
  /** All that was posted and answered, word for word. */
  readonly posts: readonly Post[];
  /** The last thing that happened. */
  readonly end: "talked" | "played" | "hung-up" | "given-up" | "caller-left";
}
export interface Post {
  readonly path: string;
  readonly form: string;
  readonly status: number;
  readonly text: string;
}

const number = /^\+[1-9][0-9]{6,14}$/;
const url = z.string().regex(/^https?:\/\/\S+$/);
/** The actions of https://46elks.se/docs/call-actions that are used here; nothing else is understood. */
const action = z.union([
  z.strictObject({
    connect: z.string().refine((list) => list.split(",").every((one) => number.test(one))),
    callerid: z.string().regex(number),
    timeout: z.string().regex(/^\d+$/),
    next: url,
    whenhangup: url,
  }),
  z.strictObject({ play: url, skippable: z.boolean() }),
  z.strictObject({ hangup: z.enum(["busy", "reject", "404"]) }),
]);

interface Ringing {
  readonly from: string;
  readonly to: string;
  /** Set on the number: asked when somebody rings. */
  readonly voiceStart: string;
  /** The caller puts the receiver down while the first telephone rings. */
  readonly leaves?: boolean;
}

/** An answer that is not in the range 200 to 204 is asked for again; here at once, and not for six hours. */
const TRIES = 5;

/**
 * The operator, by its public documentation (https://46elks.se/docs: receive-call, call-actions,
 * voice-connect, voice-play): posts forms, follows the JSON that it is answered with.
 */
export class ElksEmulator {
  readonly #port: () => number;
  /** Telephones that are there, by number; what is not here is switched off. */
  readonly phones = new Map<string, Does | (() => Promise<Does>)>();

  /** `port`: where the next request is led, as by a proxy. */
  constructor(port: () => number) {
    this.#port = port;
  }

  async call({ from, to, voiceStart, leaves = false }: Ringing): Promise<CallStory> {
    const story = { rang: [], heard: [], posts: [] } as {
      -readonly [K in "rang" | "heard" | "posts"]: CallStory[K][number][];
    };
    const call = `c${crypto.randomUUID().replaceAll("-", "")}`;
    const created = new Date().toISOString().slice(0, -1);
    const common = { direction: "incoming", callid: call, from, to, created };
    const ask = async (address: string, more = {}): Promise<string | undefined> => {
      for (let tries = 0; tries < TRIES; tries++) {
        const post = await this.post(address, { ...common, ...more });
        story.posts.push(post);
        if (post.status >= 200 && post.status <= 204) return post.text;
      }
      return undefined;
    };
    let talkedTo: string | null = null;
    let hangup: string | null = null;
    const told = async (end: CallStory["end"]): Promise<CallStory> => {
      const actions = JSON.stringify(story.rang.map((one) => ({ connect: one.number })));
      const state = talkedTo === null ? "failed" : "success";
      if (hangup !== null) await ask(hangup, { state, duration: "61", actions });
      return { ...story, talkedTo, end };
    };
    let answer = await ask(voiceStart);
    for (;;) {
      if (answer === undefined) return told("given-up");
      const now = action.parse(JSON.parse(answer));
      if ("hangup" in now) return told(talkedTo === null ? "hung-up" : "talked");
      if ("play" in now) {
        story.heard.push(await this.#fetch(now.play));
        return told("played");
      }
      hangup = now.whenhangup;
      const numbers = now.connect.split(",");
      const seconds = Number(now.timeout);
      story.rang.push(...numbers.map((one) => ({ number: one, shows: now.callerid, seconds })));
      if (leaves) return told("caller-left");
      const all = await Promise.all(numbers.map((one) => this.#ring(one)));
      const answered = numbers[all.indexOf("answers")];
      talkedTo = answered ?? talkedTo;
      const isBusy = all.every((one) => one === "busy");
      const result = answered === undefined ? (isBusy ? "busy" : "failed") : "success";
      answer = await ask(now.next, { result });
    }
  }

  /** One form, sent as the operator sends it: without origin, cookie or page. */
  async post(address: string, fields: Readonly<Record<string, string>>): Promise<Post> {
    const form = new URLSearchParams(fields).toString();
    const type = "application/x-www-form-urlencoded";
    const { status, body } = await this.#send(address, "POST", form, type);
    return { path: new URL(address).pathname, form, status, text: body.toString("utf8") };
  }

  /** Whatever body, of whatever kind. */
  async send(
    address: string,
    body: string,
    type: string,
  ): Promise<{ status: number; text: string }> {
    const answer = await this.#send(address, "POST", body, type);
    return { status: answer.status, text: answer.body.toString("utf8") };
  }

  async #ring(telephone: string): Promise<Does> {
    const does = this.phones.get(telephone) ?? "off";
    return typeof does === "function" ? does() : does;
  }

  async #fetch(address: string): Promise<CallStory["heard"][number]> {
    const { status, type, body } = await this.#send(address, "GET");
    if (status !== 200) throw new Error(`${address} cannot be played: ${status}`);
    return { path: new URL(address).pathname, type, sound: body };
  }

  #send(
    address: string,
    method: string,
    body?: string,
    type = "",
  ): Promise<{ status: number; type: string; body: Buffer }> {
    const { host, pathname } = new URL(address);
    const typed = body === undefined ? {} : { "Content-Type": type };
    const headers = { Host: host, "User-Agent": "46elks/0.2", ...typed };
    return new Promise((resolve, reject) => {
      const place = { port: this.#port(), host: "127.0.0.1", method, path: pathname, headers };
      const asked = httpRequest(place, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const { "content-type": found = "" } = answer.headers;
          resolve({ status: answer.statusCode ?? 0, type: found, body: Buffer.concat(parts) });
        });
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}
