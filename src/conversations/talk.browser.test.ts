import { signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import { talkWorld } from "../../tests/factories/talk.ts";
import type { Session } from "../protocol/index.ts";
import type { Talk } from "./talk.browser.ts";

const open: Talk[] = [];
afterEach(() => {
  for (const talk of open.splice(0)) talk.erase();
});

const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 4000, interval: 5 });
const texts = (talk: Talk): string[] =>
  talk.lines.value.flatMap((line) => (line.kind === "said" ? [line.text] : []));
const stateOf = (talk: Talk, text: string): string | undefined =>
  talk.lines.value.flatMap((line) =>
    line.kind === "said" && line.text === text ? [line.state] : [],
  )[0];

/** A seeker who let Sara in. */
async function together() {
  const world = await talkWorld();
  const connected = signal(true);
  const seeker = await world.join({ role: "seeker" }, { connected });
  const sara = await world.join(await world.dutyOf("Sara"), { hello: "take" });
  open.push(seeker, sara);
  await until(() =>
    expect(seeker.joining.value).toMatchObject([{ alias: "Sara", reason: "take" }]),
  );
  const [joining] = seeker.joining.value;
  if (joining) await seeker.admit(joining.tab);
  await until(() => expect(sara.members.value).toHaveLength(2));
  await until(() => expect(seeker.members.value).toHaveLength(2));
  return { ...world, seeker, sara, connected };
}

test("she is shown who comes before anything is sealed; then both speak, delivered and seen", async () => {
  const { seeker, sara } = await together();
  expect(seeker.joining.value).toEqual([]);
  expect(seeker.lines.value).toMatchObject([{ kind: "came", alias: "Sara" }]);
  await seeker.write("Hej");
  await until(() => expect(texts(sara)).toEqual(["Hej"]));
  await until(() => expect(stateOf(seeker, "Hej")).toBe("delivered"));
  sara.markSeen();
  await until(() => expect(stateOf(seeker, "Hej")).toBe("seen"));
  await sara.write("Hej, jag är här");
  await until(() => expect(texts(seeker)).toEqual(["Hej", "Hej, jag är här"]));
});

test("what cannot be sent yet stays on its way, in order, and comes once", async () => {
  const { seeker, sara, log } = await together();
  log.flowing = false;
  await Promise.all(["ett", "två", "tre"].map((text) => seeker.write(text)));
  expect(stateOf(seeker, "ett")).toBe("sending");
  log.flow();
  await until(() => expect(texts(sara)).toEqual(["ett", "två", "tre"]));
  await until(() => expect(stateOf(seeker, "tre")).toBe("delivered"));
  expect(texts(seeker)).toEqual(["ett", "två", "tre"]);
});

test("a full conversation is told once something could not be written, and can be ended", async () => {
  const { join, dutyOf, log } = await talkWorld();
  const link = log.link();
  const sara = await join(await dutyOf("Sara"), {
    hello: "take",
    link: {
      ...link,
      channel: (options) => ({
        ...link.channel(options),
        append: () => Promise.reject(new Error("conversation-full")),
      }),
    },
  });
  open.push(sara);
  await until(() => expect(sara.problem.value).toBe("conversation-full"));
  expect((await sara.leave()).ok).toBe(true);
});

test("nobody there: the words stay with her", async () => {
  const world = await talkWorld();
  const seeker = await world.join({ role: "seeker" });
  open.push(seeker);
  expect(await seeker.write("Är någon där?")).toMatchObject({ ok: false, code: "no-epoch" });
  expect(texts(seeker)).toEqual([]);
  expect(world.log.frames).toEqual([]);
});

test("a colleague is called in and told what was said; the first one leaves", async () => {
  const { seeker, sara, join, dutyOf } = await together();
  await seeker.write("Hej");
  await until(() => expect(stateOf(seeker, "Hej")).toBe("delivered"));
  const kim = await join(await dutyOf("Kim"), { hello: "join" });
  open.push(kim);
  await until(() => expect(seeker.joining.value).toMatchObject([{ alias: "Kim" }]));
  const [joining] = seeker.joining.value;
  if (joining) await seeker.admit(joining.tab);
  await until(() => expect(texts(kim)).toEqual(["Hej"]));
  const [member] = sara.members.value.filter((one) => one.alias === "Kim");
  if (member) await sara.note(member.tab, "Hon är trygg nu");
  await until(() =>
    expect(kim.notes.value).toMatchObject([{ alias: "Sara", text: "Hon är trygg nu" }]),
  );
  await sara.leave();
  await until(() =>
    expect(seeker.lines.value.filter((line) => line.kind !== "said")).toMatchObject([
      { kind: "came", alias: "Sara" },
      { kind: "came", alias: "Kim" },
      { kind: "went", alias: "Sara" },
    ]),
  );
});

test("the desk reloads: a new tab of the same shift, and to her nobody came or went", async () => {
  const { seeker, sara, join, dutyOf } = await together();
  await seeker.write("Hej");
  await until(() => expect(texts(sara)).toEqual(["Hej"]));
  sara.erase();
  const again = await join(await dutyOf("Sara"), { hello: "return" });
  open.push(again);
  await until(() => expect(seeker.joining.value).toMatchObject([{ reason: "return" }]));
  const [joining] = seeker.joining.value;
  if (joining) await seeker.admit(joining.tab);
  await until(() => expect(texts(again)).toEqual(["Hej"]));
  expect(seeker.lines.value.filter((line) => line.kind !== "said")).toHaveLength(1);
});

test("pauses are told apart: hers, and the other's", async () => {
  const { seeker, connected } = await together();
  expect(seeker.paused.value).toBe(null);
  seeker.present.value = { t: "present", ch: 1, seeker: true, volunteers: 0 };
  expect(seeker.paused.value).toBe("other");
  connected.value = false;
  expect(seeker.paused.value).toBe("me");
});

test("the end is seen by both and confirmed; erasing leaves nothing", async () => {
  const { seeker, sara } = await together();
  await seeker.write("Tack");
  expect(await seeker.end()).toMatchObject({ ok: true });
  await until(() => expect(sara.ended.value).toEqual({ role: "seeker", confirmed: true }));
  await until(() => expect(seeker.ended.value).toMatchObject({ role: "seeker" }));
  seeker.erase();
  expect(seeker.lines.value).toEqual([]);
  expect(await seeker.write("Mer")).toMatchObject({ ok: false, code: "ended" });
});

test("an end settles when the server has it, and not before", async () => {
  const { seeker, sara, log } = await together();
  log.flowing = false;
  let settled = false;
  const ending = seeker.end().then(() => (settled = true));
  await new Promise((go) => setTimeout(go, 50));
  expect(settled).toBe(false);
  log.flow();
  await ending;
  await until(() => expect(sara.ended.value).toMatchObject({ confirmed: true }));
});

test("erasing makes the session erase its keys", async () => {
  const { join } = await talkWorld();
  const session = { tab: new Uint8Array(16), erase: vi.fn() };
  const talk = await join({ role: "seeker" }, { session: session as unknown as Session });
  talk.erase();
  expect(session.erase).toHaveBeenCalledOnce();
});

test("a frame that is nonsense is refused by name and the conversation goes on", async () => {
  const { seeker, sara, log } = await together();
  log
    .link()
    .channel({
      conversation: "",
      tab: new Uint8Array(16),
      handlers: { frame: () => undefined, closed: () => undefined },
    } as never)
    .append(new Uint8Array([1, 99, 3]));
  await until(() => expect(seeker.problem.value).toBe("wrong-type"));
  await sara.write("Kvar");
  await until(() => expect(texts(seeker)).toEqual(["Kvar"]));
});
