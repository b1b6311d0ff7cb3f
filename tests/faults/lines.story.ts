// What a peer leaves behind who vanished without a word.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveSides } from "../factories/live-sides.server.ts";
import { Network } from "../factories/network.server.ts";

let sides: LiveSides;
beforeEach(async () => {
  sides = await LiveSides.open();
});
afterEach(() => sides.close());

/** Pings come every 25 seconds, and one may go unanswered; a poll is forgotten after a wait and some. */
const LET_GO_MS = 100_000;

describe.each([
  ["a socket", false],
  ["long polls", true],
])("a peer that vanishes without a word, over %s", (_, blocked) => {
  test("is let go by the server, and by itself finds its way back", async () => {
    const id = await sides.begin();
    const line = await Network.open(() => sides.server.port);
    const gone = sides.side("a", id, blocked, () => line.port);
    const there = sides.side("b", id, false);
    await gone.say("before");
    await vi.waitFor(() => expect(there.present.at(-1)).toEqual(["a", "b"]), { timeout: 10_000 });
    // Its page sleeps: nothing wakes it, and for a while no new line is to be had either.
    line.behave(() => ({ deafAfter: 1 }));
    line.freeze();
    const meanwhile = gone.say("meanwhile");
    await vi.waitFor(() => expect(there.present.at(-1)).toEqual(["b"]), { timeout: LET_GO_MS });
    line.behave(() => ({}));
    expect(await meanwhile).toBe(3);
    await vi.waitFor(() => expect(there.heard).toEqual(["1!", "2:before", "3:meanwhile"]), {
      timeout: 10_000,
    });
    await line.close();
  });
});
