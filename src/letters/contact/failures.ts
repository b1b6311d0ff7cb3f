/** What can be told her; each has a sentence in messages.letters.ts. */
export type Failing =
  | "offline"
  | "busy"
  | "closed"
  | "device"
  | "ours"
  | "unverified"
  | "changed"
  | "full"
  | "tooLong"
  | "empty"
  | "fileKind"
  | "fileTooLarge"
  | "fileUnreadable"
  | "tooManyFiles"
  | "notThere"
  | "doNotFit"
  | "plainCode";

export interface FailingCode {
  readonly code: string;
  readonly at?: number;
  readonly typed?: string;
  readonly suggestion?: string | undefined;
  readonly given?: number;
}

const sentences: Readonly<Record<string, Failing>> = {
  offline: "offline",
  "try-again": "busy",
  busy: "busy",
  "letters-closed": "closed",
  "no-crypto": "device",
  "changed-meanwhile": "changed",
  "limit-reached": "full",
  "text-too-long": "tooLong",
  "text-empty": "empty",
  "file-kind": "fileKind",
  "file-too-large": "fileTooLarge",
  "picture-unreadable": "fileUnreadable",
  "too-many-files": "tooManyFiles",
  "mailbox-unknown": "notThere",
  "words-do-not-fit": "doNotFit",
  "plain-code": "plainCode",
  "proof-invalid": "busy",
  "proof-spent": "busy",
  "proof-outdated": "busy",
  "proof-failed": "device",
  "our-fault": "ours",
  "bad-input": "ours",
  "letter-refused": "ours",
};

/** Whatever the protocol refuses means the same to her: what came cannot be trusted. */
export const failing = ({ code }: FailingCode): Failing => sentences[code] ?? "unverified";
