import { describe, expect, it } from "vitest";
import { type DoorFacts, doorSays } from "./door.ts";

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const facts = (more: Partial<DoorFacts> = {}): DoorFacts => ({
  ...{ present: 1, hasExperienced: true, needed: 1, lastEntryMs: 15 * MINUTE },
  ...{ shift: null, isOver: false, hand: null, opensAt: null },
  ...more,
});
const why = (more: Partial<DoorFacts>): string => {
  const { open, served, why: reason } = doorSays(facts(more), NOW);
  return `${reason}${open ? " open" : ""}${served ? " served" : ""}`;
};
const shift = { needed: 2, endsAt: NOW + 60 * MINUTE };

describe("the door of a chat", () => {
  it("opens when as many are present as the shift needs, or the jour where nothing is planned", () => {
    expect(why({})).toBe("enough-present open served");
    expect(why({ needed: 2 })).toBe("too-few served");
    expect(why({ needed: 2, present: 2 })).toBe("enough-present open served");
    expect(why({ shift })).toBe("too-few served");
    expect(why({ shift, present: 2 })).toBe("enough-present open served");
    expect(why({ shift: { ...shift, needed: 1 }, needed: 3 })).toBe("enough-present open served");
  });

  it("does not open for newcomers alone, nor for nobody, not even by hand", () => {
    expect(why({ hasExperienced: false, present: 3 })).toBe("only-newcomers");
    expect(why({ present: 0, hasExperienced: false })).toBe("nobody-present");
    const hand = { state: "open", until: NOW + MINUTE } as const;
    expect(why({ present: 0, hasExperienced: false, hand })).toBe("nobody-present");
  });

  it("lets the last one in a while before the end, serves those who wait, and is closed when the shift is over", () => {
    const at = (minutes: number) =>
      why({ present: 2, shift: { ...shift, endsAt: NOW + minutes * MINUTE } });
    expect([at(16), at(15), at(1)]).toEqual([
      "enough-present open served",
      "last-entry served",
      "last-entry served",
    ]);
    expect(why({ present: 2, isOver: true })).toBe("over");
    expect(why({ present: 2, isOver: true, shift })).toBe("enough-present open served");
  });

  it("follows the hand of whoever is on call for as long as she has said", () => {
    const closed = { state: "closed", until: NOW + MINUTE } as const;
    const open = { state: "open", until: NOW + MINUTE } as const;
    expect(why({ hand: closed })).toBe("by-hand");
    expect(why({ hand: { ...closed, until: NOW } })).toBe("enough-present open served");
    expect(why({ hand: open, shift })).toBe("by-hand open served");
    expect(why({ hand: open, isOver: true })).toBe("by-hand open served");
    expect(why({ hand: { ...open, until: NOW }, shift })).toBe("too-few served");
  });

  it("keeps to an opening that was announced, whoever comes earlier, and says when it is", () => {
    const opensAt = NOW + 20 * MINUTE;
    expect(doorSays(facts({ opensAt }), NOW)).toEqual({
      open: false,
      served: false,
      why: "not-yet",
      opensAt,
    });
    expect(doorSays(facts({ opensAt, present: 0 }), NOW).opensAt).toBe(opensAt);
    expect(why({ opensAt: NOW })).toBe("enough-present open served");
    const hand = { state: "closed", until: NOW + MINUTE } as const;
    expect(why({ opensAt, hand })).toBe("by-hand");
  });
});
