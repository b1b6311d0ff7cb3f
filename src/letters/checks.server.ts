import { attempt, type Suite } from "../protocol/index.ts";
import {
  letter,
  type LetterHeader,
  mailboxFrame,
  mailboxId,
  mark,
  sheet,
} from "../protocol/letters/index.ts";
import { fail, ok, type Result } from "../platform/result.ts";

// What the server can check without reading: that the bytes are what they say, and whose they are.
// The browsers check all of it again, and more.

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
type Refused = "letter-refused";

export interface CheckedMailbox {
  readonly id: Uint8Array;
  readonly sign: Uint8Array;
}

export async function checkMailbox(
  suite: Suite,
  jour: Uint8Array,
  bytes: Uint8Array,
): Promise<Result<CheckedMailbox, Refused>> {
  const read = await attempt(() => mailboxFrame.decode(bytes));
  if (!read.ok || !same(read.value.jour, jour)) return fail("letter-refused");
  return ok({ id: await mailboxId(suite, bytes), sign: read.value.sign });
}

export interface LetterExpected {
  readonly mailbox: Uint8Array;
  readonly face: Uint8Array;
  readonly author: LetterHeader["author"];
  /** Her mailbox's key, or that of the team key which the letter names. */
  signer(header: LetterHeader): Uint8Array | undefined;
}

export async function checkLetter(
  suite: Suite,
  bytes: Uint8Array,
  expected: LetterExpected,
): Promise<Result<LetterHeader, Refused>> {
  const read = await attempt(async () => {
    const { header } = letter.peek(bytes);
    const signer = expected.signer(header);
    if (signer) await letter.open(suite, signer, bytes);
    return signer ? header : undefined;
  });
  if (!read.ok || !read.value) return fail("letter-refused");
  const { mailbox, face, author } = read.value;
  const fits =
    same(mailbox, expected.mailbox) && same(face, expected.face) && author === expected.author;
  return fits ? ok(read.value) : fail("letter-refused");
}

/** A note or a draft for the team of this mailbox; its signature is for the team to judge. */
export async function checkSheet(
  bytes: Uint8Array,
  expected: { readonly mailbox: Uint8Array; readonly kind: "note" | "draft" },
): Promise<Result<undefined, Refused>> {
  const read = await attempt(() => sheet.peek(bytes).header);
  const fits =
    read.ok && same(read.value.mailbox, expected.mailbox) && read.value.kind === expected.kind;
  return fits ? ok() : fail("letter-refused");
}

export async function checkMark(
  bytes: Uint8Array,
  expected: { readonly mailbox: Uint8Array; readonly author: LetterHeader["author"] },
): Promise<Result<undefined, Refused>> {
  const read = await attempt(() => mark.peek(bytes));
  const fits =
    read.ok && same(read.value.mailbox, expected.mailbox) && read.value.author === expected.author;
  return fits ? ok() : fail("letter-refused");
}
