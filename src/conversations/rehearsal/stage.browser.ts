import { uuidBytes } from "../../platform/ids.ts";
import {
  createSuite,
  draftDelegate,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
  type Self,
  type Suite,
  toBase64url,
  type TrustBundle,
} from "../../protocol/index.ts";
import { MemoryLog } from "./memory-log.browser.ts";

const HOUR = 3_600_000;

/** A jour that exists in this page alone, with keys drawn for the moment: nothing of it leaves the page. */
export interface Stage {
  readonly suite: Suite;
  /** As uuids. */
  readonly jour: string;
  readonly face: string;
  /** base64url. */
  readonly conversation: string;
  readonly trust: TrustBundle;
  readonly log: MemoryLog;
  dutyOf(alias: string): Promise<{ readonly statement: Uint8Array; readonly seed: Uint8Array }>;
  /** What a session of this conversation is made of. */
  session(self: Self): {
    readonly suite: Suite;
    readonly conversation: Uint8Array;
    readonly self: Self;
    readonly jour: Uint8Array;
    readonly face: Uint8Array;
    readonly trust: () => TrustBundle;
    readonly now: () => number;
  };
}

export async function openStage(aliases: readonly string[]): Promise<Stage> {
  const suite = await createSuite();
  const now = Date.now();
  const [jour, face] = [crypto.randomUUID(), crypto.randomUUID()];
  const conversation = suite.random(16);
  const women = await Promise.all(aliases.map((alias) => woman(suite, alias, now)));
  const founded = await found(suite, uuidBytes(jour), now, women);
  const { head, ...trust } = founded;
  return {
    ...{ suite, jour, face, trust, log: new MemoryLog(), conversation: toBase64url(conversation) },
    async dutyOf(alias) {
      const hers = women.find((one) => one.alias === alias);
      if (!hers) throw new Error(`nobody is called ${alias}`);
      const { identity, seed, member } = hers;
      const statement = await makeDuty(suite, identity, {
        ...{ jour: uuidBytes(jour), face: uuidBytes(face), member: member.id, alias, head },
        ...{ from: now - HOUR, until: now + HOUR },
        key: await suite.ed25519.publicKey(seed),
      });
      return { statement, seed };
    },
    session: (self) => ({
      ...{ suite, conversation, self, now: Date.now, trust: () => trust },
      ...{ jour: uuidBytes(jour), face: uuidBytes(face) },
    }),
  };
}

type Woman = Awaited<ReturnType<typeof woman>>;

async function woman(suite: Suite, alias: string, now: number) {
  const identity = suite.random(32);
  const member = {
    id: suite.random(16),
    role: "volunteer" as const,
    teams: ["conversations"],
    identity: await suite.ed25519.publicKey(identity),
    sealKeyHash: suite.random(32),
    validFrom: now - HOUR,
    validUntil: now + 24 * HOUR,
  };
  return { alias, identity, seed: suite.random(32), member };
}

/** The same chain as a real jour's, a day long. */
async function found(suite: Suite, jour: Uint8Array, now: number, women: readonly Woman[]) {
  const [root, delegate] = [suite.random(32), suite.random(32)];
  const nothing = new Uint8Array(32);
  const base = { jour, at: now - HOUR };
  const keys = [await suite.ed25519.publicKey(root)];
  const rootDraft = draftRoot({ ...base, previous: nothing, version: 1, m: 1, keys });
  const rootEntry = await makeEntry(suite, "root", rootDraft, [root]);
  const delegateDraft = draftDelegate({
    ...{ ...base, until: now + 24 * HOUR },
    previous: await suite.sha256(rootEntry),
    key: await suite.ed25519.publicKey(delegate),
  });
  const delegateEntry = await makeEntry(suite, "delegate", delegateDraft, [root]);
  const head = await suite.sha256(delegateEntry);
  const directory = await makeDirectory(suite, delegate, {
    ...{ ...base, version: 1, previous: nothing, head, expires: now + 24 * HOUR },
    members: women.map(({ member }) => member),
  });
  return { log: [rootEntry, delegateEntry], directory, head };
}
