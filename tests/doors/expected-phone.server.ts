import { randomUUID } from "node:crypto";
import {
  type Counted,
  type LineView,
  type NewAddress,
  phonePaths,
} from "../../src/channels/phone/contract.ts";
import type { ExpectedDoors, Sample } from "./expected-door.server.ts";
import { HOSTS, type World } from "./world.server.ts";

type Place = "mira" | "vide";

const whose = (world: World, place: Place) => {
  const { coordinator, stranger, inside } = world.women;
  return place === "mira"
    ? { head: coordinator.desk, duty: inside.desk, face: world.face }
    : { head: stranger.desk, duty: stranger.desk, face: world.otherFace };
};

const usual = { mode: "one-by-one", first: "in-turn", ringSeconds: 20 } as const;

/** The telephone of a jour is connected; gives what its coordinator would save next. */
async function draft(world: World, place: Place): Promise<object> {
  const { head, face } = whose(world, place);
  const version = async (): Promise<number> => {
    const { body } = await head.get<{ lines: LineView[] }>(phonePaths.lines);
    return body.lines.find((one) => one.face === face)?.line?.version ?? 0;
  };
  const saved = { ...usual, number: "031-390 06 00" };
  if ((await version()) === 0)
    await head.ask("PUT", phonePaths.line(face), { version: 0, ...saved });
  return { version: await version(), ...saved };
}

/** What the operator calls: another one each time. */
async function address(world: World, place: Place): Promise<string> {
  await draft(world, place);
  const { head, face } = whose(world, place);
  const { body } = await head.post<NewAddress>(phonePaths.secret(face), {});
  return new URL(body.address).pathname;
}

const headers = { "Content-Type": "application/x-www-form-urlencoded" };
const formOf = (call: string, result = ""): string =>
  `callid=${call}&direction=incoming&from=%2B46701740699&to=%2B46313900600${result}`;
const callId = (): string => `c${randomUUID().replaceAll("-", "")}`;

const start = async (world: World, place: Place): Promise<Sample> => ({
  ...{ path: await address(world, place), body: formOf(callId()), headers },
});

/** A call that rings somebody, and what the operator asks next. */
async function after(world: World, place: Place, what: "next" | "whenhangup"): Promise<Sample> {
  const path = await address(world, place);
  await whose(world, place).duty.post(phonePaths.take, { number: "070-174 06 05" });
  const call = callId();
  const host = place === "mira" ? HOSTS.desk : HOSTS.other;
  const heard = await world.house.ask("POST", path, { host, body: formOf(call), headers });
  const answer = JSON.parse(heard.text) as Record<string, string>;
  return {
    path: new URL(answer[what] ?? "").pathname,
    body: formOf(call, "&result=failed"),
    headers,
  };
}

const line = async (world: World, place: Place): Promise<Sample> => ({
  path: phonePaths.line(whose(world, place).face),
  body: await draft(world, place),
});
const secret = async (world: World, place: Place): Promise<Sample> => {
  await draft(world, place);
  return { path: phonePaths.secret(whose(world, place).face), body: {} };
};
const wav = Buffer.from("RIFF\0\0\0\0WAVE", "latin1").toString("base64url");
const recording = async (world: World, place: Place): Promise<Sample> => {
  await draft(world, place);
  const path = phonePaths.recording(whose(world, place).face, "closed");
  const body = { audio: wav };
  await whose(world, place).head.ask("PUT", path, body);
  return { path, body };
};
const withoutBody = async (sample: Promise<Sample>): Promise<Sample> => {
  const { path } = await sample;
  return path === undefined ? {} : { path };
};
const played = async (world: World, place: Place): Promise<Sample> => {
  await recording(world, place);
  const { head, face } = whose(world, place);
  const { body } = await head.get<{ lines: LineView[] }>(phonePaths.lines);
  const found = body.lines.find((one) => one.face === face)?.line?.recordings.closed;
  return { path: found ?? "" };
};

const operator = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const member = { who: "member", where: "jour" } as const;
const coordinator = { who: "jour.set", where: "jour", told: { coordinator: 200 } } as const;

/** The telephone: the operator, those on duty, and who decides about it. */
export const phoneDoors: ExpectedDoors = {
  "POST /phone/:face/:secret jour": {
    ...operator,
    ask: (world) => start(world, "mira"),
    foreign: (world) => start(world, "vide"),
  },
  "POST /phone/:face/:secret/next/:step jour": {
    ...operator,
    ask: (world) => after(world, "mira", "next"),
    foreign: (world) => after(world, "vide", "next"),
  },
  "POST /phone/:face/:secret/ended/:step jour": {
    ...operator,
    ask: (world) => after(world, "mira", "whenhangup"),
    foreign: (world) => after(world, "vide", "whenhangup"),
  },
  "GET /phone/voice/:clips jour": {
    ...operator,
    ask: async () => ({ path: "/phone/voice/closed-sv.danger-sv.wav" }),
  },
  "GET /phone/recording/:face/:name jour": {
    ...operator,
    ask: (world) => played(world, "mira"),
    foreign: (world) => played(world, "vide"),
  },
  [`GET ${phonePaths.mine} jour`]: { ...member, told: { rest: 200 } },
  [`POST ${phonePaths.inCall} jour`]: {
    ...{ ...member, told: { inside: 200, rest: "not-on-duty" } },
    async ask(world) {
      await draft(world, "mira");
      for (const who of [world.women.called, world.women.colleague])
        await who.desk.post(phonePaths.release, {});
      await world.women.inside.desk.post(phonePaths.take, { number: "070-174 06 05" });
      return { body: { inCall: false } };
    },
  },
  [`POST ${phonePaths.take} jour`]: {
    ...member,
    told: { inside: 200, called: 200, colleague: 200, rest: "not-on-duty" },
    async ask(world) {
      await draft(world, "mira");
      return { body: { number: "070-174 06 05" } };
    },
  },
  [`POST ${phonePaths.release} jour`]: {
    ...{ ...member, told: { rest: 200 } },
    ask: async () => ({ body: {} }),
  },
  [`POST ${phonePaths.count} jour`]: {
    ...{ ...member, told: { rest: 200 } },
    ask: async ({ face }) => ({ body: { face, door: "woman", length: "5-20" } }),
    foreign: async ({ otherFace }) => ({
      body: { face: otherFace, door: "woman", length: "5-20" },
    }),
  },
  [`POST ${phonePaths.undo} jour`]: {
    ...{ ...member, told: { inside: 200, rest: "gone" } },
    async ask({ women, face }) {
      const count = { face, door: "woman", length: "5-20" };
      const { body } = await women.inside.desk.post<Counted>(phonePaths.count, count);
      return { body: { counted: body.counted } };
    },
  },
  [`GET ${phonePaths.lines} jour`]: coordinator,
  [`PUT ${phonePaths.line(":face")} jour`]: {
    ...coordinator,
    ask: (world) => line(world, "mira"),
    foreign: (world) => line(world, "vide"),
  },
  [`POST ${phonePaths.secret(":face")} jour`]: {
    ...coordinator,
    ask: (world) => secret(world, "mira"),
    foreign: (world) => secret(world, "vide"),
  },
  [`PUT ${phonePaths.line(":face")}/recording/:kind jour`]: {
    ...coordinator,
    ask: (world) => recording(world, "mira"),
    foreign: (world) => recording(world, "vide"),
  },
  [`DELETE ${phonePaths.line(":face")}/recording/:kind jour`]: {
    ...coordinator,
    ask: (world) => withoutBody(recording(world, "mira")),
    foreign: (world) => withoutBody(recording(world, "vide")),
  },
  [`DELETE ${phonePaths.line(":face")} jour`]: {
    ...coordinator,
    ask: (world) => withoutBody(line(world, "mira")),
    foreign: (world) => withoutBody(line(world, "vide")),
  },
};
