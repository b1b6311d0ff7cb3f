import { type Staff, teamTrust } from "../people/index.browser.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { fromBase64url, toBase64url } from "../protocol/index.ts";
import { type Manager, NOTE_SIZE, openNote, sealNote } from "../protocol/records/index.ts";
import { carePaths as paths, type ReadersView, type SealedNote } from "./contract.ts";

// What her browser does with her own keys. The server sees for whom a note is, and how long roughly.

const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();
const same = (a: Uint8Array, b: Uint8Array): boolean => a.join() === b.join();

/** Everybody who was there, each under the key that the signed directory vouches for. */
async function checkedReaders(
  staff: Staff,
  { readers }: ReadersView,
): Promise<Result<Manager[], "false">> {
  const trusted = await teamTrust(staff);
  if (!trusted.ok) return fail("false");
  const checked: Manager[] = [];
  for (const { id, sealKey } of readers) {
    const line = trusted.value.trust.members.find((one) => same(one.id, uuidBytes(id)));
    const seal = bytesOf(sealKey);
    if (!line || !same(await staff.suite.sha256(seal), line.sealKeyHash)) return fail("false");
    checked.push({ member: line.id, seal, sealKeyHash: line.sealKeyHash });
  }
  return checked.length > 0 ? ok(checked) : fail("false");
}

export async function writeNote(
  staff: Staff,
  draft: { readonly session: string; readonly text: string; readonly days: number },
): Promise<Result<unknown>> {
  const { session, text, days } = draft;
  if (new TextEncoder().encode(text).length > NOTE_SIZE) return fail("too-long");
  const found = await staff.api.post<ReadersView>(paths.readers, { session });
  if (!found.ok) return found;
  const readers = await checkedReaders(staff, found.value);
  if (!readers.ok) return readers;
  const of = { jour: staff.jour, session: uuidBytes(session), at: Date.now(), text };
  const author = uuidBytes(staff.me.value?.member ?? "");
  const sealed = await sealNote(staff.suite, staff.identity.sign, { ...of, author }, readers.value);
  return staff.api.post(paths.write, { session, days, sealed: toBase64url(sealed) });
}

/** The words, if she who is said to have written them did. */
export async function readNote(staff: Staff, note: string): Promise<Result<string>> {
  const [answer, trusted] = await Promise.all([
    staff.api.post<SealedNote>(paths.open, { note }),
    teamTrust(staff),
  ]);
  if (!answer.ok) return answer;
  const author = uuidBytes(answer.value.author);
  const line = trusted.ok && trusted.value.trust.members.find((one) => same(one.id, author));
  if (!line) return fail("cannot-open");
  const opened = await openNote(
    staff.suite,
    bytesOf(answer.value.sealed),
    { jour: staff.jour, session: uuidBytes(answer.value.session), author, identity: line.identity },
    { member: uuidBytes(staff.me.value?.member ?? ""), seal: staff.identity.seal },
  );
  return opened.ok ? ok(opened.value.text) : fail("cannot-open");
}
