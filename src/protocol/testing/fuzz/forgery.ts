import { end, epoch, hello, leave, message } from "../../conversation/objects.ts";
import type { Member } from "../../conversation/objects.ts";
import { direct } from "../../conversation/objects.ts";
import { hashOf, sealInfo, tagOf } from "../../conversation/propose.ts";
import { NOWHERE } from "../../conversation/reached.ts";
import { seal } from "../../hpke.ts";
import { TYPE } from "../../labels.ts";
import { bytes } from "../world.ts";
import type { House } from "./house.ts";

// What a server can make out of what it has: all frames, the jour's public word, keys of its own, a former
// volunteer's keys; and no key of anybody honest.

const OWN = bytes(0x66);
const KEY = bytes(0x67);

export interface Scene {
  readonly house: House;
  readonly conversation: Uint8Array;
  readonly log: readonly Uint8Array[];
}

const framesOf = ({ log }: Scene, type: number): Uint8Array[] =>
  log.filter((frame) => frame[1] === type);
const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];

/** Somebody's hello with the server's key to seal to; or the former volunteer's, whole and rightly signed. */
export async function forgedHello(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const { suite } = scene.house.world;
  const own = await suite.xwing.publicKey(KEY);
  const { former } = scene.house;
  if (b % 3 === 0) {
    return hello.make(suite, former.seed, {
      ...{ conversation: scene.conversation, tab: bytes(b & 255, 16), reason: "take" },
      ...{ duty: former.bytes, seal: own, directory: { version: 0, hash: bytes(0) } },
    });
  }
  const genuine = pick(framesOf(scene, TYPE.hello), b);
  if (!genuine) return undefined;
  const value = { ...hello.peek(genuine), seal: own };
  return hello.make(suite, OWN, b % 3 === 1 ? value : { ...value, tab: bytes(b & 255, 16) });
}

/** The next epoch in the name of somebody in the roster, sealed to all by a key of the server, with or without itself. */
export async function forgedEpoch(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const { suite } = scene.house.world;
  const newest = framesOf(scene, TYPE.epoch).at(-1);
  if (!newest) return undefined;
  const { core: before, tag: old } = epoch.peek(newest);
  const mallory: Member = {
    ...{ tab: bytes(0x99, 16), role: "volunteer", duty: scene.house.former.bytes },
    key: await suite.ed25519.publicKey(scene.house.former.seed),
    seal: await suite.xwing.publicKey(KEY),
  };
  const roster =
    [before.roster, [...before.roster, mallory], before.roster.slice(0, -1)][b % 3] ?? [];
  const author = pick(before.roster, b)?.tab ?? mallory.tab;
  const previous = await hashOf(suite, before, old);
  const core = { ...before, number: before.number + 1, previous, author, roster };
  const tag = await tagOf(suite, bytes(0x55), core);
  const hash = await hashOf(suite, core, tag);
  const seals = await Promise.all(
    roster.map(async ({ tab, seal: key }) => ({
      tab,
      sealed: await seal(suite, key, sealInfo(hash, tab), new Uint8Array(0), bytes(0x55)),
    })),
  );
  return epoch.make(suite, b % 2 ? OWN : scene.house.former.seed, { core, tag, seals });
}

const tabsOf = (scene: Scene): Uint8Array[] => {
  const newest = framesOf(scene, TYPE.epoch).at(-1);
  return newest ? epoch.peek(newest).core.roster.map(({ tab }) => tab) : [];
};

export async function forgedEnd(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const tab = pick(tabsOf(scene), b);
  const { conversation } = scene;
  const value = tab && { conversation, tab, reached: NOWHERE, counters: [] };
  return value && end.make(scene.house.world.suite, OWN, value);
}

export async function forgedLeave(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const tab = pick(tabsOf(scene), b);
  const { conversation } = scene;
  const value = tab && { conversation, tab, reached: NOWHERE, counter: 0 };
  return value && leave.make(scene.house.world.suite, OWN, value);
}

/** A header that looks right over bytes that nobody has sealed; or another's bytes under this header. */
export async function forgedMessage(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const tab = pick(tabsOf(scene), b);
  const newest = framesOf(scene, TYPE.epoch).at(-1);
  if (!tab || !newest) return undefined;
  const { number } = epoch.peek(newest).core;
  const genuine = pick(framesOf(scene, TYPE.message), b >> 3);
  const sealed = genuine && b % 2 ? message.decode(genuine).sealed : bytes(b & 255, 600);
  return message.encode({ epoch: number, tab, counter: 1 + (b % 9), sealed });
}

/** Another's letter with other names on it. */
export async function forgedDirect(scene: Scene, b: number): Promise<Uint8Array | undefined> {
  const genuine = pick(framesOf(scene, TYPE.direct), b);
  const [from, to] = [pick(tabsOf(scene), b), pick(tabsOf(scene), b + 1)];
  if (!genuine || !from || !to) return undefined;
  return direct.encode({ ...direct.decode(genuine), from, to });
}
