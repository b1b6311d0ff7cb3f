import { randomUUID } from "node:crypto";
import { uuidBytes } from "../../src/platform/ids.ts";
import {
  createSuite,
  draftDelegate,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
  type Suite,
  type TrustBundle,
} from "../../src/protocol/index.ts";

const HOUR = 3_600_000;

export interface TrustedWoman {
  readonly id: string;
  readonly identity: Uint8Array;
}

export interface TrustedJour {
  readonly suite: Suite;
  readonly bundle: TrustBundle;
  readonly women: readonly TrustedWoman[];
  woman(index: number): TrustedWoman;
  /** A statement of duty as her browser would make it, with the seed that signs for the shift. */
  duty(
    woman: TrustedWoman,
    face: string,
    more?: { alias?: string; until?: number; seed?: Uint8Array },
  ): Promise<{ statement: Uint8Array; seed: Uint8Array }>;
}

/** The signed trust of one jour with a founder and so many members, all in the conversation team. */
export async function trustedJour(jour: string, count: number): Promise<TrustedJour> {
  const suite = await createSuite();
  const now = Date.now();
  const [root, delegate] = [suite.random(32), suite.random(32)];
  const base = { jour: uuidBytes(jour), at: now - HOUR };
  const rootDraft = draftRoot({
    ...base,
    previous: new Uint8Array(32),
    version: 1,
    m: 1,
    keys: [await suite.ed25519.publicKey(root)],
  });
  const rootEntry = await makeEntry(suite, "root", rootDraft, [root]);
  const delegateDraft = draftDelegate({
    ...base,
    previous: await suite.sha256(rootEntry),
    key: await suite.ed25519.publicKey(delegate),
    until: now + 24 * HOUR,
  });
  const delegateEntry = await makeEntry(suite, "delegate", delegateDraft, [root]);
  const head = await suite.sha256(delegateEntry);
  const women = Array.from({ length: count }, () => ({
    id: randomUUID(),
    identity: suite.random(32),
  }));
  const members = await Promise.all(
    women.map(async ({ id, identity }) => ({
      id: uuidBytes(id),
      role: "volunteer" as const,
      teams: ["conversations"],
      identity: await suite.ed25519.publicKey(identity),
      sealKeyHash: suite.random(32),
      validFrom: now - HOUR,
      validUntil: now + 24 * HOUR,
    })),
  );
  const directory = await makeDirectory(suite, delegate, {
    ...base,
    version: 1,
    previous: new Uint8Array(32),
    head,
    expires: now + 24 * HOUR,
    members,
  });
  return {
    suite,
    women,
    woman(index) {
      const found = women[index];
      if (!found) throw new Error("the jour has fewer women");
      return found;
    },
    bundle: { log: [rootEntry, delegateEntry], directory },
    duty: (woman, face, more) => statementOf(suite, { jour, face, head }, woman, more),
  };
}

/** Of a jour whose log ends with the entry of this hash. */
export async function statementOf(
  suite: Suite,
  { jour, face, head }: { jour: string; face: string; head: Uint8Array },
  woman: TrustedWoman,
  more: { alias?: string; until?: number; seed?: Uint8Array } = {},
): Promise<{ statement: Uint8Array; seed: Uint8Array }> {
  const seed = more.seed ?? suite.random(32);
  const statement = await makeDuty(suite, woman.identity, {
    jour: uuidBytes(jour),
    face: uuidBytes(face),
    member: uuidBytes(woman.id),
    key: await suite.ed25519.publicKey(seed),
    alias: more.alias ?? "Sara",
    from: Date.now() - 1000,
    until: more.until ?? Date.now() + HOUR,
    head,
  });
  return { statement, seed };
}
