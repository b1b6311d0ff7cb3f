// The labels and types of what a jour keeps of those who work for it: apart from the others only so that a chat need not fetch them.

export const TYPE = {
  ...{ pledge: 0x40, review: 0x41, extract: 0x42, extractHeader: 0x43 },
  ...{ note: 0x44, noteHeader: 0x45, noteWords: 0x46, handedIn: 0x47 },
} as const;

export const LABEL = {
  pledge: "lykta/1 pledge",
  pledgeText: "lykta/1 pledge text",
  review: "lykta/1 review of looks",
  looks: "lykta/1 looks of a month",
  extract: "lykta/1 register extract",
  extractKey: "lykta/1 register extract key",
  extractHash: "lykta/1 register extract hash",
  handedIn: "lykta/1 register extracts handed in",
  note: "lykta/1 supervision note",
  noteKey: "lykta/1 supervision note key",
  noteWords: "lykta/1 supervision note words",
} as const;

export type RecordLabel = (typeof LABEL)[keyof typeof LABEL];
