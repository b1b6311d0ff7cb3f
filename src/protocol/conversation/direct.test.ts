import { beforeEach, describe, expect, it } from "vitest";
import { concat, utf8 } from "../bytes.ts";
import { TYPE } from "../labels.ts";
import { letterOf } from "../testing/forge.ts";
import type { Letter } from "../testing/forge.ts";
import { of, refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { direct, transcript } from "./objects.ts";

let world: World;
let room: Room;
let seeker: Party;
let anna: Party;
let bea: Party;

beforeEach(async () => {
  world = await createWorld();
  ({ room, seeker, anna } = await Room.talking(world));
  await room.say(seeker, "hej");
  bea = await room.volunteer("bea");
  await room.settle();
  await room.letIn(seeker, bea, "join");
});

const forge = (
  from: Party,
  to: Party,
  letter: Letter,
  change?: { signSeed?: Uint8Array; conversation?: Uint8Array },
) => letterOf(room, from, to, letter, change);

async function answer(party: Party, payload: Uint8Array): Promise<string> {
  const before = party.events.length;
  await room.act(party, (session) => session.receive({ seq: 70, payload }));
  const [event] = party.events.slice(before);
  return event?.type === "refused" ? event.code : (event?.type ?? "nothing");
}

const note = (text: string): Letter => ({ kind: "note", part: 1, parts: 1, body: utf8(text) });
const told = (part: number, parts: number): Letter => ({
  kind: "transcript",
  part,
  parts,
  body: transcript.encode([
    {
      id: bytes(part, 16),
      tab: bytes(1, 16),
      role: "seeker",
      key: bytes(1),
      alias: "",
      seq: part,
      text: `del ${part}`,
    },
  ]),
});

describe("a note", () => {
  it("is for one colleague, once", async () => {
    const genuine = await forge(anna, bea, note("till dig"));
    expect(await answer(bea, genuine)).toBe("note");
    expect(await answer(bea, genuine)).toBe("replayed");
    expect(await answer(seeker, genuine)).toBe("nothing");
    expect(await answer(anna, genuine)).toBe("nothing");
  });

  it("comes from a volunteer of this conversation, with her signature", async () => {
    expect(await answer(bea, await forge(seeker, bea, note("från en sökande")))).toBe("wrong-role");
    expect(await answer(bea, await forge(anna, bea, note("x"), { signSeed: bytes(0x66) }))).toBe(
      "bad-signature",
    );
    expect(
      await answer(bea, await forge(anna, bea, note("x"), { conversation: bytes(1, 16) })),
    ).toBe("cannot-open");
    const relabelled = direct.decode(await forge(anna, bea, note("x")));
    expect(await answer(bea, direct.encode({ ...relabelled, from: bytes(9, 16) }))).toBe(
      "not-a-member",
    );
    expect(await answer(bea, direct.encode({ ...relabelled, from: seeker.session.tab }))).toBe(
      "cannot-open",
    );
    expect(
      await answer(bea, await forge(anna, bea, { ...note(""), body: new Uint8Array([0xff]) })),
    ).toBe("malformed");
    expect(of(bea, "note")).toEqual([]);
  });

  it("neither comes from nor goes to somebody who only waits, and needs a conversation", async () => {
    const cleo = await room.volunteer("cleo");
    await expect(cleo.session.note(bea.session.tab, "x")).rejects.toThrow("no-epoch");
    await room.act(cleo, (session) => session.hello("join"));
    await room.settle();
    expect(await answer(bea, await forge(cleo, bea, note("släpp in mig")))).toBe("not-a-member");
    await expect(anna.session.note(cleo.session.tab, "x")).rejects.toThrow("not-a-member");
  });

  it("holds up to 4 096 bytes", async () => {
    const tab = bea.session.tab;
    await room.act(anna, (session) => session.note(tab, "å".repeat(2048)));
    await room.settle();
    expect(of(bea, "note")).toHaveLength(1);
    expect(await answer(bea, await forge(anna, bea, note("x".repeat(4097))))).toBe("malformed");
    await expect(anna.session.note(tab, `${"å".repeat(2048)}!`)).rejects.toThrow("text-too-long");
    await expect(anna.session.note(tab, "")).rejects.toThrow("text-empty");
  });
});

describe("a transcript", () => {
  /** Cleo comes in and the server keeps the transcript from her. */
  async function untold(): Promise<Party> {
    const cleo = await room.volunteer("cleo");
    cleo.tamper = (payload) => (payload[1] === TYPE.direct ? [] : [payload]);
    await room.settle();
    await room.letIn(seeker, cleo, "join");
    return cleo;
  }

  it("comes from the seeker, in order, each part once; a hole is told", async () => {
    expect(texts(bea)).toEqual(["hej"]);
    expect(await answer(bea, await forge(seeker, bea, told(1, 1)))).toBe("replayed");
    const cleo = await untold();
    expect(await answer(cleo, await forge(anna, cleo, told(1, 4)))).toBe("wrong-role");
    expect(await answer(cleo, await forge(seeker, cleo, told(2, 4)))).toBe("missing");
    expect(texts(cleo)).toEqual(["del 2"]);
    expect(await answer(cleo, await forge(seeker, cleo, told(1, 4)))).toBe("replayed");
    expect(await answer(cleo, await forge(seeker, cleo, told(3, 4)))).toBe("message");
    expect(of(cleo, "missing")).toEqual([
      { type: "missing", tab: seeker.session.tab, from: 1, to: 1 },
    ]);
  });

  it("has as many parts as it said, and tells of what was before", async () => {
    const cleo = await untold();
    expect(await answer(cleo, await forge(seeker, cleo, told(5, 4)))).toBe("malformed");
    expect(await answer(cleo, await forge(seeker, cleo, told(70, 70)))).toBe("malformed");
    expect(await answer(cleo, await forge(seeker, cleo, told(1, 4)))).toBe("message");
    expect(await answer(cleo, await forge(seeker, cleo, told(2, 5)))).toBe("malformed");
    expect(await answer(cleo, await forge(seeker, cleo, told(2, 4)))).toBe("message");
  });

  it("that was withheld, or its last part, is missed with the seeker's next word", async () => {
    const cleo = await untold();
    await room.say(anna, "än vet ingen något");
    expect(of(cleo, "missing")).toEqual([]);
    await room.say(seeker, "nu märks det");
    await room.say(seeker, "en gång");
    const tab = seeker.session.tab;
    expect(of(cleo, "missing")).toEqual([{ type: "missing", tab, from: 1, to: 1 }]);
    const dora = await room.volunteer(await world.duty("cleo", { seed: bytes(0x91) }));
    dora.tamper = cleo.tamper;
    await room.settle();
    await room.letIn(seeker, dora, "join");
    await answer(dora, await forge(seeker, dora, told(1, 2)));
    room.world.now += 11 * 60_000;
    await room.act(seeker, (session) => session.rekeyIfDue());
    await room.settle();
    expect(of(dora, "missing")).toEqual([{ type: "missing", tab, from: 2, to: 2 }]);
  });

  it("that says that nothing was said is told too: an end without it is not confirmed", async () => {
    ({ room, seeker, anna } = await Room.talking(world));
    bea = await room.volunteer("bea");
    bea.tamper = (payload) => (payload[1] === TYPE.direct ? [] : [payload]);
    await room.letIn(seeker, bea, "join");
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(bea, "missing")).toHaveLength(1);
    expect(of(bea, "ended")).toMatchObject([{ confirmed: false }]);
    expect(of(anna, "ended")).toMatchObject([{ confirmed: true }]);
  });

  it("is not believed before its hearer is a member", async () => {
    const cleo = await room.volunteer("cleo");
    await room.act(cleo, (session) => session.hello("join"));
    await room.settle();
    expect(await answer(cleo, await forge(seeker, cleo, told(1, 1)))).toBe("no-epoch");
    expect(texts(cleo)).toEqual([]);
  });
});

describe("frames that end things", () => {
  const first = (type: number) => room.log.find((payload) => payload[1] === type) ?? bytes(0);

  it("count once, in their own conversation", async () => {
    await room.act(anna, (session) => session.leave());
    await room.settle();
    expect(await answer(seeker, first(TYPE.leave))).toBe("not-a-member");
    const elsewhere = new Room(world, bytes(0xc2, 16));
    const other = await elsewhere.seeker();
    for (const type of [TYPE.leave, TYPE.confirm, TYPE.epoch]) {
      await elsewhere.act(other, (session) => session.receive({ seq: 1, payload: first(type) }));
    }
    expect(refusals(other)).toEqual([
      "foreign-conversation",
      "foreign-conversation",
      "foreign-conversation",
    ]);
  });

  it("leave nothing more to say", async () => {
    await room.act(anna, (session) => session.leave());
    for (const verb of [
      anna.session.leave(),
      anna.session.hello("join"),
      anna.session.write("x"),
    ]) {
      await expect(verb).rejects.toThrow(/ended|not-a-member/);
    }
    await room.act(seeker, (session) => session.end());
    for (const verb of [
      seeker.session.end(),
      seeker.session.write("x"),
      seeker.session.admit(bea.session.tab),
    ]) {
      await expect(verb).rejects.toThrow("ended");
    }
    expect((await seeker.session.rekeyIfDue()).send).toEqual([]);
  });

  it("before anybody came the seeker just goes", async () => {
    const empty = new Room(world, bytes(0xc3, 16));
    const alone = await empty.seeker();
    const { send, events } = await alone.session.end();
    expect(send).toEqual([]);
    expect(events).toEqual([{ type: "ended", role: "seeker", confirmed: true }]);
    await expect(alone.session.end()).rejects.toThrow("ended");
  });

  it("erase zeroes what is left, and can be called at any time", async () => {
    bea.session.erase();
    bea.session.erase();
    expect(bea.session.members).toEqual([]);
    await expect(bea.session.write("x")).rejects.toThrow("ended");
    expect(concat(...room.log).length).toBeGreaterThan(0);
  });
});
