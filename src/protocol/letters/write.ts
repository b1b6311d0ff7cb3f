import type { Plain } from "../bytes.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { demand } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { utf8 } from "../bytes.ts";
import type { MailboxKeys } from "./code.ts";
import { sealBox } from "./box.ts";
import {
  LETTER_SIZE,
  letter,
  letterContent,
  letterHeader,
  mailboxFrame,
  mark,
  sheet,
  sheetHeader,
} from "./objects.ts";
import type { LetterContent, LetterHeader, Mailbox, Mark, SheetHeader } from "./objects.ts";

/** The public half of what the return code opens, and the id that stands for it. */
export async function describeMailbox(
  suite: Suite,
  jour: Uint8Array,
  keys: Pick<MailboxKeys, "sign" | "seal">,
): Promise<{ id: Uint8Array; mailbox: Mailbox; bytes: Plain }> {
  const mailbox = {
    jour,
    sign: await suite.ed25519.publicKey(keys.sign),
    seal: await suite.xwing.publicKey(keys.seal),
  };
  const bytes = mailboxFrame.encode(mailbox);
  return { id: await mailboxId(suite, bytes), mailbox, bytes };
}

export const mailboxId = async (suite: Suite, mailbox: Uint8Array): Promise<Uint8Array> =>
  (await suite.sha256(labelled(LABEL.mailboxId, mailbox))).slice(0, 16);

export interface LetterToWrite {
  header: LetterHeader;
  content: LetterContent;
  /** X-Wing keys of the team and of the mailbox. */
  team: Uint8Array;
  seeker: Uint8Array;
}

/** `signSeed`: the mailbox's where she writes, the team's where the team answers. */
export async function writeLetter(
  suite: Suite,
  signSeed: Uint8Array,
  { header, content, team, seeker }: LetterToWrite,
): Promise<Plain> {
  checkText(content.text, content.attachments.length === 0);
  const encoded = letterHeader.encode(header);
  const box = await sealBox(
    suite,
    LABEL.letterKey,
    encoded,
    [team, seeker],
    letterContent.encode(content),
  );
  const [toTeam = team, toSeeker = seeker] = box.keys;
  const { commitment, sealed } = box;
  return letter.make(suite, signSeed, { header, commitment, toTeam, toSeeker, sealed });
}

/** A note or a draft, for the team alone. */
export async function writeSheet(
  suite: Suite,
  signSeed: Uint8Array,
  team: Uint8Array,
  header: SheetHeader,
  content: Pick<LetterContent, "at" | "alias" | "text">,
): Promise<Plain> {
  checkText(content.text, header.kind === "note");
  const encoded = sheetHeader.encode(header);
  const clear = letterContent.encode({ ...content, code: "kept", attachments: [] });
  const box = await sealBox(suite, LABEL.sheetKey, encoded, [team], clear);
  const [toTeam = team] = box.keys;
  const { commitment, sealed } = box;
  return sheet.make(suite, signSeed, { header, commitment, toTeam, sealed });
}

export const writeMark = (suite: Suite, signSeed: Uint8Array, value: Mark): Promise<Plain> =>
  mark.make(suite, signSeed, value);

function checkText(text: string, required: boolean): void {
  demand(!required || text.trim() !== "", "text-empty");
  demand(utf8(text).length <= LETTER_SIZE.text, "text-too-long");
}
