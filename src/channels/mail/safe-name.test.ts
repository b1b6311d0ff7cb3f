import { fc } from "../../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { safeName } from "./safe-name.ts";

describe("the name of a file that came by mail", () => {
  it.each([
    ["semester.pdf", "semester.pdf"],
    ["../../etc/passwd", "etcpasswd"],
    ["C:\\Windows\\x.txt", "CWindowsx.txt"],
    ["bild\u202Egpj.exe", "bildgpj.exe.osaker"],
    ["faktura.HTML", "faktura.HTML.osaker"],
    ["faktura.html .", "faktura.html.osaker"],
    [".bashrc", "bashrc"],
    ["", "fil-1"],
    ["...", "fil-1"],
    ["rad\r\nbrott.doc", "radbrott.doc"],
  ])("%s → %s", (given, name) => {
    expect(safeName(given, "fil-1")).toBe(name);
  });

  it("is short, and leads nowhere, whatever is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (given) => {
        const name = safeName(given, "fil-1");
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
      }),
    );
  });
});
