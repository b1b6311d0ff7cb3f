import { beforeEach, describe, expect, test } from "vitest";
import { hello, message } from "../../src/protocol/conversation/objects.ts";
import { TYPE } from "../../src/protocol/labels.ts";
import { bytes, createWorld, DAY, HOUR, type World } from "../../src/protocol/testing/world.ts";
import { directory } from "../../src/protocol/trust/objects.ts";
import { HostileHouse, saidTo, type Seat } from "../factories/hostile-house.ts";
import { filler, invented, type Logged } from "../factories/hostile-server.ts";
import { soon } from "../factories/soon.ts";

// Who is let in, by whose word, and what the seeker is shown of it before anything is sealed to anybody.

let house: HostileHouse;
let world: World;
beforeEach(async () => {
  house = await HostileHouse.open();
  world = house.world;
});

const isType =
  (type: number) =>
  ({ kind, payload }: Logged): boolean =>
    kind === 1 && payload[1] === type;

/** Nobody was shown, nothing was sealed, and it has this name. */
async function refusedBy(seeker: Seat, code: string): Promise<void> {
  await soon(() => expect(seeker.problems).toEqual([code]));
  expect(seeker.talk.joining.value).toEqual([]);
  expect(seeker.members()).toEqual([]);
  expect(house.server.frames(TYPE.epoch)).toEqual([]);
}

describe("a guest whose key the server has exchanged", () => {
  test("is refused", async () => {
    const seeker = await house.seeker();
    const seal = await world.suite.xwing.publicKey(bytes(0x66));
    seeker.side.view = (frame) => {
      if (!isType(TYPE.hello)(frame)) return [frame];
      const payload = frame.payload.slice();
      payload.set(seal, payload.length - 64 - 36 - 1216);
      return [{ ...frame, payload }];
    };
    await house.volunteer("anna", { hello: "take" });
    await refusedBy(seeker, "bad-signature");
  });

  test("and signed for, with a key of its own, under a true duty statement, is refused", async () => {
    const seeker = await house.seeker();
    await house.volunteer("anna", { hello: "take" });
    await soon(() => expect(seeker.talk.joining.value).toHaveLength(1));
    const other = await house.seeker();
    other.side.view = () => [];
    const value = hello.peek(house.server.frames(TYPE.hello)[0] ?? bytes(0));
    const seal = await world.suite.xwing.publicKey(bytes(0x66));
    const forged = { ...value, tab: bytes(9, 16), seal };
    seeker.side.give(invented(await hello.make(world.suite, bytes(0x66), forged)));
    await soon(() => expect(seeker.problems).toEqual(["bad-signature"]));
    expect(seeker.talk.joining.value).toHaveLength(1);
  });
});

describe("a guest whose certificate does not count here", () => {
  const cases: [
    string,
    string,
    (world: World) => Promise<{ bytes: Uint8Array; seed: Uint8Array }>,
  ][] = [
    [
      "an expired duty",
      "duty-expired",
      (w) => w.duty("anna", { from: w.now - 13 * HOUR, until: w.now - HOUR }),
    ],
    [
      "an older duty of hers, taken up again",
      "duty-expired",
      (w) => w.duty("anna", { from: w.now - 11 * HOUR, until: w.now - 1, seed: bytes(0x99) }),
    ],
    [
      "a duty that has not begun",
      "duty-not-yet",
      (w) => w.duty("anna", { from: w.now + HOUR, until: w.now + 2 * HOUR }),
    ],
    ["a duty for another face", "foreign-face", (w) => w.duty("anna", { face: bytes(0xb2, 16) })],
    [
      "a duty upon a chain that nobody knows",
      "duty-head-unknown",
      (w) => w.duty("anna", { head: bytes(1) }),
    ],
    [
      "a duty of a member who is not in the register",
      "member-not-in-directory",
      (w) => w.duty("anna", { member: bytes(7, 16) }),
    ],
    [
      "a duty that the server has signed itself",
      "bad-signature",
      (w) => w.duty("anna", { signer: bytes(0x66) }),
    ],
    [
      "a certificate of another jour",
      "foreign-jour",
      async () => (await createWorld({ jour: 0xa2, salt: 0x50 })).duty("anna"),
    ],
    [
      "a certificate of another jour with this one's number on it",
      "member-not-in-directory",
      async () => (await createWorld({ salt: 0x50 })).duty("anna"),
    ],
  ];
  test.each(cases)("%s: %s", async (_what, code, make) => {
    const seeker = await house.seeker();
    await house.volunteer(await make(world), { hello: "take" });
    await refusedBy(seeker, code);
  });
});

describe("a jour's word that the server has chosen for her", () => {
  /** What the seeker's browser is given; Anna's own is right. */
  const cases: [string, string, (world: World) => Promise<void>][] = [
    [
      "a register that has expired",
      "directory-expired",
      (w) => w.publish({ at: w.now - 8 * DAY, expires: w.now - DAY }),
    ],
    [
      "a register of next week",
      "directory-not-yet",
      (w) => w.publish({ at: w.now + DAY, expires: w.now + 2 * DAY }),
    ],
    [
      "a member twice",
      "duplicate-member",
      async (w) =>
        w.publish({
          members: [await w.member("anna"), { ...(await w.member("anna")), id: bytes(7, 16) }],
        }),
    ],
    [
      "signed by a delegate who was revoked",
      "delegate-revoked",
      async (w) => {
        await w.revoke(await w.suite.ed25519.publicKey(w.delegate));
        await w.publish();
      },
    ],
    [
      "signed by nobody whom the root has named",
      "delegate-unknown",
      async (w) => {
        w.delegate = bytes(0x66);
        await w.publish();
      },
    ],
    [
      "without her: an old one, from before she came",
      "member-not-in-directory",
      async (w) => w.publish({ version: 1, members: [await w.member("bea")] }),
    ],
    [
      "another jour's, whole",
      "foreign-jour",
      async (w) => void (w.trust = (await createWorld({ jour: 0xa2 })).trust),
    ],
    ["none", "log-empty", async (w) => void (w.trust = { log: [], directory: new Uint8Array(0) })],
    [
      "bytes that say nothing",
      "malformed",
      async (w) => void (w.trust = { log: [bytes(1, 9)], directory: bytes(1, 9) }),
    ],
  ];
  test.each(cases)("%s: %s", async (_what, code, change) => {
    const healthy = await createWorld();
    await change(world);
    const seeker = await house.seeker();
    await house.volunteer(await healthy.duty("anna"), { hello: "take", world: healthy });
    await refusedBy(seeker, code);
  });

  test("older than the one that she has seen in this conversation: who was taken out does not come in by it", async () => {
    const old = world.trust;
    await world.publish({ version: 8, members: [await world.member("anna")] });
    const { seeker } = await house.together();
    seeker.seen.trust = old;
    await house.volunteer("bea", { hello: "join", world: { ...world, trust: old } });
    await soon(() => expect(seeker.problems).toEqual(["directory-rolled-back"]));
    expect(seeker.talk.joining.value).toEqual([]);
  });

  test("another one under the same number, for each of two: both are told", async () => {
    const { seeker, anna } = await house.together();
    const forked = await createWorld();
    await forked.publish({ expires: forked.now + 2 * DAY });
    const bea = await house.volunteer("bea", { hello: "join", world: forked });
    await soon(() => expect(seeker.problems).toEqual(["directory-fork"]));
    await soon(() => expect(anna.problems).toEqual(["directory-fork"]));
    await house.letIn(seeker, bea);
    expect(bea.problems).toContain("directory-fork");
  });

  test("with a chain that has lost an entry since: a revoked delegate does not speak again", async () => {
    await world.revoke(await world.suite.ed25519.publicKey(bytes(0x29)));
    await world.publish();
    const { seeker } = await house.together();
    const log = world.log.slice(0, -1);
    const head = await world.suite.sha256(log.at(-1) ?? bytes(0));
    const value = { ...directory.peek(world.trust.directory), head, version: 99 };
    seeker.seen.trust = {
      log,
      directory: await directory.make(world.suite, world.delegate, value),
    };
    await house.volunteer("bea", { hello: "join" });
    await soon(() => expect(seeker.problems).toEqual(["log-fork"]));
  });
});

describe("a colleague who is called in", () => {
  test("by a server with a seeker of its own and a true colleague's word is told nothing and tells nothing", async () => {
    const { anna } = await house.together();
    const trap = await HostileHouse.open(0xc1, world);
    const fake = await trap.seeker();
    for (const payload of house.server.frames(TYPE.hello)) trap.server.add(invented(payload));
    await soon(() => expect(fake.talk.joining.value).toHaveLength(1));
    const [annas] = fake.talk.joining.value;
    if (annas) await fake.talk.admit(annas.tab);
    await soon(() => expect(fake.members()).toHaveLength(2));
    const bea = await trap.volunteer("bea", { hello: "join" });
    await soon(() => expect(fake.talk.joining.value).toHaveLength(1));
    const [hers] = fake.talk.joining.value;
    if (hers) await fake.talk.admit(hers.tab);
    await soon(() => expect(bea.problems).toContain("unvouched"));
    for (const payload of house.server.frames(TYPE.confirm)) trap.server.add(invented(payload));
    await soon(() => expect(bea.problems).toContain("epoch-not-next"));
    expect(bea.members()).toEqual([]);
    expect(await bea.talk.write("är hon där?")).toEqual({ ok: false, code: "no-epoch" });
    expect(anna.problems).toEqual([]);
  });

  test("and from whom what was said is withheld is told so with the seeker's next word", async () => {
    const { seeker, anna } = await house.together();
    await saidTo(seeker, "det viktiga", anna);
    const bea = await house.volunteer("bea", { hello: "join" });
    bea.side.view = (frame) => (isType(TYPE.direct)(frame) ? [filler()] : [frame]);
    await house.letIn(seeker, bea);
    await saidTo(seeker, "hej Bea", bea);
    expect(bea.texts()).toEqual(["hej Bea"]);
    expect(bea.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
  });

  test("and for whom the server has invented a word, so that a true one would not be missed, is told", async () => {
    const { seeker, anna } = await house.together();
    await saidTo(anna, "ett", seeker);
    const bea = await house.volunteer("bea", { hello: "join" });
    const sealed = bytes(1, 600);
    const word = message.encode({ epoch: 0, tab: seeker.tab, counter: 1, sealed });
    const first = house.server.log.findIndex(isType(TYPE.message));
    bea.side.view = (frame, at) => [at === first ? invented(word) : frame];
    await house.letIn(seeker, bea);
    await soon(() => expect(bea.problems).toEqual(["conversation-fork"]));
    await soon(() => expect(bea.texts()).toEqual(["ett"]));
  });
});

describe("two tabs of one duty", () => {
  test("the old one is put out, reads nothing more, and says nothing more", async () => {
    const { seeker, anna } = await house.together();
    const again = await house.volunteer("anna", { hello: "return" });
    await house.letIn(seeker, again);
    await saidTo(seeker, "till den nya", again);
    await soon(() => expect(anna.members()).toEqual([]));
    expect(anna.texts()).toEqual([]);
    expect(await anna.talk.write("x")).toEqual({ ok: false, code: "not-a-member" });
    expect(seeker.members()).toEqual(["seeker", "Anna"]);
    expect(seeker.talk.lines.value.filter(({ kind }) => kind !== "said")).toHaveLength(1);
  });

  test("the server's copy of an old hello brings nobody back", async () => {
    const { seeker, anna } = await house.together();
    for (const payload of house.server.frames(TYPE.hello)) house.server.add(invented(payload));
    await saidTo(seeker, "hej", anna);
    expect(seeker.problems).toEqual(["duplicate-tab"]);
    expect(seeker.talk.joining.value).toEqual([]);
  });

  test("who says that she returns and never was here is shown as one who comes", async () => {
    const { seeker } = await house.together();
    await house.volunteer("bea", { hello: "return" });
    await soon(() => expect(seeker.talk.joining.value).toMatchObject([{ reason: "join" }]));
  });
});
