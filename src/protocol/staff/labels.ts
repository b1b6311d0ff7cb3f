// Types and labels of members' own secrets: apart from the others only so that a chat need not fetch them.

export const TYPE = {
  enrolment: 0x06,
  challenge: 0x07,
  invitation: 0x08,
  wrap: 0x09,
  identity: 0x0a,
  pinned: 0x0d,
} as const;

export const LABEL = {
  enrolment: "lykta/1 enrolment",
  invitationToken: "lykta/1 invitation token",
  enrolmentProof: "lykta/1 enrolment proof",
  comparison: "lykta/1 comparison words",
  keyDigits: "lykta/1 key digits",
  proposalDigits: "lykta/1 proposal digits",
  challenge: "lykta/1 sign-in challenge",
  prfWrap: "lykta/1 wrap under passkey",
  recoveryWrap: "lykta/1 wrap under recovery code",
  recoveryLookup: "lykta/1 recovery lookup",
  passphraseAuth: "lykta/1 passphrase authentication",
  passphraseWrap: "lykta/1 wrap under passphrase",
  dutyWrap: "lykta/1 wrap of a duty seed",
} as const;

export type StaffLabel = (typeof LABEL)[keyof typeof LABEL];
