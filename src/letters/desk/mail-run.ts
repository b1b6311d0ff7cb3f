import type { Attachment, ReadLetter } from "../../protocol/letters/index.ts";
import { answerAddress, type MailText, readMailText, readPart } from "../mail-text.ts";

type Read = Extract<ReadLetter, { ok: true }>;

/** A file of a mail, in the pieces in which it lies. */
export interface WholeFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly pieces: readonly Attachment[];
}

/** A mail with all its files, which may have needed several letters. */
export interface Mail {
  readonly letter: Read;
  readonly mail: MailText;
  readonly files: readonly WholeFile[];
}

const isMore = (letter: ReadLetter): letter is Read =>
  letter.ok && letter.header.author === "seeker" && letter.text === "";

/** Letters as they are shown: what only carries on with the files of a mail stands with that mail. */
export function inMails(letters: readonly ReadLetter[]): (ReadLetter | Mail)[] {
  const shown: (ReadLetter | Mail)[] = [];
  let open: { at: number; attachments: Attachment[] } | undefined;
  for (const letter of letters) {
    const last = open === undefined ? undefined : shown[open.at];
    if (isMore(letter) && open && last && "mail" in last) {
      open.attachments.push(...letter.attachments);
      shown[open.at] = { ...last, files: wholeFiles(open.attachments) };
      continue;
    }
    open = undefined;
    const mail =
      letter.ok && letter.header.author === "seeker" ? readMailText(letter.text) : undefined;
    if (!letter.ok || !mail) {
      shown.push(letter);
      continue;
    }
    open = { at: shown.length, attachments: [...letter.attachments] };
    shown.push({ letter, mail, files: wholeFiles(letter.attachments) });
  }
  return shown;
}

function wholeFiles(attachments: readonly Attachment[]): WholeFile[] {
  const files: { name: string; type: string; size: number; pieces: Attachment[] }[] = [];
  for (const attachment of attachments) {
    const { type, part } = readPart(attachment.type);
    const last = files.at(-1);
    if (part > 1 && last) {
      last.pieces.push(attachment);
      last.size += attachment.size;
    } else files.push({ name: attachment.name, type, size: attachment.size, pieces: [attachment] });
  }
  return files;
}

/** Where an answer goes: to whoever wrote last. `changed`: not the address that this began with. */
export function answerTo(letters: readonly ReadLetter[]): { to: string; changed: boolean } {
  const people = inMails(letters).flatMap((one) => ("mail" in one ? [one.mail] : []));
  const addresses = people.map(answerAddress).filter((address) => address !== "");
  const to = addresses.at(-1) ?? "";
  return { to, changed: to.toLowerCase() !== (addresses[0] ?? "").toLowerCase() };
}
