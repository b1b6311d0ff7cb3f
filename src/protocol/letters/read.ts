import { equal } from "../bytes.ts";
import { LABEL } from "./labels.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome, RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { openBox } from "./box.ts";
import {
  letter,
  letterContent,
  letterHeader,
  mailboxFrame,
  mark,
  sheet,
  sheetHeader,
} from "./objects.ts";
import type {
  Author,
  LetterBody,
  LetterContent,
  LetterHeader,
  Mailbox,
  SheetKind,
} from "./objects.ts";
import type { VerifiedTeamKey } from "./team-key.ts";
import { mailboxId } from "./write.ts";

/** Who reads: she with her mailbox's seed, or a member with the seeds of the team keys that she holds. */
export type Reader =
  | { readonly side: "seeker"; readonly seal: Uint8Array }
  | { readonly side: "team"; seal(teamKey: Uint8Array): Uint8Array | undefined };

export interface MailboxToRead {
  /** The id that was asked for, or that the code gives. */
  readonly id: Uint8Array;
  readonly mailbox: Uint8Array;
  readonly letters: readonly Uint8Array[];
  /** By `verifyTeamKey`; others count as unknown. */
  readonly teamKeys: readonly VerifiedTeamKey[];
  readonly reader: Reader;
}

export type ReadLetter =
  | ({
      readonly ok: true;
      readonly hash: Uint8Array;
      readonly header: LetterHeader;
    } & LetterContent)
  | { readonly ok: false; readonly number: number; readonly code: RefusalCode };

export interface ReadMailbox {
  readonly mailbox: Mailbox;
  readonly letters: ReadLetter[];
  /** Number and hash of the last letter that holds: what the next one builds on. */
  readonly last: { readonly number: number; readonly hash: Uint8Array };
}

const ZERO = new Uint8Array(32);

/**
 * Walks the letters from the first. One that does not hold is named, never shown in part; the walk goes
 * on, since the server cannot mend it by silence either.
 */
export const readMailbox = (suite: Suite, given: MailboxToRead): Promise<Outcome<ReadMailbox>> =>
  attempt(async () => {
    demand(equal(await mailboxId(suite, given.mailbox), given.id), "foreign-mailbox");
    const mailbox = mailboxFrame.decode(given.mailbox);
    const letters: ReadLetter[] = [];
    const vouched: Uint8Array[] = [];
    let last: ReadMailbox["last"] = { number: 0, hash: ZERO };
    for (const bytes of given.letters) {
      const outcome = await attempt(() => believe(suite, given, { mailbox, vouched, last }, bytes));
      if (!outcome.ok) {
        letters.push({ ok: false, number: last.number + 1, code: outcome.code });
        continue;
      }
      const { hash, body } = outcome.value;
      const { header } = body;
      last = { number: header.number, hash };
      if (header.author === "seeker") vouched.push(header.teamKey);
      const content = await attempt(() => openLetter(suite, given.reader, body));
      letters.push(
        content.ok
          ? { ok: true, hash, header, ...content.value }
          : { ok: false, number: header.number, code: content.code },
      );
    }
    return { mailbox, letters, last };
  });

interface Sofar {
  readonly mailbox: Mailbox;
  /** Team keys that her own letters name: she has believed them when they were current. */
  readonly vouched: readonly Uint8Array[];
  readonly last: ReadMailbox["last"];
}

/** Its place and its author; what it says may still be closed to this reader. */
async function believe(
  suite: Suite,
  given: MailboxToRead,
  { mailbox, vouched, last }: Sofar,
  bytes: Uint8Array,
): Promise<{ hash: Uint8Array; body: LetterBody }> {
  const { header } = letter.peek(bytes);
  demand(equal(header.mailbox, given.id), "foreign-mailbox");
  demand(header.number === last.number + 1 && equal(header.previous, last.hash), "letter-not-next");
  const signer = signerOf(given, mailbox, header.author, header.teamKey, vouched);
  return { hash: await suite.sha256(bytes), body: await letter.open(suite, signer, bytes) };
}

async function openLetter(
  suite: Suite,
  reader: Reader,
  { header, commitment, toTeam, toSeeker, sealed }: LetterBody,
): Promise<LetterContent> {
  const seed = reader.side === "seeker" ? reader.seal : reader.seal(header.teamKey);
  const key = reader.side === "seeker" ? toSeeker : toTeam;
  const clear = await openBox(
    suite,
    LABEL.letterKey,
    letterHeader.encode(header),
    seed ?? refuse("team-key-unknown"),
    { commitment, key, sealed },
  );
  const content = letterContent.decode(clear);
  checkAttachments(header, content);
  return content;
}

/** The server takes in no attachment that no letter names, and none is shown that the letter does not list. */
function checkAttachments(header: LetterHeader, content: LetterContent): void {
  const same =
    header.attachments.length === content.attachments.length &&
    header.attachments.every(({ id }, at) => equal(id, content.attachments[at]?.id ?? ZERO));
  demand(same, "attachment-altered");
}

/** A key whose delegate has been withdrawn still counts for who had sealed to it before. */
function signerOf(
  { teamKeys }: MailboxToRead,
  mailbox: Mailbox,
  author: Author,
  teamKey: Uint8Array,
  vouched: readonly Uint8Array[],
): Uint8Array {
  if (author === "seeker") return mailbox.sign;
  const known = teamKeys.find(({ id }) => equal(id, teamKey)) ?? refuse("team-key-unknown");
  demand(!known.withdrawn || vouched.some((one) => equal(one, teamKey)), "delegate-revoked");
  return known.sign;
}

export interface ReadSheet extends Pick<LetterContent, "at" | "alias" | "text"> {
  readonly kind: SheetKind;
  readonly after: number;
}

/** A note or draft of the team. */
export const readSheet = (
  suite: Suite,
  given: Pick<MailboxToRead, "id" | "teamKeys"> & {
    seal: (teamKey: Uint8Array) => Uint8Array | undefined;
  },
  bytes: Uint8Array,
): Promise<Outcome<ReadSheet>> =>
  attempt(async () => {
    const { header } = sheet.peek(bytes);
    demand(equal(header.mailbox, given.id), "foreign-mailbox");
    const key =
      given.teamKeys.find(({ id }) => equal(id, header.teamKey)) ?? refuse("team-key-unknown");
    const { commitment, toTeam, sealed } = await sheet.open(suite, key.sign, bytes);
    const seed = given.seal(header.teamKey) ?? refuse("team-key-unknown");
    const box = { commitment, key: toTeam, sealed };
    const clear = await openBox(suite, LABEL.sheetKey, sheetHeader.encode(header), seed, box);
    const { at, alias, text } = letterContent.decode(clear);
    return { kind: header.kind, after: header.after, at, alias, text };
  });

/** How far the other side has read; a mark that names a letter which is not there counts for nothing. */
export const readMark = (
  suite: Suite,
  given: Pick<MailboxToRead, "id" | "teamKeys">,
  read: ReadMailbox,
  bytes: Uint8Array,
): Promise<Outcome<{ author: Author; number: number }>> =>
  attempt(async () => {
    const claimed = mark.peek(bytes);
    demand(equal(claimed.mailbox, given.id), "foreign-mailbox");
    const team = given.teamKeys.find(({ id }) => equal(id, claimed.teamKey));
    const signer = claimed.author === "seeker" ? read.mailbox.sign : team?.sign;
    const {
      author,
      number,
      letter: hash,
    } = await mark.open(suite, signer ?? refuse("team-key-unknown"), bytes);
    const marked = read.letters.find((one) => one.ok && one.header.number === number);
    demand(marked?.ok === true && equal(marked.hash, hash), "letter-not-next");
    return { author, number };
  });
