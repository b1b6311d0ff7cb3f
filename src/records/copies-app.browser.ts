import { type Staff, teamTrust } from "../people/index.browser.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { fromBase64url, toBase64url } from "../protocol/index.ts";
import {
  EXTRACT_SIZE,
  type Manager,
  openExtract,
  type Register,
  REGISTERS,
  sealExtract,
  signHandedIn,
  verifyHandedIn,
} from "../protocol/records/index.ts";
import {
  type CopyView,
  type NewCopy,
  type OpenCopy,
  type OpenedCopy,
  recordPaths as paths,
} from "./contract.ts";

// Copies of register extracts: sealed and signed where they are handed in, verified and opened where they are read.

const nothing = new Uint8Array();
const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;
const same = (a: Uint8Array, b: Uint8Array): boolean => a.join() === b.join();

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

export interface CopyDraft extends Omit<NewCopy, Register | "statement"> {
  readonly files: Readonly<Record<Register, File>>;
}

/** Both files, sealed here to the managers: what leaves the browser can be opened by nobody else, and is signed as hers. */
export async function sendCopy(
  staff: Staff,
  { files, ...about }: CopyDraft,
  candidates: readonly Candidate[],
): Promise<Result<unknown>> {
  const managers = await managersOf(staff, candidates);
  if (!managers.ok) return managers;
  const { suite, jour } = staff;
  const member = uuidBytes(about.member);
  const sealed: Record<Register, Uint8Array> = { criminal: nothing, suspicion: nothing };
  for (const register of REGISTERS) {
    const file = files[register];
    if (!KINDS.includes(file.type)) return fail("file-kind");
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length + 1 > EXTRACT_SIZE) return fail("file-too-large");
    // The kind travels inside: outside, nothing tells a picture from a page.
    const content = new Uint8Array([KINDS.indexOf(file.type), ...bytes]);
    sealed[register] = await sealExtract(
      suite,
      { jour, member, register },
      managers.value,
      content,
    );
  }
  const author = uuidBytes(staff.me.value?.member ?? "");
  const of = { jour, member, author, issued: about.issuedOn, started: about.startedOn };
  const signed = await signHandedIn(suite, staff.identity.sign, { ...of, at: Date.now() }, sealed);
  return staff.api.post(paths.copy, {
    ...about,
    criminal: toBase64url(sealed.criminal),
    suspicion: toBase64url(sealed.suspicion),
    statement: toBase64url(signed),
  });
}

export interface FetchedCopy {
  readonly file: Blob;
  /** Who handed it in, and when: proven. Null where no coordinator's signature shows it. */
  readonly handedIn: { readonly by: string; readonly at: number } | null;
}

/** For a manager: the file as it was handed in, and whether that is proven. One that contradicts its signature is not given. */
export async function fetchCopy(
  staff: Staff,
  about: Pick<OpenCopy, "register"> & { readonly copy: CopyView },
): Promise<Result<FetchedCopy>> {
  const { copy, register } = about;
  const answer = await staff.api.post<OpenedCopy>(paths.openCopy, { copy: copy.id, register });
  if (!answer.ok) return answer;
  const sealed = bytesOf(answer.value.sealed);
  const of = { jour: staff.jour, member: uuidBytes(copy.member), register };
  const handedIn = await provenOf(staff, copy, { register, sealed }, answer.value.handedIn);
  if (!handedIn.ok) return handedIn;
  const self = { member: uuidBytes(staff.me.value?.member ?? ""), seal: staff.identity.seal };
  const opened = await openExtract(staff.suite, sealed, of, self);
  if (!opened.ok) return fail(opened.code);
  const type = KINDS[opened.value[0] ?? 0] ?? "application/pdf";
  const file = new Blob([opened.value.slice(1) as Uint8Array<ArrayBuffer>], { type });
  return ok({ file, handedIn: handedIn.value });
}

/** A coordinator's signature, by the key that the directory has of her now, over these bytes for this member and these days. */
async function provenOf(
  staff: Staff,
  copy: CopyView,
  { register, sealed }: { readonly register: Register; readonly sealed: Uint8Array },
  said: OpenedCopy["handedIn"],
): Promise<Result<FetchedCopy["handedIn"], "copy-false">> {
  const trusted = await teamTrust(staff);
  if (said === null || !trusted.ok) return ok(null);
  const line = trusted.value.trust.members.find(({ id }) => same(id, uuidBytes(said.by)));
  if (line?.role !== "coordinator") return ok(null);
  const checked = await verifyHandedIn(staff.suite, bytesOf(said.statement), {
    ...{ jour: staff.jour, member: uuidBytes(copy.member), author: line.id },
    ...{ identity: line.identity, issued: copy.issuedOn, started: copy.startedOn },
    ...{ register, sealed },
  });
  if (checked.ok) return ok({ by: said.name, at: checked.value.at });
  // By a key that she has no longer, or never had: nothing is proven. All else is a lie.
  return checked.code === "bad-signature" ? ok(null) : fail("copy-false");
}
