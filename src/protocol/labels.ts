import { concat, utf8 } from "./bytes.ts";
import type { Plain } from "./bytes.ts";
import type { LetterLabel } from "./letters/labels.ts";
import type { RecordLabel } from "./records/labels.ts";
import type { StaffLabel } from "./staff/labels.ts";
import type { SupporterLabel } from "./supporters/labels.ts";

export const VERSION = 1;

/** Second byte of every object. A type byte is never used twice; those of staff and of letters stand beside them. */
export const TYPE = {
  root: 0x01,
  delegate: 0x02,
  revocation: 0x03,
  directory: 0x04,
  duty: 0x05,
  hello: 0x10,
  epoch: 0x11,
  message: 0x12,
  direct: 0x13,
  leave: 0x14,
  end: 0x15,
  confirm: 0x16,
  epochHeader: 0x20,
  messageContext: 0x21,
  messageContent: 0x22,
  directContext: 0x23,
  directContent: 0x24,
  transcript: 0x25,
} as const;

/** What a signature, a derived key or a sealed box is for. No purpose ever borrows another's label (those of staff and of letters stand beside them). */
export const LABEL = {
  root: "lykta/1 root statement",
  delegate: "lykta/1 delegate",
  revocation: "lykta/1 revocation",
  directory: "lykta/1 directory",
  duty: "lykta/1 duty statement",
  hello: "lykta/1 hello",
  epoch: "lykta/1 epoch",
  epochTag: "lykta/1 epoch confirmation",
  epochSeal: "lykta/1 epoch secret",
  log: "lykta/1 log",
  messageKey: "lykta/1 message key",
  message: "lykta/1 message",
  direct: "lykta/1 direct",
  leave: "lykta/1 leave",
  end: "lykta/1 end",
  confirm: "lykta/1 confirm",
} as const;

export type Label =
  | (typeof LABEL)[keyof typeof LABEL]
  | LetterLabel
  | RecordLabel
  | StaffLabel
  | SupporterLabel;

/** The zero byte ends the label, so that no label with its data can read as another label with other data. */
export const labelled = (label: Label, ...data: Uint8Array[]): Plain =>
  concat(utf8(label), new Uint8Array(1), ...data);
