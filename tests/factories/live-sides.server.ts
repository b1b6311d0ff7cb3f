import { randomBytes } from "node:crypto";
import { type Live, type LiveApp } from "../../src/platform/live/index.server.ts";
import { type Link, type LinkState, openLink } from "../../src/platform/live/link.browser.ts";
import { eventFrame, textOf } from "./live.server.ts";
import { type LiveGround, liveGround, type LiveServer } from "./live-server.server.ts";
import { nodeEnvironment } from "./page-side.server.ts";

/** Lets everybody in who gives a name; the name is who she is. */
export const openToAll = (live: Live): LiveApp => ({
  async welcome(token) {
    if (token === "stranger") return undefined;
    return {
      who: token,
      async admit(log) {
        if (!(await live.log.has(log))) return "gone";
        return {
          by: new Uint8Array(16).fill(token.charCodeAt(0)),
          label: token,
          mayWrite: () => token !== "listener",
          show: (event) => event.payload,
          present: () => ({ names: [...live.presence.at(log)].toSorted() }),
          opened: () => undefined,
        };
      },
      left: () => undefined,
    };
  },
});

/** What one tab was told, and what it may do. */
export type LiveSide = ReturnType<LiveSides["side"]>;

/** A ground with one server that lets everybody in, and tabs that talk there by the page's own link. */
export class LiveSides {
  readonly ground: LiveGround;
  server: LiveServer;
  readonly #links: Link[] = [];

  private constructor(ground: LiveGround, server: LiveServer) {
    this.ground = ground;
    this.server = server;
  }

  static async open(): Promise<LiveSides> {
    const ground = await liveGround();
    return new LiveSides(ground, await ground.serve(openToAll));
  }

  async begin(): Promise<string> {
    const made = await this.server.live.log.create(eventFrame({ e: "opened" }));
    if (!made.ok) throw new Error("no log was made");
    return made.value;
  }

  side(name: string, conversation: string, blocked: boolean, port = () => this.server.port) {
    const environment = nodeEnvironment(port, blocked);
    const states: LinkState[] = [];
    const heard: string[] = [];
    const codes: string[] = [];
    const counts = { typing: 0 };
    const present: string[][] = [];
    const link = openLink({
      token: async () => name,
      onState: (state) => states.push(state),
      environment,
    });
    this.#links.push(link);
    const channel = link.channel({
      conversation,
      tab: randomBytes(16),
      handlers: {
        frame: ({ seq, kind, payload }) =>
          void heard.push(kind === 1 ? `${seq}:${textOf(payload)}` : `${seq}!`),
        typing: () => void counts.typing++,
        present: ({ names }: { names: string[] }) => void present.push(names),
        closed: (code) => void codes.push(code),
      },
    });
    const say = (text: string): Promise<number> => channel.append(new TextEncoder().encode(text));
    return { link, channel, states, heard, codes, counts, present, say, environment };
  }

  async close(): Promise<void> {
    for (const link of this.#links.splice(0)) link.close();
    await this.ground.close();
  }
}
