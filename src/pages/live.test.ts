import { describe, expect, it } from "vitest";
import { ahead, liveVersion, type Standing, stateOf } from "./live.ts";
import { searchQuery } from "./search.ts";

const standing = (change: Partial<Standing>): Standing => ({
  ...{ latest: 3, published: null, scheduled: null, scheduledAt: null },
  ...change,
});

describe("what everybody reads", () => {
  it("is nothing before it is published, and then that version whatever is saved", () => {
    expect(liveVersion(standing({}), 10)).toBeNull();
    expect(liveVersion(standing({ published: 2 }), 10)).toBe(2);
  });

  it("changes at the time, to the millisecond, without anybody doing anything", () => {
    const waits = standing({ published: 1, scheduled: 3, scheduledAt: 1000 });
    expect([999, 1000, 1001].map((now) => liveVersion(waits, now))).toEqual([1, 3, 3]);
    expect([999, 1000].map((now) => ahead(waits, now))).toEqual([{ version: 3, at: 1000 }, null]);
  });

  it("is told in a word", () => {
    const waits = standing({ scheduled: 3, scheduledAt: 1000 });
    expect(stateOf(standing({}), 5)).toBe("draft");
    expect(stateOf(standing({ published: 3 }), 5)).toBe("published");
    expect(stateOf(standing({ published: 2 }), 5)).toBe("changed");
    expect([stateOf(waits, 5), stateOf(waits, 1000)]).toEqual(["scheduled", "published"]);
  });
});

describe("what is searched for", () => {
  it("is all words, each also as the beginning of a longer one", () => {
    expect(searchQuery("  vårdnad, tvist!")).toBe("vårdnad:* & tvist:*");
    expect(searchQuery("' ) | :* \\ --")).toBeUndefined();
    expect(searchQuery("a:b|c&!d<->e")).toBe("a:* & b:* & c:* & d:* & e:*");
    expect(searchQuery("x ".repeat(500))?.split("&")).toHaveLength(8);
  });
});
