import { beforeEach, describe, expect, test } from "vitest";
import { concat } from "../../src/protocol/bytes.ts";
import { message } from "../../src/protocol/conversation/objects.ts";
import { TYPE } from "../../src/protocol/labels.ts";
import { bytes } from "../../src/protocol/testing/world.ts";
import { HostileHouse, saidTo, type Seat } from "../factories/hostile-house.ts";
import { filler, invented, type Logged } from "../factories/hostile-server.ts";
import { soon } from "../factories/soon.ts";

// A hostile server between honest tabs, all of whose code is what their browsers run: link, talk, session.
// What each attack must come to is what the people see.

let house: HostileHouse;
let seeker: Seat;
let anna: Seat;
beforeEach(async () => {
  house = await HostileHouse.open();
  ({ seeker, anna } = await house.together());
});

const isText = ({ kind, payload }: Logged): boolean => kind === 1 && payload[1] === TYPE.message;
const isOf =
  (seat: Seat) =>
  (frame: Logged): boolean =>
    isText(frame) && message.decode(frame.payload).tab.join() === seat.tab.join();
const last = (): Uint8Array => house.server.frames(TYPE.message).at(-1) ?? bytes(0);

/** Once, for the next message of hers: what `who` is given in its place. */
function instead(who: Seat, from: Seat, give: (frame: Logged) => readonly Logged[]): void {
  let done = false;
  who.side.view = (frame) => {
    if (done || !isOf(from)(frame)) return [frame];
    done = true;
    return give(frame);
  };
}

describe("a message", () => {
  test("doubled is shown once, and the copy is refused", async () => {
    instead(anna, seeker, (frame) => [frame, frame]);
    await saidTo(seeker, "en gång", anna);
    await saidTo(anna, "ja", seeker);
    await saidTo(seeker, "två", anna);
    expect(anna.texts()).toEqual(["en gång", "ja", "två"]);
    expect(anna.problems).toContain("replayed");
  });

  test("replayed later, to its author and to the others, changes nothing", async () => {
    await saidTo(seeker, "förut", anna);
    const old = last();
    await saidTo(anna, "sedan", seeker);
    house.server.add(invented(old));
    await soon(() =>
      expect([...anna.problems, ...seeker.problems]).toEqual(["replayed", "replayed"]),
    );
    expect(anna.texts()).toEqual(["förut", "sedan"]);
    expect(seeker.texts()).toEqual(["förut", "sedan"]);
  });

  test("dropped, and its number given to something else: the next one tells that it is missing", async () => {
    instead(anna, seeker, () => [filler()]);
    await seeker.talk.write("bort");
    await saidTo(seeker, "kvar", anna);
    expect(anna.texts()).toEqual(["kvar"]);
    expect(anna.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
    expect(anna.problems).toContain("conversation-fork");
  });

  test("dropped for everybody, also for its author: there it never counts as sent", async () => {
    seeker.side.take = () => [];
    await seeker.talk.write("försvinner");
    seeker.side.take = (frame) => [frame];
    await saidTo(seeker, "kommer", anna);
    await soon(() => expect(seeker.states().join()).toMatch(/kommer: (sent|delivered)/));
    // The link believes the server that it has it; the log never showed it.
    expect(seeker.states()).toContain("försvinner: sending");
    expect(anna.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
  });

  test("in another order than its author's is refused, and missed", async () => {
    let kept: Logged | undefined;
    anna.side.view = (frame) => {
      if (!isOf(seeker)(frame)) return [frame];
      if (kept) return [frame, kept];
      kept = frame;
      return [];
    };
    await seeker.talk.write("först");
    await saidTo(seeker, "sedan", anna);
    await soon(() => expect(anna.problems).toContain("replayed"));
    expect(anna.texts()).toEqual(["sedan"]);
    expect(anna.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
  });

  test("altered by a bit is never shown, not even in part", async () => {
    instead(anna, seeker, (frame) => {
      const payload = frame.payload.slice();
      payload[payload.length - 20] = (payload[payload.length - 20] ?? 0) ^ 1;
      return [{ ...frame, payload }];
    });
    await seeker.talk.write("hemligt");
    await soon(() => expect(anna.problems).toEqual(["cannot-open"]));
    expect(anna.texts()).toEqual([]);
    await saidTo(seeker, "nästa", anna);
    expect(anna.talk.missing.value).toHaveLength(1);
  });

  test("put under another's name, number or epoch is refused by name", async () => {
    const names: string[] = [];
    for (const change of [{ counter: 9 }, { epoch: 7 }, { tab: bytes(9, 16) }, { tab: anna.tab }]) {
      instead(anna, seeker, (frame) => [
        { ...frame, payload: message.encode({ ...message.decode(frame.payload), ...change }) },
      ]);
      await seeker.talk.write("vem?");
      await soon(() => expect(anna.problems.length).toBeGreaterThan(names.length));
      names.push(anna.problems.at(-1) ?? "");
    }
    expect(names).toEqual(["cannot-open", "epoch-not-next", "not-a-member", "replayed"]);
    expect(anna.texts()).toEqual([]);
  });

  test("of an earlier conversation does not count in this one", async () => {
    const other = await HostileHouse.open(0xc2, house.world);
    const there = await other.together();
    await saidTo(there.seeker, "någon annans ord", there.anna);
    for (const type of [TYPE.hello, TYPE.epoch, TYPE.confirm, TYPE.message])
      for (const payload of other.server.frames(type)) house.server.add(invented(payload));
    await saidTo(seeker, "här är det jag", anna);
    expect(anna.texts()).toEqual(["här är det jag"]);
    expect(anna.members()).toEqual(["seeker", "Anna"]);
    const names = ["foreign-conversation", "foreign-conversation", "foreign-conversation"];
    expect(anna.problems).toEqual(
      [...names, "not-a-member", "not-a-member"].slice(0, anna.problems.length),
    );
    expect(anna.problems.length).toBeGreaterThanOrEqual(4);
  });

  test("withheld from one member only: the others' next words tell her", async () => {
    const bea = await house.volunteer("bea", { hello: "join" });
    await house.letIn(seeker, bea);
    anna.side.view = (frame) => (isOf(bea)(frame) ? [filler()] : [frame]);
    await saidTo(bea, "inte för Anna", seeker);
    await saidTo(seeker, "hörde ni?", anna, bea);
    expect(anna.texts()).toEqual(["hörde ni?"]);
    expect(anna.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
    expect([...seeker.problems, ...bea.problems]).toEqual([]);
  });
});

describe("what is no message", () => {
  test("is refused by name, and the conversation goes on", async () => {
    const whole = house.server.frames(TYPE.hello)[0] ?? bytes(0);
    const nonsense: [Uint8Array, string][] = [
      [new Uint8Array(0), "wrong-type"],
      [bytes(1, 3), "wrong-type"],
      [concat(new Uint8Array([1, 0x7f]), bytes(3)), "wrong-type"],
      [concat(whole, bytes(0, 1)), "trailing-bytes"],
      [whole.slice(0, -1), "malformed"],
      [concat(new Uint8Array([2]), whole.slice(1)), "unknown-version"],
      [new Uint8Array(65_537).fill(1), "frame-too-large"],
      [new Uint8Array(2_000_000), "frame-too-large"],
    ];
    for (const [payload] of nonsense) {
      const before = anna.problems.length;
      anna.side.give(invented(payload));
      await soon(() => expect(anna.problems.length).toBeGreaterThan(before));
    }
    expect(anna.problems).toEqual(nonsense.map(([, code]) => code));
    await saidTo(seeker, "vi är kvar", anna);
  });

  test("also where it is the server's own word that says nothing", async () => {
    const told: unknown[] = [];
    const cleo = await house.volunteer("cleo", { onServerEvent: (event) => told.push(event.e) });
    const word = (payload: Uint8Array): Logged => ({ ...filler(), payload });
    for (const text of ["", "{", "null", "[]", '{"e":"taken"}'])
      cleo.side.give(word(new TextEncoder().encode(text)));
    cleo.side.give(word(new Uint8Array([0xff, 0xfe])));
    await soon(() => expect(told).toEqual([undefined, "taken"]));
    await soon(() => expect(cleo.problems).toEqual(["fault", "fault", "fault", "fault"]));
    for (const text of [{ t: "typing" }, { t: "present" }, { t: "place" }, { t: "nothing" }])
      anna.side.text(text);
    await saidTo(seeker, "ännu kvar", anna);
  });

  test("wrong numbers in acknowledgements, or none, or of frames never sent, move nothing", async () => {
    anna.side.acknowledge = ({ ref, seq }) => [
      { ref: ref + 7, seq: 4_000_000_000 },
      { ref, seq: seq + 40 },
      { ref, seq: 0 },
    ];
    await saidTo(anna, "ett", seeker);
    anna.side.acknowledge = () => [];
    await saidTo(anna, "två", seeker);
    await saidTo(seeker, "tre", anna);
    expect(anna.texts()).toEqual(["ett", "två", "tre"]);
    expect(seeker.texts()).toEqual(["ett", "två", "tre"]);
    expect([...anna.problems, ...seeker.problems]).toEqual([]);
  });

  test("an acknowledgement of what never came into the log is not taken for its place there", async () => {
    anna.side.take = () => [];
    await anna.talk.write("aldrig loggat");
    anna.side.take = (frame) => [frame];
    await saidTo(seeker, "är du där?", anna);
    expect(anna.states()).toContain("aldrig loggat: sending");
  });
});

describe("a number of the log", () => {
  test("too high is not taken for the next: the frame is heard when its turn has come", async () => {
    const kept: Logged[] = [];
    const before = anna.side.given.length;
    instead(anna, seeker, (frame) => (kept.push(frame), []));
    await seeker.talk.write("först");
    await soon(() => expect(kept).toHaveLength(1));
    for (const frame of kept) anna.side.give(frame, before + 2);
    anna.side.rollBack(before);
    for (const frame of kept) anna.side.give(frame);
    await saidTo(seeker, "sedan", anna);
    expect(anna.texts()).toEqual(["först", "sedan"]);
    expect(anna.problems).toEqual([]);
  });

  test("that came already is passed over, whatever is given under it", async () => {
    await saidTo(seeker, "en gång", anna);
    for (const { seq, ...frame } of [...anna.side.given]) anna.side.give(frame, seq);
    anna.side.rollBack(anna.side.given.length / 2);
    await saidTo(seeker, "två", anna);
    expect(anna.texts()).toEqual(["en gång", "två"]);
    expect(anna.problems).toEqual([]);
  });

  test("of another's frame acknowledges nothing of one's own: it is sent again", async () => {
    anna.side.take = () => [];
    anna.side.acknowledge = () => [];
    await anna.talk.write("kom fram");
    for (let ref = 1; ref < 20; ref++) anna.side.give({ ...invented(bytes(0, 3)), ref });
    await soon(() => expect(anna.problems.length).toBeGreaterThan(0));
    anna.side.take = (frame) => [frame];
    anna.side.hangUp();
    await soon(() => expect(anna.states()).toEqual(["kom fram: sent"]));
  });
});
