// The labels and types of letters: apart from the others only so that a chat need not fetch them.

export const TYPE = {
  teamKey: 0x0b,
  share: 0x0c,
  teamKeyCore: 0x26,
  mailbox: 0x30,
  letter: 0x31,
  sheet: 0x32,
  mark: 0x33,
  letterHeader: 0x38,
  letterContent: 0x39,
  sheetHeader: 0x3a,
} as const;

export const LABEL = {
  teamKey: "lykta/1 team key",
  teamKeyId: "lykta/1 team key id",
  teamSign: "lykta/1 team signing seed",
  teamSeal: "lykta/1 team sealing seed",
  share: "lykta/1 team key share",
  checkWord: "lykta/1 check word",
  plainCheckWord: "lykta/1 check word of a plain mailbox",
  codeSalt: "lykta/1 return code salt",
  mailboxToken: "lykta/1 mailbox token",
  mailboxSign: "lykta/1 mailbox signing seed",
  mailboxSeal: "lykta/1 mailbox sealing seed",
  mailboxId: "lykta/1 mailbox id",
  letter: "lykta/1 letter",
  letterKey: "lykta/1 letter key",
  letterText: "lykta/1 letter text key",
  commitment: "lykta/1 letter commitment",
  sheet: "lykta/1 team sheet",
  sheetKey: "lykta/1 team sheet key",
  mark: "lykta/1 read mark",
  attachment: "lykta/1 attachment",
} as const;

export type LetterLabel = (typeof LABEL)[keyof typeof LABEL];
