import { signal } from "@preact/signals";
import type { Channel, Link } from "../../src/platform/live/link.browser.ts";
import {
  createSession,
  createSuite,
  draftDelegate,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
  type Self,
  type Suite,
  toBase64url,
} from "../../src/protocol/index.ts";
import { openTalk, type Talk, type TalkOptions } from "../../src/conversations/talk.browser.ts";

const HOUR = 3_600_000;
type Handlers = Parameters<Link["channel"]>[0]["handlers"];

/** A log as the server keeps it, in memory: numbers what is appended and tells every side, the sender too. */
export class MemoryLog {
  readonly frames: {
    seq: number;
    kind: 0 | 1;
    tab: Uint8Array;
    ref: number;
    payload: Uint8Array;
  }[] = [];
  readonly #sides = new Set<{ handlers: Handlers; next: number; busy: boolean }>();
  /** While false, what is appended lies on its way. */
  flowing = true;
  #waiting: (() => void)[] = [];

  link(): Link {
    return {
      channel: ({ tab, handlers }) => this.#channel(tab, handlers),
      close: () => undefined,
    } as Link;
  }

  say(event: object): void {
    const payload = new TextEncoder().encode(JSON.stringify(event));
    this.#add({ kind: 0, tab: new Uint8Array(16), ref: 0, payload });
  }

  flow(): void {
    this.flowing = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  #channel(tab: Uint8Array, handlers: Handlers): Channel {
    const side = { handlers, next: 0, busy: false };
    this.#sides.add(side);
    let ref = 0;
    void this.#pump(side);
    return {
      append: (payload: Uint8Array) =>
        new Promise<number>((resolve) => {
          const go = (): void => resolve(this.#add({ kind: 1, tab, ref: ++ref, payload }));
          if (this.flowing) queueMicrotask(go);
          else this.#waiting.push(go);
        }),
      typing: () => {
        for (const other of this.#sides) if (other !== side) other.handlers.typing?.();
      },
      close: () => void this.#sides.delete(side),
    } as Channel;
  }

  #add(frame: Omit<(typeof this.frames)[number], "seq">): number {
    const seq = this.frames.length + 1;
    this.frames.push({ ...frame, seq });
    for (const side of this.#sides) void this.#pump(side);
    return seq;
  }

  async #pump(side: { handlers: Handlers; next: number; busy: boolean }): Promise<void> {
    if (side.busy) return;
    side.busy = true;
    for (;;) {
      const frame = this.frames[side.next];
      if (!frame || !this.#sides.has(side)) break;
      side.next++;
      await side.handlers.frame(frame);
    }
    side.busy = false;
  }
}

/** A jour of one founder with two trained women, and conversations over a log in memory. */
export async function talkWorld() {
  const suite = await createSuite();
  const now = Date.now();
  const [jour, face, conversation] = [suite.random(16), suite.random(16), suite.random(16)];
  const [root, delegate] = [suite.random(32), suite.random(32)];
  const base = { jour, at: now - HOUR };
  const rootEntry = await makeEntry(
    suite,
    "root",
    draftRoot({
      ...base,
      previous: new Uint8Array(32),
      version: 1,
      m: 1,
      keys: [await suite.ed25519.publicKey(root)],
    }),
    [root],
  );
  const delegateEntry = await makeEntry(
    suite,
    "delegate",
    draftDelegate({
      ...base,
      previous: await suite.sha256(rootEntry),
      key: await suite.ed25519.publicKey(delegate),
      until: now + 24 * HOUR,
    }),
    [root],
  );
  const head = await suite.sha256(delegateEntry);
  const women = await Promise.all(["Sara", "Kim"].map((alias) => woman(suite, alias, now)));
  const directory = await makeDirectory(suite, delegate, {
    ...base,
    version: 1,
    previous: new Uint8Array(32),
    head,
    expires: now + 24 * HOUR,
    members: women.map(({ member }) => member),
  });
  const trust = { log: [rootEntry, delegateEntry], directory };
  const log = new MemoryLog();

  async function join(self: Self, more: Partial<TalkOptions> = {}): Promise<Talk> {
    const options = { suite, conversation, self, jour, face, trust: () => trust, now: Date.now };
    return openTalk({
      link: log.link(),
      connected: signal(true),
      conversation: toBase64url(conversation),
      role: self.role,
      session: await createSession(options),
      ...more,
    });
  }

  /** The same shift key may sit in a new tab: that is what a reload is. */
  async function dutyOf(alias: string): Promise<Self> {
    const found = women.find((one) => one.alias === alias);
    if (!found) throw new Error(`nobody is called ${alias}`);
    const duty = await makeDuty(suite, found.identity, {
      jour,
      face,
      member: found.member.id,
      key: await suite.ed25519.publicKey(found.dutySeed),
      alias,
      from: now - HOUR,
      until: now + HOUR,
      head,
    });
    return { role: "volunteer", duty, dutySeed: found.dutySeed };
  }

  return { log, join, dutyOf };
}

async function woman(suite: Suite, alias: string, now: number) {
  const identity = suite.random(32);
  const member = {
    id: suite.random(16),
    role: "volunteer" as const,
    teams: ["conversations"],
    identity: await suite.ed25519.publicKey(identity),
    sealKeyHash: suite.random(32),
    validFrom: now - HOUR,
    validUntil: now + 24 * HOUR,
  };
  return { alias, identity, dutySeed: suite.random(32), member };
}
