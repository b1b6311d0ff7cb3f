import { confirm, direct, end, epoch, hello, leave, message } from "../conversation/objects.ts";
import { LABEL } from "../labels.ts";
import type { Label } from "../labels.ts";
import { extract } from "../records/extract.ts";
import { handedIn } from "../records/handed-in.ts";
import { note, noteWords } from "../records/note.ts";
import { pledge } from "../records/pledge.ts";
import { review } from "../records/review.ts";
import { demand } from "../refusal.ts";
import { verify } from "../signed.ts";
import type { Signed } from "../signed.ts";
import { enrolment } from "../staff/enrolment.ts";
import { challenge, identityFrame } from "../staff/identity.ts";
import { invitationFrame } from "../staff/invitation.ts";
import { wrapFrame } from "../staff/wrap.ts";
import type { Suite } from "../suite/types.ts";
import { directory, duty, logEntry } from "../trust/objects.ts";
import type { EntryKind } from "../trust/objects.ts";

/** Reads one object and believes it only where a signature says so. */
export type Read = (suite: Suite, bytes: Uint8Array, signer: Uint8Array) => Promise<unknown>;

const one =
  <T>(kind: Signed<T>): Read =>
  (suite, bytes, signer) =>
    kind.open(suite, signer, bytes);

const entry =
  (kind: EntryKind): Read =>
  async (suite, bytes) => {
    const { value, covered, signatures } = logEntry[kind].read(bytes);
    demand(signatures.length > 0, "root-signatures-missing");
    for (const { key, signature } of signatures)
      await verify(suite, LABEL[kind] satisfies Label, key, covered, signature);
    return value;
  };

const bare =
  <T>(kind: { decode(bytes: Uint8Array): T }): Read =>
  async (_suite, bytes) =>
    kind.decode(bytes);

export const readers: Record<string, Read> = {
  root: entry("root"),
  delegate: entry("delegate"),
  revocation: entry("revocation"),
  directory: one(directory),
  duty: one(duty),
  enrolment: one(enrolment),
  challenge: one(challenge),
  invitation: bare(invitationFrame),
  wrap: bare(wrapFrame),
  identity: bare(identityFrame),
  hello: one(hello),
  epoch: one(epoch),
  message: bare(message),
  direct: bare(direct),
  leave: one(leave),
  end: one(end),
  confirm: one(confirm),
  pledge: one(pledge),
  review: one(review),
  extract: bare(extract),
  handedIn: one(handedIn),
  note: bare(note),
  noteWords: one(noteWords),
};
