import { type Staff, teamTrust } from "../people/index.browser.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { fromBase64url, toBase64url } from "../protocol/index.ts";
import {
  EXTRACT_SIZE,
  looksHash,
  makePledge,
  makeReview,
  type Manager,
  openExtract,
  pledgeTextHash,
  type Register,
  REGISTERS,
  sealExtract,
  verifyPledge,
} from "../protocol/records/index.ts";
import {
  type LooksView,
  type NewCopy,
  type OpenCopy,
  type PledgesView,
  type PledgeText,
  recordPaths as paths,
} from "./contract.ts";

// What her browser does with her own keys: signs, verifies, seals and opens.

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

/** Coordinators to whom a copy can be sealed: those whose key the directory vouches for. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly sealKey: string;
}

async function managersOf(
  staff: Staff,
  candidates: readonly Candidate[],
): Promise<Result<Manager[]>> {
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return trusted;
  const managers: Manager[] = [];
  for (const { id, sealKey } of candidates) {
    const line = trusted.value.trust.members.find((one) => same(one.id, uuidBytes(id)));
    const seal = bytesOf(sealKey);
    const isHers = line && same(await staff.suite.sha256(seal), line.sealKeyHash);
    if (line?.role !== "coordinator" || !isHers) return fail("copy-refused");
    managers.push({ member: line.id, seal, sealKeyHash: line.sealKeyHash });
  }
  return managers.length > 0 ? ok(managers) : fail("copy-refused");
}

const KINDS = ["application/pdf", "image/jpeg", "image/png", "image/webp"];

export interface CopyDraft extends Omit<NewCopy, Register> {
  readonly files: Readonly<Record<Register, File>>;
}

/** Both files, sealed here to the managers: what leaves the browser can be opened by nobody else. */
export async function sendCopy(
  staff: Staff,
  { files, ...about }: CopyDraft,
  candidates: readonly Candidate[],
): Promise<Result<unknown>> {
  const managers = await managersOf(staff, candidates);
  if (!managers.ok) return managers;
  const sealed: Record<Register, string> = { criminal: "", suspicion: "" };
  for (const register of REGISTERS) {
    const file = files[register];
    if (!KINDS.includes(file.type)) return fail("file-kind");
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length + 1 > EXTRACT_SIZE) return fail("file-too-large");
    const of = { jour: staff.jour, member: uuidBytes(about.member), register };
    // The kind travels inside: outside, nothing tells a picture from a page.
    const content = new Uint8Array([KINDS.indexOf(file.type), ...bytes]);
    sealed[register] = toBase64url(await sealExtract(staff.suite, of, managers.value, content));
  }
  return staff.api.post(paths.copy, { ...about, ...sealed });
}

/** For a manager: the file as it was handed in. */
export async function fetchCopy(
  staff: Staff,
  about: OpenCopy & { readonly member: string },
): Promise<Result<Blob>> {
  const { copy, register } = about;
  const answer = await staff.api.post<{ sealed: string }>(paths.openCopy, { copy, register });
  if (!answer.ok) return answer;
  const of = { jour: staff.jour, member: uuidBytes(about.member), register };
  const self = { member: uuidBytes(staff.me.value?.member ?? ""), seal: staff.identity.seal };
  const opened = await openExtract(staff.suite, bytesOf(answer.value.sealed), of, self);
  if (!opened.ok) return fail(opened.code);
  const type = KINDS[opened.value[0] ?? 0] ?? "application/pdf";
  return ok(new Blob([opened.value.slice(1) as Uint8Array<ArrayBuffer>], { type }));
}
