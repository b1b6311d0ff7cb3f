import { beforeAll, describe, expect, it } from "vitest";
import { TYPE } from "../labels.ts";
import { epoch } from "./objects.ts";
import type { Party } from "../testing/room.ts";
import { aliases, of, refusals, Room, texts } from "../testing/room.ts";
import { bytes, createWorld, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

describe("a seeker and a volunteer", () => {
  it("talk, after the seeker was shown who is there", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    await expect(seeker.session.write("för tidigt")).rejects.toThrow("no-epoch");
    await room.act(anna, (session) => session.hello("take"));
    await room.settle();
    expect(of(seeker, "joining")).toMatchObject([{ alias: "Anna", reason: "take" }]);
    expect(seeker.session.members).toEqual([]);
    await room.act(seeker, (session) => session.admit(anna.session.tab));
    await room.settle();
    expect(aliases(seeker)).toEqual(["seeker", "Anna"]);
    expect(aliases(anna)).toEqual(["seeker", "Anna"]);
    const id = await room.say(seeker, "Hej, är någon där?");
    await room.say(anna, "Ja. Jag heter Anna. Ta den tid du behöver. 🕯️");
    expect(of(anna, "message")).toMatchObject([
      { id, role: "seeker", mine: false, replayed: false, text: "Hej, är någon där?" },
    ]);
    expect(of(seeker, "logged")).toMatchObject([{ id }]);
    expect(texts(seeker)).toEqual(["Ja. Jag heter Anna. Ta den tid du behöver. 🕯️"]);
    expect([...refusals(seeker), ...refusals(anna)]).toEqual([]);
  });

  it("hold the duty key for themselves: what is over here goes on elsewhere", async () => {
    const duty = await world.duty("anna");
    const [one, other] = [new Room(world), new Room(world, bytes(0xc2, 16))];
    const sat: Party[] = [];
    for (const room of [one, other]) {
      const [seeker, anna] = [await room.seeker(), await room.volunteer(duty)];
      await room.letIn(seeker, anna, "take");
      sat.push(seeker, anna);
    }
    const [, first, seeker, second] = sat;
    if (!first || !seeker || !second) throw new Error("nobody sat down");
    first.session.erase();
    await other.say(second, "här går det vidare");
    expect(texts(seeker)).toEqual(["här går det vidare"]);
  });

  it("sit down only with the key of their own duty", async () => {
    const duty = await world.duty("anna");
    const other = await world.duty("bea");
    await expect(new Room(world).volunteer({ ...duty, seed: other.seed })).rejects.toThrow(
      "bad-key",
    );
  });

  it("mark what was delivered and seen", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(seeker, "ett");
    await room.act(anna, (session) => session.receipt({ delivered: 5, seen: 4 }));
    await room.settle();
    expect(of(seeker, "receipt")).toMatchObject([{ role: "volunteer", delivered: 5, seen: 4 }]);
  });

  it("write up to 15 360 bytes and not one more", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const longest = "å".repeat(7680);
    await room.say(seeker, longest);
    expect(texts(anna)).toEqual([longest]);
    await expect(seeker.session.write(`${longest}!`)).rejects.toThrow("text-too-long");
    await expect(seeker.session.write("")).rejects.toThrow("text-empty");
    await room.say(seeker, "och vidare");
    expect(of(anna, "missing")).toEqual([]);
  });

  it("hide how long a text is behind few lengths", async () => {
    const { room, seeker } = await Room.talking(world);
    const size = async (length: number) => {
      const { send } = await room.act(seeker, (session) => session.write("x".repeat(length)));
      return send[0]?.length;
    };
    expect(await size(1)).toBe(await size(200));
    expect(await size(400)).toBe(await size(700));
    expect(await size(9_000)).toBe(await size(15_000));
  });

  it("end, and both know that nothing is missing", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(anna, "Ta hand om dig.");
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(seeker, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: true }]);
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: true }]);
    await expect(anna.session.write("hallå")).rejects.toThrow("ended");
    expect(anna.session.members).toEqual([]);
  });

  it("change keys after ten minutes and not before", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    expect((await seeker.session.rekeyIfDue()).send).toEqual([]);
    room.world.now += 10 * 60_000;
    await room.act(seeker, (session) => session.rekeyIfDue());
    expect((await seeker.session.rekeyIfDue()).send).toEqual([]);
    await room.settle();
    await room.say(seeker, "under den nya nyckeln");
    expect(texts(anna)).toEqual(["under den nya nyckeln"]);
    expect(of(anna, "members")).toHaveLength(2);
  });
});

describe("three and more", () => {
  it("hand over: a colleague comes, reads what was said, gets a note, the first one goes", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(seeker, "Det är lite krångligt.");
    await room.say(anna, "Berätta.");
    const bea = await room.volunteer("bea");
    await room.settle();
    await room.letIn(seeker, bea, "join");
    expect(of(seeker, "joining").at(-1)).toMatchObject({ alias: "Bea", reason: "join" });
    expect(of(bea, "message")).toMatchObject([
      { text: "Det är lite krångligt.", role: "seeker", replayed: true, mine: false },
      { text: "Berätta.", alias: "Anna", replayed: true, mine: false },
    ]);
    await room.act(anna, (session) => session.note(bea.session.tab, "Hon vill prata om hemmet."));
    await room.settle();
    expect(of(bea, "note")).toMatchObject([{ alias: "Anna", text: "Hon vill prata om hemmet." }]);
    await room.act(anna, (session) => session.leave());
    await room.settle();
    expect(aliases(seeker)).toEqual(["seeker", "Bea"]);
    await room.say(seeker, "Hej Bea");
    expect(texts(bea).at(-1)).toBe("Hej Bea");
    expect(texts(anna)).not.toContain("Hej Bea");
    expect(refusals(bea)).toEqual([]);
  });

  it("the desk reloads: a new tab of the same duty takes the old one's place", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(seeker, "Är du kvar?");
    await room.say(anna, "Ja.");
    const again = await room.volunteer("anna");
    await room.settle();
    await room.letIn(seeker, again, "return");
    expect(of(seeker, "joining").at(-1)).toMatchObject({ alias: "Anna", reason: "return" });
    expect(of(again, "message")).toMatchObject([
      { text: "Är du kvar?", mine: false, replayed: true },
      { text: "Ja.", mine: true, replayed: true },
    ]);
    expect(aliases(seeker)).toEqual(["seeker", "Anna"]);
    expect(of(anna, "members").at(-1)).toEqual({ type: "members", members: [] });
    await expect(anna.session.write("x")).rejects.toThrow("not-a-member");
    await room.say(again, "Här är jag igen.");
    expect(texts(seeker).at(-1)).toBe("Här är jag igen.");
    expect(of(again, "missing")).toEqual([]);
  });

  it("who has said goodbye reads nothing that is written after it, whatever she has kept", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    await room.act(anna, (session) => session.leave());
    await room.settle(bea);
    expect(aliases(bea)).toEqual(["seeker", "Bea"]);
    // The seeker's tab is away: Bea knows of the goodbye, and the epoch still holds Anna.
    const from = room.log.length;
    const { id } = await room.act(bea, (session) => session.write("utan Anna"));
    expect(room.log.slice(from).map((frame) => frame[1])).toEqual([TYPE.epoch]);
    await room.act(bea, (session) => session.write("det andra"));
    expect(room.log).toHaveLength(from + 1);
    await room.settle();
    expect(texts(seeker)).toEqual(["utan Anna", "det andra"]);
    expect(of(bea, "logged")[0]).toMatchObject({ id });
    expect(of(seeker, "missing")).toEqual([]);
    const last = epoch.peek(room.log.findLast((frame) => frame[1] === TYPE.epoch) ?? bytes(0));
    expect(last.core.roster).toHaveLength(2);
  });

  it("what waits for an epoch without her is not sealed under one that still holds her", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    room.world.now += 11 * 60_000;
    const old = await bea.session.rekeyIfDue();
    await room.act(anna, (session) => session.leave());
    const from = room.log.length;
    room.append(...old.send);
    const payload = room.log[seeker.cursor++] ?? bytes(0);
    const own = await seeker.session.receive({ seq: seeker.cursor, payload });
    await seeker.session.write("utan Anna");
    room.append(...own.send);
    await room.settle();
    const later = room.log.slice(from).map((frame) => frame[1]);
    expect(later).toEqual([TYPE.epoch, TYPE.epoch, TYPE.epoch, TYPE.message]);
    expect(texts(bea)).toEqual(["utan Anna"]);
    expect([...of(bea, "missing"), ...of(seeker, "missing")]).toEqual([]);
  });

  it("nobody is left: what the seeker writes meanwhile reaches the next one", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.act(anna, (session) => session.leave());
    await room.settle();
    expect(aliases(seeker)).toEqual(["seeker"]);
    await room.say(seeker, "Jag väntar.");
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "take");
    expect(texts(bea)).toEqual(["Jag väntar."]);
    expect(texts(anna)).toEqual([]);
  });

  it("a long conversation is told again in several frames, each of them small enough", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    for (let at = 0; at < 9; at++)
      await room.say(at % 2 ? seeker : anna, `${at} ${"text ".repeat(2900)}`);
    const from = room.log.length;
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    expect(texts(bea).map((text) => text[0])).toEqual([..."012345678"]);
    expect(Math.max(...room.log.slice(from).map(({ length }) => length))).toBeLessThan(52_000);
  });
});

describe("races", () => {
  it("a message that an epoch overtook is void, and its author sends it again by herself", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    room.world.now += 11 * 60_000;
    const renewal = await seeker.session.rekeyIfDue();
    const late = await anna.session.write("kom för sent");
    room.append(...renewal.send, ...late.send);
    await room.settle();
    expect(texts(seeker)).toEqual(["kom för sent"]);
    expect(of(anna, "logged")).toMatchObject([{ id: late.id }]);
    expect(of(seeker, "missing")).toEqual([]);
    expect(refusals(seeker)).toEqual(["late-epoch"]);
    expect(refusals(anna)).toEqual([]);
  });

  it("several that an epoch overtook come again, each once, and none of them is missed", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    room.world.now += 11 * 60_000;
    const renewal = await seeker.session.rekeyIfDue();
    const said = ["ett", "två", "tre"];
    const late = [];
    for (const text of said) late.push(...(await anna.session.write(text)).send);
    room.append(...renewal.send, ...late);
    await room.settle();
    expect(texts(seeker)).toEqual(said);
    expect(of(seeker, "missing")).toEqual([]);
  });

  it("of two epochs the first in the log counts, and both sides still understand each other", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    room.world.now += 11 * 60_000;
    const hers = await seeker.session.rekeyIfDue();
    const annas = await anna.session.rekeyIfDue();
    room.append(...annas.send, ...hers.send);
    await room.settle();
    await room.say(seeker, "hör du?");
    await room.say(anna, "ja");
    expect(texts(anna)).toEqual(["hör du?"]);
    expect(texts(seeker)).toEqual(["ja"]);
  });

  it("who leaves while she is let in makes that epoch void, and stands in nobody's way", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    const { send } = await seeker.session.admit(bea.session.tab);
    await room.act(bea, (session) => session.leave());
    room.append(...send);
    await room.settle(seeker, anna);
    expect([...refusals(seeker), ...refusals(anna)]).toEqual(["late-epoch"]);
    expect(aliases(seeker)).toEqual(["seeker", "Anna"]);
    const cleo = await room.volunteer("cleo");
    await room.letIn(seeker, cleo, "join");
    expect(aliases(anna)).toEqual(["seeker", "Anna", "Cleo"]);
    await room.say(cleo, "jag kom i stället");
    expect(texts(seeker)).toEqual(["jag kom i stället"]);
  });

  it("one who goes and one who comes at once: the other still comes in", async () => {
    const { room, seeker } = await Room.talking(world);
    const [bea, cleo] = [await room.volunteer("bea"), await room.volunteer("cleo")];
    for (const one of [bea, cleo]) await room.act(one, (session) => session.hello("join"));
    await room.settle();
    const { send } = await seeker.session.admit(bea.session.tab);
    await seeker.session.admit(cleo.session.tab);
    await room.act(bea, (session) => session.leave());
    room.append(...send);
    await room.settle();
    expect(aliases(cleo)).toEqual(["seeker", "Anna", "Cleo"]);
  });

  it("the loser asks again for whom she wanted to let in", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    room.world.now += 11 * 60_000;
    const annas = await anna.session.rekeyIfDue();
    const hers = await seeker.session.admit(bea.session.tab);
    room.append(...annas.send, ...hers.send);
    await room.settle();
    expect(aliases(bea)).toEqual(["seeker", "Anna", "Bea"]);
    expect(aliases(anna)).toEqual(["seeker", "Anna", "Bea"]);
  });

  it("a colleague may finish although her duty ended while she talked", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    room.world.now += 7 * HOUR;
    await room.say(anna, "jag lämnar över");
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    expect(texts(bea)).toEqual(["jag lämnar över"]);
  });
});
