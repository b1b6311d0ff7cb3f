import { fc } from "../../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { samples } from "../../../tests/mail/hostile.ts";
import { readMailText, writeMailText } from "../../letters/mail-text.ts";
import { readMail } from "./reading.server.ts";

const bytes = (raw: string | Uint8Array): Uint8Array =>
  typeof raw === "string" ? new TextEncoder().encode(raw) : raw;
const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;
const inText = (raw: Uint8Array): string => new TextDecoder().decode(raw);

describe("a mail is read", () => {
  it.each(samples)("$name", async ({ raw, says, file, kind }) => {
    const { text, files } = await readMail(bytes(raw), false);
    const written = writeMailText(text);
    expect(new TextEncoder().encode(written).length).toBeLessThanOrEqual(40_000);
    expect(readMailText(written)).toEqual(text);
    const all = [text.subject, text.body, ...files.map((one) => inText(one.bytes))].join("\n");
    if (says !== undefined) expect(all).toContain(says);
    if (file !== undefined) expect(files.map(({ name }) => name)).toContain(file);
    if (kind !== undefined) expect(text.kind).toBe(kind);
    // What is not understood is not lost.
    if (text.unread) expect(same(files[0]?.bytes, bytes(raw))).toBe(true);
    for (const { type } of files) expect(type).toMatch(/^(image\/jpeg|application\/octet-stream)$/);
    for (const field of [text.subject, text.name, text.from, text.reply])
      expect(field).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  });

  it("whatever bytes come, none is lost and nothing is thrown", async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "From: a@b.se",
        "Content-Type: multipart/mixed; boundary=b",
        "--b",
        "--b--",
        "",
      ),
      fc.constantFrom(
        "Content-Type: text/html",
        "Content-Transfer-Encoding: base64",
        "<p>x",
        "=C3=A5=",
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const raw = bytes(lines.join("\r\n"));
        const { text, files } = await readMail(raw, false);
        if (text.unread) expect(files[0]?.bytes).toEqual(raw);
      }),
      { numRuns: 200 },
    );
  });

  it("a report of the post names the mail that did not arrive", async () => {
    const raw = [
      ...["From: MAILER-DAEMON@x.se", 'Content-Type: multipart/report; boundary="b"', ""],
      ...["--b", "", "Kom inte fram", "--b", "Content-Type: message/rfc822", ""],
      ...["Message-ID: <abc@jour.se>", "Subject: Svar", "", "text", "--b--"],
    ].join("\r\n");
    expect((await readMail(bytes(raw), true)).about).toEqual(["abc@jour.se"]);
  });

  it("an answer names what it answers, newest first", async () => {
    const raw = "From: a@b.se\r\nReferences: <1@x.se> <2@x.se>\r\nIn-Reply-To: <2@x.se>\r\n\r\nhej";
    expect((await readMail(bytes(raw), false)).about[0]).toBe("2@x.se");
  });
});
