export { chunksOf, openAttachment, sealChunk } from "./attachment.ts";
export { deriveMailbox, newReturnCode, readReturnCode } from "./code.ts";
export type { CodeKind, MailboxKeys, ReadCode, Stretch } from "./code.ts";
export {
  LETTER_SIZE,
  letter,
  mailboxFrame,
  mark,
  share,
  sheet,
  TEAM_KEY_LIFE,
  teamKey,
} from "./objects.ts";
export type {
  Attachment,
  Author,
  LetterContent,
  LetterHeader,
  Mailbox,
  SheetKind,
  TeamKeyStatement,
} from "./objects.ts";
export { readMailbox, readMark, readSheet } from "./read.ts";
export type { MailboxToRead, Reader, ReadLetter, ReadMailbox, ReadSheet } from "./read.ts";
export {
  currentTeamKey,
  makeTeamKey,
  openShare,
  sealShare,
  verifyTeamKey,
  vouchAgain,
} from "./team-key.ts";
export type { TeamSeeds, VerifiedTeamKey } from "./team-key.ts";
export { describeMailbox, mailboxId, writeLetter, writeMark, writeSheet } from "./write.ts";
