import type { Channel, ChannelHandlers, Link } from "../../platform/live/link.browser.ts";

type Side = { handlers: ChannelHandlers; next: number; busy: boolean };

/** A log as the server keeps it, in memory: numbers what is appended and tells every side, the sender too. */
export class MemoryLog {
  readonly frames: {
    seq: number;
    kind: 0 | 1;
    tab: Uint8Array;
    ref: number;
    payload: Uint8Array;
  }[] = [];
  readonly #sides = new Set<Side>();
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

  #channel(tab: Uint8Array, handlers: ChannelHandlers): Channel {
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

  async #pump(side: Side): Promise<void> {
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
