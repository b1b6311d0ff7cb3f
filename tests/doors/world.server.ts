import { type OpenAnswer, paths, type Proof } from "../../src/conversations/contract.ts";
import { type DutyView, shiftPaths } from "../../src/shifts/index.ts";
import { makeDuty, toBase64url } from "../../src/protocol/index.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import type { Heard, Said } from "../factories/asking.server.ts";
import { type HouseToAsk, solved } from "../factories/conversation-sides.server.ts";
import {
  currentTrust,
  foundedBy,
  type HouseOfPeople,
  joined,
  publication,
  secret,
  signerOf,
  suite,
  type Woman,
} from "../factories/people.server.ts";
import { type RealHouse, realHouse } from "../factories/real-house.server.ts";
import { bySocket, type Caller, hello } from "./caller.server.ts";

export const HOSTS = {
  desk: "mira.localhost",
  /** The same jour's other face. */
  face: "dinungdomsjour.localhost",
  other: "vide.localhost",
  federation: "localhost",
  unknown: "elsewhere.localhost",
} as const;

/** Who may come to a door. */
export const ACTORS = {
  nobody: "nobody",
  stranger: "a coordinator of another jour",
  signedOut: "one who has signed out",
  removed: "one who was taken out of the register",
  offDuty: "a volunteer who is not on duty",
  expired: "a volunteer whose duty has expired",
  colleague: "a volunteer on duty who was not asked in",
  called: "a volunteer on duty who was called in",
  inside: "the volunteer in the conversation",
  coordinator: "a coordinator",
} as const;
export type Actor = keyof typeof ACTORS;

export interface World {
  readonly house: RealHouse;
  readonly mira: HouseOfPeople;
  readonly vide: HouseOfPeople;
  readonly women: Readonly<Record<Exclude<Actor, "nobody">, Woman>>;
  readonly duties: Readonly<Record<"inside" | "called" | "colleague" | "stranger", string>>;
  readonly face: string;
  readonly otherFace: string;
  readonly passphrase: { readonly lookup: string; readonly auth: string };
  ask(who: Actor, method: string, path: string, said?: Said): Promise<Heard>;
  /** A statement of her duty, as her browser would send it. */
  statement(woman: Woman, place?: HouseOfPeople): Promise<object>;
  waiting(host?: string): Promise<OpenAnswer>;
  /** Taken by `inside`; with whom she called, and whom she has with her. */
  talking(and?: "called" | "joined"): Promise<OpenAnswer>;
  /** What a seeker needs to come in. */
  readonly sides: HouseToAsk;
  proof(): Promise<Proof>;
  close(): Promise<void>;
}

/** Two jours with everybody who may come to a door, through the doors themselves. */
export async function openWorld(): Promise<World> {
  const house = await realHouse({ LYKTA_GRACE_MINUTES: "120" });
  const [mira, vide] = [await house.place("mira"), await house.place("vide")];
  const coordinator = await foundedBy(mira);
  const stranger = await foundedBy(vide, "Frida");
  const passphrase = { lookup: secret(), auth: secret() };
  const join = (name: string): Promise<Woman> =>
    joined(coordinator, mira, "volunteer", { name, ...(name === "Sara" ? { passphrase } : {}) });
  const inside = await join("Sara");
  const [called, colleague, offDuty] = [await join("Lena"), await join("Kim"), await join("Ines")];
  const [expired, signedOut, removed] = [await join("Eva"), await join("Anna"), await join("Rut")];
  const women = {
    stranger,
    signedOut,
    removed,
    offDuty,
    expired,
    colleague,
    called,
    inside,
    coordinator,
  };
  const [face, otherFace] = [await faceOf(inside), await faceOf(stranger)];
  const statement = (woman: Woman, place = mira) =>
    statementOf(woman, place, place === mira ? face : otherFace);
  const start = async (woman: Woman, place = mira): Promise<string> => {
    const begun = await woman.desk.post<DutyView>(shiftPaths.start, await statement(woman, place));
    return begun.body.duty;
  };
  const duties = {
    inside: await start(inside),
    called: await start(called),
    colleague: await start(colleague),
    stranger: await start(stranger, vide),
  };
  await start(expired);
  await runOut(house, mira, expired.member);
  const desks = await Promise.all([
    ...[inside, called, colleague].map((woman) => sitDown(house, woman, HOSTS.desk)),
    sitDown(house, stranger, HOSTS.other),
  ]);
  await leave(coordinator, mira, removed, signedOut);
  const sides: HouseToAsk = {
    port: house.port,
    async ask(method, path, body) {
      const heard = await house.ask(method, path, body === undefined ? {} : { body });
      return { ...heard, body: JSON.parse(heard.text) };
    },
  };
  let before: OpenAnswer | undefined;
  const world: World = {
    ...{ house, mira, vide, women, duties, face, otherFace, passphrase, statement },
    ask(who, method, path, said = {}) {
      const cookie = who === "nobody" ? "" : women[who].desk.cookie;
      return house.ask(method, path, { cookie, ...said });
    },
    ...{ sides, proof: () => solved(sides) },
    async waiting(host = HOSTS.desk) {
      const body = { door: "woman", language: "sv", proof: await solved(sides) };
      const opened = await house.ask("POST", paths.open, { host, body });
      if (opened.status !== 200) throw new Error(opened.text);
      return JSON.parse(opened.text) as OpenAnswer;
    },
    async talking(and) {
      // She takes eight at most: the one before is over.
      if (before) await house.ask("POST", paths.end, { body: { token: before.token } });
      const answer = await world.waiting();
      before = answer;
      const act = (woman: Woman, path: string, body: object) => woman.desk.post(path, body);
      const { conversation } = answer;
      await act(inside, paths.take, { conversation });
      if (and)
        await act(inside, paths.call, { conversation, duty: duties.called, handOver: false });
      if (and === "joined") await act(called, paths.join, { conversation });
      return answer;
    },
    async close() {
      for (const desk of desks) desk.close();
      await house.close();
    },
  };
  return world;
}

export const uuidText = (id: Uint8Array): string =>
  Buffer.from(id)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export async function faceOf(woman: Woman): Promise<string> {
  const { body } = await woman.desk.get<{ faces: { id: string }[] }>("/desk/api/shift-faces");
  return body.faces[0]?.id ?? "";
}

export async function statementOf(
  woman: Woman,
  place: HouseOfPeople,
  face: string,
): Promise<object> {
  const now = Date.now();
  const statement = await makeDuty(suite, woman.identity.sign, {
    jour: uuidBytes(place.jour),
    face: uuidBytes(face),
    member: uuidBytes(woman.member),
    key: await suite.ed25519.publicKey(suite.random(32)),
    alias: "Sara",
    from: now - 1000,
    until: now + 3_600_000,
    head: await suite.sha256((await currentTrust(woman.desk)).log.at(-1) ?? new Uint8Array(0)),
  });
  return { face, statement: toBase64url(statement), sealedSeed: "c2VhbGVk", capacity: 8 };
}

/** Her desk is connected: so she is present, and stays so. */
async function sitDown(house: RealHouse, woman: Woman, host: string): Promise<Caller> {
  const { body } = await woman.desk.post<{ ticket: string }>(paths.liveTicket, {});
  const desk = await bySocket(house.port, host);
  desk.say(hello(body.ticket));
  await desk.hears({ t: "ready" });
  return desk;
}

async function runOut(house: RealHouse, mira: HouseOfPeople, member: string): Promise<void> {
  await house.database.tenant(mira.jour, (tx) =>
    tx.rows("update duties set expires_at = now() - interval '1 second' where member_id = $1", [
      member,
    ]),
  );
}

/** One is taken out of the register, one signs out; both keep the cookie that they had. */
async function leave(
  coordinator: Woman,
  mira: HouseOfPeople,
  removed: Woman,
  signedOut: Woman,
): Promise<void> {
  const signed = await publication(coordinator.desk, mira, {
    signer: signerOf(coordinator),
    members: (before) => before.filter(({ id }) => uuidText(id) !== removed.member),
  });
  const published = await coordinator.desk.ask("PUT", "/desk/api/people/trust", signed);
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
  const { cookie } = signedOut.desk;
  await signedOut.desk.post("/desk/api/people/sign-out", {});
  signedOut.desk.cookie = cookie;
}
