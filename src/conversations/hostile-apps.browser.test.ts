import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { ContactApp } from "./contact/contact-app.browser.ts";
import { beginTask } from "./contact/early.browser.ts";
import { paths, type ServerEvent } from "./contract.ts";
import { DeskRoom } from "./desk/desk-room.browser.ts";
import { TrustSource } from "./desk/trust.browser.ts";
import { ok } from "../platform/result.ts";
import { toBase64url, type TrustBundle } from "../protocol/index.ts";
import { createWorld, type World } from "../protocol/testing/world.ts";
import { HostileHouse, type Seat } from "../../tests/factories/hostile-house.ts";
import { said, type Side } from "../../tests/factories/hostile-server.ts";
import { soon } from "../../tests/factories/soon.ts";

// The seeker's page and the desk themselves, over a hostile server: what they ask for, when, and what they keep.

vi.mock("./contact/proof.browser.ts", () => ({
  solve: async () => ({ ok: true, value: { challenge: {}, solution: {} } }),
}));

let world: World;
let house: HostileHouse;
/** The server's answer to whoever asks for the jour's word, and what happens first. */
let trust: () => Promise<TrustBundle>;
beforeEach(async () => {
  world = await createWorld({ now: Date.now() });
  house = await HostileHouse.open(0xc1, world);
  trust = async () => world.trust;
  vi.stubGlobal("fetch", async (path: string) => Response.json(await answer(path)));
  vi.stubGlobal("location", { href: "http://127.0.0.1/" });
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("document", { ...quiet, visibilityState: "visible", hidden: false });
  vi.stubGlobal("addEventListener", quiet.addEventListener);
  vi.stubGlobal("removeEventListener", quiet.removeEventListener);
  onTestFinished(() => void vi.unstubAllGlobals());
});

const uuid = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

async function wordOfTheJour(): Promise<{ log: string[]; directory: string }> {
  const { log, directory } = await trust();
  return { log: log.map(toBase64url), directory: toBase64url(directory) };
}

async function answer(path: string): Promise<object> {
  if (path === paths.trust) return wordOfTheJour();
  if (path === paths.challenge) return { challenge: {}, steps: 1 };
  if (path !== paths.open) return {};
  return { conversation: toBase64url(house.conversation), token: "token", pass: "pass" };
}

/** The page's own connection leads to this side. */
function plugged(): Side {
  const side = house.server.side();
  const open = (): object => side.environment.openSocket("");
  vi.stubGlobal("WebSocket", function socket() {
    return open();
  });
  return side;
}

const happened = (e: ServerEvent["e"]) => said({ e, duty: uuid(world.jour), at: Date.now() });

/** As the page's first script hands it over, with nothing begun ahead. */
const early = (): ConstructorParameters<typeof ContactApp>[3] => ({
  task: beginTask(),
  socket: { open: () => undefined, take: () => undefined },
});

describe("the seeker's page", () => {
  async function knocking(): Promise<{ app: ContactApp; side: Side }> {
    const side = plugged();
    const face = {
      language: "sv",
      jour: { id: uuid(world.jour) },
      face: { id: uuid(world.face) },
    } as never;
    const door = { door: "woman", received: true } as never;
    const status = { open: true, waiting: 0, estimate: null };
    const app = new ContactApp(face, door, status, early());
    await app.knock();
    await soon(() => expect(app.phase.value).toEqual({ at: "room" }));
    onTestFinished(() => void app.forget());
    return { app, side };
  }

  async function talking(): Promise<{ app: ContactApp; side: Side; anna: Seat }> {
    const { app, side } = await knocking();
    const anna = await house.volunteer("anna", { hello: "take" });
    await soon(() => expect(app.talk.value?.joining.value).toHaveLength(1));
    const [guest] = app.talk.value?.joining.value ?? [];
    if (guest) await app.talk.value?.admit(guest.tab);
    await soon(() => expect(anna.members()).toHaveLength(2));
    return { app, side, anna };
  }

  test("asks for the jour's word anew when somebody comes, and looks at nobody before it has it", async () => {
    const { app } = await knocking();
    // What it heard five seconds ago still counts.
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    const healthy = { ...world, trust: world.trust };
    await world.publish({ version: 8, members: [await world.member("bea")] });
    const newer = world.trust;
    trust = () => new Promise((resolve) => setTimeout(() => resolve(newer), 60));
    house.server.add(happened("taken"));
    const anna = await house.volunteer("anna", { hello: "take", world: healthy });
    await soon(() => expect(app.talk.value?.problem.value).toBe("member-not-in-directory"));
    expect(app.talk.value?.joining.value).toEqual([]);
    expect(anna.members()).toEqual([]);
  });

  test("believes no server that nothing is missing, and keeps no key or word of what is over", async () => {
    const { app, side, anna } = await talking();
    await anna.talk.write("hej");
    await soon(() => expect(app.talk.value?.lines.value).toHaveLength(2));
    const talk = app.talk.value;
    side.text({ t: "closed", code: "ended" });
    await soon(() => expect(app.phase.value).toMatchObject({ at: "over", sure: false }));
    expect(app.talk.value).toBeNull();
    expect(talk?.lines.value).toEqual([]);
    expect(await talk?.write("mer")).toMatchObject({ ok: false, code: "ended" });
  });

  test("tells an end as whole that was signed", async () => {
    const { app, side, anna } = await talking();
    await anna.talk.write("hej då");
    await anna.talk.end();
    await soon(() => expect(app.talk.value?.ended.value).toMatchObject({ confirmed: true }));
    side.text({ t: "closed", code: "ended" });
    await soon(() => expect(app.phase.value).toMatchObject({ at: "over", sure: true }));
  });
});

describe("the desk", () => {
  async function atDesk(fingerprint?: Uint8Array): Promise<DeskRoom> {
    plugged();
    const { bytes, seed } = await world.duty("anna");
    const api = {
      get: async (path: string) => ok(path === paths.trust ? await wordOfTheJour() : {}),
      post: async () => ok({ ticket: "token" }),
    } as never;
    const room = new DeskRoom({
      api,
      holder: { suite: world.suite, jour: uuid(world.jour), member: "", identity: {} as never },
      trust: new TrustSource(api, () => fingerprint),
      duty: () => ({ statement: toBase64url(bytes), seed, capacity: 3 }) as never,
      bell: { ring: () => undefined, mark: () => undefined } as never,
    });
    onTestFinished(() => room.close());
    return room;
  }

  const facts = () =>
    ({
      conversation: toBase64url(house.conversation),
      face: uuid(world.face),
      door: "woman",
      language: "sv",
      since: 0,
    }) as const;

  test("takes a conversation with the jour's word of now, and holds to the root that it knows", async () => {
    const seeker = await house.seeker();
    const known = await world.suite.sha256(world.log[0] ?? new Uint8Array(0));
    const room = await atDesk(known);
    await room.take(facts());
    await soon(() => expect(seeker.talk.joining.value).toHaveLength(1));
    expect(room.talks.value[0]?.talk.problem.value).toBeNull();
  });

  test("does not greet upon another root than its own, however well that one is signed", async () => {
    const known = await world.suite.sha256(world.log[0] ?? new Uint8Array(0));
    const room = await atDesk(known);
    const other = await createWorld({ salt: 0x50, now: world.now });
    trust = async () => other.trust;
    await room.take(facts());
    await room.talks.value[0]?.talk.write("väntar på sin tur");
    expect(house.server.log).toEqual([]);
  });

  test("asks anew when a colleague comes, so that she is checked against the register of now", async () => {
    const seeker = await house.seeker();
    const room = await atDesk();
    await room.take(facts());
    await soon(() => expect(seeker.talk.joining.value).toHaveLength(1));
    const [guest] = seeker.talk.joining.value;
    if (guest) await seeker.talk.admit(guest.tab);
    const talk = room.talks.value[0]?.talk;
    await soon(() => expect(talk?.members.value).toHaveLength(2));
    const healthy = { ...world, trust: world.trust };
    await world.publish({ version: 8, members: [await world.member("anna")] });
    const newer = world.trust;
    trust = () => new Promise((resolve) => setTimeout(() => resolve(newer), 60));
    house.server.add(happened("joined"));
    await house.volunteer("bea", { hello: "join", world: healthy });
    await soon(() => expect(talk?.problem.value).toBe("member-not-in-directory"));
  });

  test("that another tab has put out shows nothing more and keeps no key", async () => {
    const seeker = await house.seeker();
    const desk = await house.desk("anna", "take");
    await soon(() => expect(seeker.talk.joining.value).toHaveLength(1));
    await seeker.talk.admit(seeker.talk.joining.value[0]?.tab ?? new Uint8Array(0));
    await soon(() => expect(desk.talk.together.value).toBe(true));
    const again = await house.volunteer("anna", { hello: "return" });
    await house.letIn(seeker, again);
    await soon(() => expect(desk.talk.over.value).toEqual({ how: "elsewhere" }));
    expect(await desk.talk.talk.write("x")).toMatchObject({ ok: false, code: "ended" });
    expect(desk.talk.talk.lines.value).toEqual([]);
  });
});
