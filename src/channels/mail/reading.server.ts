import PostalMime, { type Address, type Email } from "postal-mime";
import { isAddress } from "../../platform/mail/index.server.ts";
import type { MailFile } from "../../letters/index.server.ts";
import type { MailKind, MailText } from "../../letters/index.ts";
import { textOfHtml } from "./html-text.ts";
import { safeName } from "./safe-name.ts";

/** One mail, made readable: nothing in it is a picture to fetch, a page to draw or a program. */
export interface ReadMail {
  readonly text: MailText;
  readonly files: readonly MailFile[];
  /** Numbers of mails that it answers or reports about, newest first. */
  readonly about: readonly string[];
}

/** Bytes of the text that a letter has room for, beside what is said of the mail. */
const LONGEST_BODY = 36_000;
/** Signs of HTML that are turned into text; the whole of a longer page lies beside as a file. */
const LONGEST_PAGE = 1_000_000;
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 };

/** `bouncePath`: the envelope had no sender, which only the post itself does. */
export async function readMail(raw: Uint8Array, bouncePath: boolean): Promise<ReadMail> {
  if (takesTooLong(raw)) return unread(raw);
  const email = await PostalMime.parse(raw, {
    ...LIMITS,
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  }).catch(() => undefined);
  return (email && readable(email, raw, bouncePath)) ?? unread(raw);
}

/**
 * What the reader of mail needs very long for, while everybody in the house would wait: very many parts
 * (each begins with two hyphens), and very many lines where they are to be joined (format=flowed), whose
 * time grows with the square of their number.
 */
const MOST_PARTS = 3000;
const MOST_FLOWED = 10_000;
function takesTooLong(raw: Uint8Array): boolean {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const isFlowed = /flowed/i.test(bytes.toString("latin1"));
  return (
    isMoreThan(bytes, "\n--", MOST_PARTS) || (isFlowed && isMoreThan(bytes, "\n", MOST_FLOWED))
  );
}

function isMoreThan(bytes: Buffer, sign: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length))
    if (++count > most) return true;
  return false;
}

/** What cannot be read is kept whole. */
function unread(raw: Uint8Array): ReadMail {
  const nobody = { from: "", name: "", reply: "", subject: "", sentAt: 0, cut: false, body: "" };
  return {
    text: { kind: "person", ...nobody, unread: true },
    files: [{ name: "mejl.eml.osaker", type: OCTETS, bytes: raw }],
    about: [],
  };
}

const OCTETS = "application/octet-stream";

function readable(email: Email, raw: Uint8Array, bouncePath: boolean): ReadMail | undefined {
  const header = (key: string): string =>
    email.headers.find((one) => one.key === key)?.value.trim() ?? "";
  const body = bodyOf(email);
  const attached = email.attachments.map(fileOf);
  const hasSender = email.from !== undefined;
  // Neither sender nor words nor files: whatever it is, we have not understood it.
  if (!hasSender && body === "" && attached.length === 0) return undefined;
  const [short, isCut] = shortened(body);
  const from = senderOf(email.from);
  const reply = senderOf(email.replyTo?.[0]).address;
  const files = isCut ? [{ name: "hela-texten.txt", type: OCTETS, bytes: utf8(body) }] : [];
  const page = email.html ?? "";
  if (page.length > LONGEST_PAGE)
    files.push({ name: "mejl.html.osaker", type: OCTETS, bytes: utf8(page) });
  return {
    text: {
      kind: bouncePath || header("return-path") === "<>" ? "bounce" : kindOf(header),
      ...{ from: from.address, name: from.name, reply: reply === from.address ? "" : reply },
      subject: line(email.subject ?? "", 300),
      sentAt: timeOf(email.date),
      ...{ unread: false, cut: files.length > 0, body: short },
    },
    files: [...files, ...attached],
    about: numbersIn(header, raw),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** RFC 3834, RFC 2369, and what was usual before them. */
function kindOf(header: (key: string) => string): MailKind {
  const precedence = header("precedence").toLowerCase();
  const submitted = header("auto-submitted").toLowerCase();
  if (/^multipart\/report/i.test(header("content-type"))) return "bounce";
  if ((submitted !== "" && submitted !== "no") || header("x-autoreply") !== "") return "automatic";
  if (/^(auto_reply|junk)$/.test(precedence) || header("x-autorespond") !== "") return "automatic";
  const isList = header("list-id") !== "" || header("list-unsubscribe") !== "";
  return isList || /^(list|bulk)$/.test(precedence) ? "list" : "person";
}

function bodyOf({ text = "", html = "" }: Email): string {
  const plain = tidy(text);
  const fromHtml = html === "" ? "" : tidy(textOfHtml(html.slice(0, LONGEST_PAGE)));
  // Some programs write "this mail is in HTML" as the text, and everything else in the other.
  const isStub = fromHtml.length > plain.length * 4 + 200;
  return plain === "" || isStub ? fromHtml : plain;
}

const tidy = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .trim();

function shortened(body: string): [string, boolean] {
  const bytes = utf8(body);
  if (bytes.length <= LONGEST_BODY) return [body, false];
  const cut = new TextDecoder().decode(bytes.subarray(0, LONGEST_BODY));
  return [cut.replace(/\uFFFD+$/, ""), true];
}

/** One line without what turns or hides text; never longer than a screen holds. */
const line = (text: string, most: number): string =>
  [...text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim()].slice(0, most).join("");

function senderOf(address: Address | undefined): { address: string; name: string } {
  const mailbox = address?.group?.[0] ?? address;
  const given = mailbox?.address?.trim() ?? "";
  return { address: isAddress(given) ? given : "", name: line(address?.name ?? "", 80) };
}

function timeOf(date: string | undefined): number {
  const time = Date.parse(date ?? "");
  return Number.isFinite(time) && time > 0 ? time : 0;
}

function fileOf(attachment: Email["attachments"][number], at: number): MailFile {
  const { content, filename, mimeType } = attachment;
  const bytes = typeof content === "string" ? utf8(content) : new Uint8Array(content);
  const isJpeg = mimeType === "image/jpeg" && bytes[0] === 0xff && bytes[1] === 0xd8;
  const name = safeName(
    filename ?? "",
    `fil-${at + 1}${mimeType === "message/rfc822" ? ".eml" : ""}`,
  );
  return { name, type: isJpeg ? "image/jpeg" : OCTETS, bytes };
}

const MOST_NUMBERS = 30;

/** What it says that it answers; in a report of the post also the numbers of the mail that it encloses. */
function numbersIn(header: (key: string) => string, raw: Uint8Array): string[] {
  const named = `${header("references")} ${header("in-reply-to")}`;
  const isReport = /^multipart\/report/i.test(header("content-type"));
  const enclosed = isReport
    ? (Buffer.from(raw)
        .toString("latin1")
        .match(/^message-id:\s{0,9}<[^<>\s]{3,200}>/gim) ?? [])
    : [];
  const all =
    `${named} ${enclosed.slice(0, MOST_NUMBERS).join(" ")}`.match(/<[^<>\s]{3,200}>/g) ?? [];
  const newest = all.map((number) => number.slice(1, -1)).toReversed();
  return [...new Set(newest)].slice(0, MOST_NUMBERS);
}
