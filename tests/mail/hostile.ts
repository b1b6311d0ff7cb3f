/** Mails as nobody should write them, and some as many do. `says`: what must be found, in text or file. */
export interface Sample {
  readonly name: string;
  readonly raw: string | Uint8Array;
  readonly says?: string;
  /** Parts of a file, by the file's own (safe) name. */
  readonly file?: string;
  readonly kind?: "person" | "list" | "automatic" | "bounce";
}

const head = (more: string[] = []): string =>
  ["From: Åsa <asa@example.org>", "To: jour@example.net", "Subject: Hej", ...more].join("\r\n");
const mail = (more: string[], body: string): string => `${head(more)}\r\n\r\n${body}`;
const mixed = (parts: string[]): string =>
  mail(
    ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"'],
    [...parts.map((part) => `--b\r\n${part}\r\n`), "--b--", ""].join(""),
  );

function nested(depth: number): string {
  let inner = "Content-Type: text/plain\r\n\r\ninnerst";
  for (let at = 0; at < depth; at++)
    inner = `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n${inner}\r\n--b${at}--`;
  return `${head(["MIME-Version: 1.0"])}\r\n${inner}\r\n`;
}

function enclosed(depth: number): string {
  let inner = mail([], "innerst");
  for (let at = 0; at < depth; at++)
    inner = `${head(["Content-Type: message/rfc822"])}\r\n\r\n${inner}`;
  return inner;
}

export const samples: readonly Sample[] = [
  { name: "plain", raw: mail([], "Jag är rädd"), says: "Jag är rädd", kind: "person" },
  { name: "nothing at all", raw: "", file: "mejl.eml.osaker" },
  { name: "zeros", raw: new Uint8Array(1000) },
  { name: "noise", raw: Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256) },
  { name: "a header alone", raw: head(), says: "Hej" },
  { name: "no header", raw: "\r\nbara text", says: "bara text" },
  {
    name: "latin-1 that says that it is",
    raw: Buffer.concat([
      Buffer.from(`${head(["Content-Type: text/plain; charset=iso-8859-1"])}\r\n\r\n`),
      Buffer.from([0xe5, 0xe4, 0xf6]),
    ]),
    says: "åäö",
  },
  {
    name: "a charset that does not exist",
    raw: mail(["Content-Type: text/plain; charset=x-nonsense"], "ord"),
    says: "ord",
  },
  {
    name: "broken base64",
    raw: mail(["Content-Transfer-Encoding: base64"], "SGVq!!!!IGTDpQ"),
    says: "Hej",
  },
  {
    name: "broken quoted-printable",
    raw: mail(["Content-Transfer-Encoding: quoted-printable"], "Hej=ZZ =C3=A5 ="),
    says: "Hej",
  },
  {
    name: "html with scripts and spies",
    raw: mail(
      ["Content-Type: text/html"],
      '<html><head><script>x()</script></head><body onload="x()"><img src="https://spy.example/1.gif"><p>Hjälp <a href="https://lura.example">mig</a></p></body></html>',
    ),
    says: "mig (https://lura.example)",
  },
  {
    name: "a boundary that never comes",
    raw: mail(['Content-Type: multipart/mixed; boundary="aldrig"'], "--b\r\n\r\nhej"),
  },
  {
    name: "parts that never end",
    raw: mixed(["Content-Type: text/plain\r\n\r\nett"]).replace("--b--", ""),
    says: "ett",
  },
  { name: "five hundred nested parts", raw: nested(500) },
  { name: "twenty nested parts", raw: nested(20), says: "innerst" },
  { name: "two hundred enclosed mails", raw: enclosed(200) },
  {
    name: "half a million lines to be joined",
    raw: mail(["Content-Type: text/plain; format=flowed"], "a \r\n".repeat(500_000)),
    file: "mejl.eml.osaker",
  },
  {
    name: "lines to be joined, as many as a long mail has",
    raw: mail(["Content-Type: text/plain; format=flowed"], "ord \r\n".repeat(5000)),
    says: "ord ord ord",
  },
  {
    name: "two hundred thousand parts",
    raw: mixed(Array.from({ length: 200_000 }, () => "\r\nx")),
    file: "mejl.eml.osaker",
  },
  {
    name: "a page of ten megabytes",
    raw: mail(["Content-Type: text/html"], "<p>hej ".repeat(1_400_000)),
    file: "mejl.html.osaker",
  },
  {
    name: "two thousand parts",
    raw: mixed(
      Array.from({ length: 2000 }, (_, at) => `Content-Type: text/plain\r\n\r\ndel ${at}`),
    ),
    says: "del 1999",
  },
  { name: "a header of two megabytes", raw: mail([`X-Long: ${"a".repeat(2_000_000)}`], "ord") },
  {
    name: "a hundred thousand headers",
    raw: mail(
      Array.from({ length: 100_000 }, (_, at) => `X-${at}: a`),
      "ord",
    ),
  },
  {
    name: "a line of five megabytes",
    raw: mail([], "a".repeat(5_000_000)),
    file: "hela-texten.txt",
  },
  {
    name: "a program that calls itself a picture",
    raw: mixed([
      'Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename="bild.jpg.exe"\r\n\r\nMZ',
    ]),
    file: "bild.jpg.exe.osaker",
  },
  {
    name: "a file name that climbs",
    raw: mixed([
      'Content-Type: text/html\r\nContent-Disposition: attachment; filename="../../../x.html"\r\n\r\n<script>',
    ]),
    file: "x.html.osaker",
  },
  {
    name: "an enclosed mail",
    raw: mixed([
      "Content-Type: message/rfc822\r\n\r\nFrom: b@c.se\r\nSubject: Inre\r\n\r\ninre ord",
    ]),
    file: "fil-1.eml.osaker",
  },
  {
    name: "a subject with line breaks and turns",
    raw: mail(["Subject: =?utf-8?Q?Hej=0D=0AFrom:_ond=40example.org=E2=80=AE?="], "ord"),
    says: "ord",
  },
  { name: "many senders", raw: `From: a@b.se, c@d.se\r\nFrom: e@f.se\r\n\r\nord`, says: "ord" },
  {
    name: "a sender that is no address",
    raw: "From: <script>alert(1)</script>\r\n\r\nord",
    says: "ord",
  },
  {
    name: "winmail",
    raw: mixed([
      'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA',
    ]),
    file: "winmail.dat",
  },
  {
    name: "an absence notice",
    raw: mail(["Auto-Submitted: auto-replied"], "Jag är på semester"),
    kind: "automatic",
  },
  {
    name: "an older absence notice",
    raw: mail(["Precedence: auto_reply"], "borta"),
    kind: "automatic",
  },
  {
    name: "a newsletter",
    raw: mail(["List-Id: <nytt.example.org>", "Precedence: bulk"], "Nyheter"),
    kind: "list",
  },
  {
    name: "written by somebody, and says so",
    raw: mail(["Auto-Submitted: no"], "ord"),
    kind: "person",
  },
  {
    name: "a report of the post",
    raw: mail(
      ['Content-Type: multipart/report; report-type=delivery-status; boundary="b"'],
      "--b\r\n\r\nKom inte fram\r\n--b--",
    ),
    says: "Kom inte fram",
    kind: "bounce",
  },
  { name: "a null return path", raw: `Return-Path: <>\r\n${mail([], "ord")}`, kind: "bounce" },
];
