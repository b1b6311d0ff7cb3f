// An ordinary mail as the text of a letter: what the server has read of it stands in front, line by line,
// so that the sender's address lies inside the seal and nowhere else.

/** Who seems to have sent it: only a person is waiting for an answer. */
export const mailKinds = ["person", "list", "automatic", "bounce"] as const;
export type MailKind = (typeof mailKinds)[number];

export interface MailText {
  readonly kind: MailKind;
  /** As the mail claims: anybody can write any address there. Empty when there was none. */
  readonly from: string;
  readonly name: string;
  /** Where an answer goes, when it is another address. */
  readonly reply: string;
  readonly subject: string;
  /** As the mail claims; milliseconds since 1970, 0 when it claims nothing that is a time. */
  readonly sentAt: number;
  /** Could not be read, and lies beside as a file. */
  readonly unread: boolean;
  /** Longer than a letter: the whole text lies beside as a file. */
  readonly cut: boolean;
  readonly body: string;
}

const FIRST = "lykta mail 1";
const fields = ["kind", "from", "name", "reply", "subject", "sent", "unread", "cut"] as const;

export function writeMailText(mail: MailText): string {
  const line = (value: string): string => value.replaceAll(/[\r\n]+/g, " ");
  const values = {
    ...{ kind: mail.kind, from: mail.from, name: mail.name, reply: mail.reply },
    ...{ subject: mail.subject, sent: String(mail.sentAt) },
    ...{ unread: mail.unread ? "yes" : "no", cut: mail.cut ? "yes" : "no" },
  };
  const lines = fields.map((field) => `${field}: ${line(values[field])}`);
  return [FIRST, ...lines, "", mail.body].join("\n");
}

/** Undefined for a text that is no mail. */
export function readMailText(text: string): MailText | undefined {
  const lines = text.split("\n", fields.length + 2);
  if (lines[0] !== FIRST || lines[fields.length + 1] !== "") return undefined;
  const values = fields.map((field, at) => {
    const line = lines[at + 1] ?? "";
    return line.startsWith(`${field}: `) ? line.slice(field.length + 2) : undefined;
  });
  const [kind, from = "", name = "", reply = "", subject = "", sent, unread, cut] = values;
  const known = mailKinds.find((one) => one === kind);
  if (known === undefined || values.includes(undefined)) return undefined;
  const head = lines.join("\n").length + 1;
  return {
    ...{ kind: known, from, name, reply, subject, sentAt: Number(sent) || 0 },
    ...{ unread: unread === "yes", cut: cut === "yes", body: text.slice(head) },
  };
}

/** Empty when nobody can be answered. */
export const answerAddress = ({ kind, from, reply }: MailText): string =>
  kind === "bounce" ? "" : reply || from;

/** A file larger than one attachment lies in several, in order. */
export const partType = (type: string, part: number, parts: number): string =>
  parts === 1 ? type : `${type};part=${part}/${parts}`;

export function readPart(type: string): { type: string; part: number; parts: number } {
  const found = /^(.*);part=(\d{1,3})\/(\d{1,3})$/.exec(type);
  if (!found) return { type, part: 1, parts: 1 };
  return { type: found[1] ?? "", part: Number(found[2]), parts: Number(found[3]) };
}
