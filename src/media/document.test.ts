import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdf } from "../../tests/factories/pdf.ts";
import { MAX_DOCUMENT_BYTES } from "./contract.ts";
import { readDocument } from "./document.server.ts";

const bytesOf = (text: string): Buffer => Buffer.from(text, "latin1");
const codeOf = (file: Uint8Array): string => {
  const read = readDocument(file);
  return read.ok ? "taken" : read.code;
};
const packed = (objects: string, filter = "/FlateDecode"): string => {
  const stream = deflateSync(bytesOf(objects)).toString("latin1");
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
};

describe("a document", () => {
  it("is taken, of the same length, without who made it, with what and when", () => {
    const maker = `3 0 obj
<< /Title (Ett nej) /Author (Karin \\(k\\) Hemlig (hemma)) /Creator <FEFF004B0061> /Producer(Skrivaren 7)
/CreationDate (D:20260101) >>
endobj
4 0 obj
<< /Type /Metadata >>
stream
<?xpacket begin="" id="x"?><rdf:Description xmp:CreatorTool="Skrivaren 7"><dc:creator><rdf:Seq><rdf:li>Karin Hemlig</rdf:li></rdf:Seq></dc:creator><dc:title>Ett nej</dc:title></rdf:Description>
endstream
endobj
`;
    const file = bytesOf(pdf(maker));
    const read = readDocument(file);
    if (!read.ok) throw new Error(read.code);
    const text = Buffer.from(read.value).toString("latin1");
    expect(read.value.length).toBe(file.length);
    for (const gone of ["Hemlig", "hemma", "Skrivaren", "20260101", "004B"])
      expect(text.includes(gone), gone).toBe(false);
    expect(text.match(/Ett nej/g)).toHaveLength(3);
    expect(text.slice(0, text.indexOf("3 0 obj"))).toBe(
      pdf(maker).slice(0, text.indexOf("3 0 obj")),
    );
    expect(readDocument(read.value)).toEqual(read);
  });

  it.each([
    ["a script", "5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"],
    ["a script whose name is written with numbers", "5 0 obj << /S /J#61vaScript >> endobj"],
    ["a program to start", "5 0 obj << /S /Launch /F (x) >> endobj"],
    ["another file", "5 0 obj << /Type /EmbeddedFile >> endobj"],
    ["a form that is sent somewhere", "5 0 obj << /S /SubmitForm >> endobj"],
    ["a form of scripts", "5 0 obj << /XFA 6 0 R >> endobj"],
    ["a script in packed objects", packed("1 0 << /S /JavaScript >>")],
  ])("with %s is refused", (_, part) => {
    expect(codeOf(bytesOf(pdf(part)))).toBe("document-active");
  });

  it("that is locked, packed beyond reading, broken, too large or something else is refused by its own code", () => {
    expect(codeOf(bytesOf(pdf(packed("1 0 << /Type /Page >>"))))).toBe("taken");
    expect(codeOf(bytesOf(pdf("", "/Encrypt 8 0 R")))).toBe("document-locked");
    expect(codeOf(bytesOf(pdf(packed("x", "/LZWDecode"))))).toBe("document-unreadable");
    expect(
      codeOf(
        bytesOf(pdf(packed("x").replace(/stream\n[\s\S]*\nendstream/, "stream\nxx\nendstream"))),
      ),
    ).toBe("document-unreadable");
    const whole = bytesOf(pdf());
    expect(codeOf(whole)).toBe("taken");
    expect(codeOf(whole.subarray(0, whole.length / 2))).toBe("document-unreadable");
    for (const other of [
      "",
      "\0\0",
      "<svg onload=alert(1)>",
      "PK\u0003\u0004",
      `<!doctype html>${pdf()}`,
    ])
      expect(codeOf(bytesOf(other)), other.slice(0, 20)).toBe("document-unreadable");
    expect(codeOf(Buffer.alloc(MAX_DOCUMENT_BYTES + 1))).toBe("document-too-large");
  });

  it("that unpacks to far more than it is is refused, and that soon", () => {
    const bomb = packed(" ".repeat(90_000_000));
    expect(codeOf(bytesOf(pdf(bomb)))).toBe("document-unreadable");
  });

  it("made to be slow to read is answered", () => {
    for (const part of ["/Author (", "stream\n", "<dc:creator>"]) {
      const many = part.repeat(Math.floor((MAX_DOCUMENT_BYTES - 2000) / part.length));
      expect(codeOf(bytesOf(pdf(many))), part).toBe("document-unreadable");
      expect(codeOf(bytesOf(pdf(part.repeat(3000)))), part).toBe("taken");
    }
  });
});
