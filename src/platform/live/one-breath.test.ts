import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type LiveGround,
  liveGround,
  type LiveServer,
  openTalker,
} from "../../../tests/factories/live-server.server.ts";
import { eventFrame } from "../../../tests/factories/live.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import { openLink } from "./link.browser.ts";
import type { SocketLike } from "./link-transport.browser.ts";

// On a slow line each round trip is a sixth of a second: who she is and what she follows go together.

describe("said in one breath with who she is", () => {
  let ground: LiveGround;
  let server: LiveServer;
  let log: string;
  let answer: ((known: boolean) => void) | undefined;

  beforeEach(async () => {
    ground = await liveGround();
    const known = new Promise<boolean>((done) => (answer = done));
    server = await ground.serve((live) => ({
      async welcome(token) {
        if (!(await known)) return undefined;
        const seat = {
          ...{ by: new Uint8Array(16), label: token, mayWrite: () => true },
          ...{ show: () => new Uint8Array(), present: () => ({}), opened: () => undefined },
        };
        const admit = async (one: string) => ((await live.log.has(one)) ? seat : "gone");
        return { who: token, admit, left: () => undefined };
      },
    }));
    const made = await server.live.log.create(eventFrame({ e: "opened" }));
    log = made.ok ? made.value : "";
  });
  afterEach(() => ground.close());

  async function saidTogether() {
    const talker = await openTalker(server.port, false);
    talker.socket.send(JSON.stringify({ t: "auth", v: 1, token: "mira" }));
    const tab = randomBytes(16).toString("base64url");
    const open = { t: "open", ch: 1, conversation: log, tab, after: 0 };
    talker.socket.send(JSON.stringify(open));
    talker.socket.send('{"t":"ping"}');
    return talker;
  }

  test("is heard once she is known, in the order in which it was said", async () => {
    const talker = await saidTogether();
    answer?.(true);
    await soon(() => expect(talker.frames).toHaveLength(1));
    const kinds = talker.texts.map(({ t }) => t);
    expect(kinds[0]).toBe("ready");
    expect([...kinds].sort()).toEqual(expect.arrayContaining(["opened", "pong", "ready"]));
  });

  test("is not heard of somebody who is refused", async () => {
    const talker = await saidTogether();
    answer?.(false);
    expect(await talker.closed()).toBe("4000 token-refused");
    expect(talker.texts).toEqual([{ t: "error", code: "token-refused" }]);
    expect(talker.frames).toEqual([]);
  });
});

describe("a link", () => {
  interface Sent extends SocketLike {
    readonly sent: string[];
  }

  function ground() {
    const sockets: Sent[] = [];
    const states: string[] = [];
    let give: ((token: string) => void) | undefined;
    let refuse: ((why: Error) => void) | undefined;
    const link = openLink({
      token: () =>
        new Promise((done, fail) => {
          give = done;
          refuse = fail;
        }),
      onState: (state) => states.push(state),
      environment: {
        url: "http://mira.localhost/live",
        onWake: () => () => undefined,
        post: () => Promise.reject(new Error("no polls here")),
        openSocket() {
          const sent: string[] = [];
          const none = { onopen: null, onmessage: null, onclose: null, onerror: null };
          const socket: Sent = {
            ...{ ...none, sent, binaryType: "", close: () => undefined },
            send: (data) => void sent.push(String(data)),
          };
          sockets.push(socket);
          return socket;
        },
      },
    });
    const conversation = randomBytes(16).toString("base64url");
    link.channel({ conversation, tab: randomBytes(16), handlers: { frame() {}, closed() {} } });
    const said = () => sockets.flatMap(({ sent }) => sent.map((text) => JSON.parse(text).t));
    return {
      link,
      sockets,
      states,
      said,
      give: () => give?.("t"),
      refuse: () => refuse?.(new Error("away")),
    };
  }

  test("opens its way while the token is fetched, and then says all at once", async () => {
    const one = ground();
    expect(one.sockets).toHaveLength(1);
    one.sockets[0]?.onopen?.(undefined as never);
    await Promise.resolve();
    expect(one.said()).toEqual([]);
    one.give();
    await soon(() => expect(one.said()).toEqual(["auth", "open"]));
    one.link.close();
  });

  test("says nothing without a token, and tries again", async () => {
    const one = ground();
    one.sockets[0]?.onopen?.(undefined as never);
    one.refuse();
    await soon(() => expect(one.sockets.length).toBeGreaterThan(1));
    expect(one.said()).toEqual([]);
    expect(one.states.slice(0, 3)).toEqual(["connecting", "lost", "connecting"]);
    one.link.close();
  });
});
