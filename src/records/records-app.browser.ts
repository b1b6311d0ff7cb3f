import { type Staff, teamTrust } from "../people/index.browser.ts";
import { uuidBytes } from "../platform/ids.ts";
import { ok, type Result } from "../platform/result.ts";
import { fromBase64url, toBase64url } from "../protocol/index.ts";
import {
  looksHash,
  makePledge,
  makeReview,
  pledgeTextHash,
  verifyPledge,
} from "../protocol/records/index.ts";
import {
  type LooksView,
  type PledgesView,
  type PledgeText,
  recordPaths as paths,
} from "./contract.ts";

// What her browser does with her own keys: signs and verifies.

const nothing = new Uint8Array();
const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;
const same = (a: Uint8Array, b: Uint8Array): boolean => a.join() === b.join();

/** Signs the very text that stands on her screen. */
export async function signPledge(
  { suite, identity, me, jour, api }: Staff,
  text: PledgeText,
): Promise<Result<unknown>> {
  const { member = "", name = "" } = me.value ?? {};
  const statement = await makePledge(suite, identity.sign, {
    ...{ jour, member: uuidBytes(member), version: text.version, name, at: Date.now() },
    text: await pledgeTextHash(suite, text.body),
  });
  return api.post(paths.sign, { version: text.version, statement: toBase64url(statement) });
}

export interface Verified {
  readonly member: string;
  readonly name: string;
  /** The newest version whose signature is hers; null where there is none. */
  readonly version: number | null;
  readonly signedOn: string | null;
  /** The server shows a signature that is not hers. */
  readonly isFalse: boolean;
}

/** Everybody's pledge, believed only where her key in the signed directory has signed these very words. */
export async function verifyPledges(staff: Staff, view: PledgesView): Promise<Result<Verified[]>> {
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  const { members } = trusted.value.trust;
  const all = await Promise.all(
    view.members.map(async ({ id, name }): Promise<Verified> => {
      const line = members.find((one) => same(one.id, uuidBytes(id)));
      const claimed = view.pledges.filter(({ member }) => member === id);
      const [newest] = claimed.toSorted((a, b) => b.version - a.version);
      const words = view.texts.find(({ version }) => version === newest?.version)?.body;
      const none = { member: id, name, version: null, signedOn: null, isFalse: false };
      if (!newest) return none;
      if (!line || words === undefined) return { ...none, isFalse: true };
      const checked = await verifyPledge(staff.suite, bytesOf(newest.statement), {
        ...{ jour: staff.jour, member: line.id, identity: line.identity },
        ...{ version: newest.version, words },
      });
      const { version, signedOn } = newest;
      return checked.ok ? { ...none, version, signedOn } : { ...none, isFalse: true };
    }),
  );
  return ok(all);
}

/** Says that she has gone through the lines that stand on her screen. */
export async function signReview(
  { suite, identity, me, jour, api }: Staff,
  { month, looks }: LooksView,
): Promise<Result<unknown>> {
  const statement = await makeReview(suite, identity.sign, {
    ...{ jour, month, member: uuidBytes(me.value?.member ?? ""), at: Date.now() },
    looks: await looksHash(suite, looks),
  });
  return api.post(paths.review, { month, statement: toBase64url(statement) });
}
