// The labels and types of what an asked supporter reads: apart from the others only so that a chat need not fetch them.

export const TYPE = { briefHeader: 0x50, brief: 0x51, briefContent: 0x52 } as const;

export const LABEL = {
  brief: "lykta/1 supporter brief",
  briefKey: "lykta/1 supporter brief key",
} as const;

export type SupporterLabel = (typeof LABEL)[keyof typeof LABEL];
