import { fc } from "../../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { fail } from "../../platform/result.ts";
import { rosterMessages } from "../messages.roster.ts";
import { writeTable } from "../../ui/table.ts";
import { readRoster } from "./read.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Letters beyond Latin-1 do not occur here. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));

const HEAD = "Datum;Börjar;Slutar;På passet";
const read = async (file: string | Uint8Array) => {
  const found = await readRoster(typeof file === "string" ? utf8(file) : file);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
const short = async (file: string | Uint8Array) =>
  (await read(file)).rows.map(({ line, day, starts, on }) => [line, day, starts, on].join("|"));

describe("a roster as spreadsheets write it", () => {
  const row = "2026-12-03;18:00;21:00;Åsa Öberg";
  const wanted = ["2|2026-12-03|18:00|Åsa Öberg"];
  it.each([
    ["semicolons, as Excel in Sweden", `${HEAD}\r\n${row}\r\n`],
    ["commas, as Google", `${HEAD}\n${row}`.replaceAll(";", ",")],
    ["tabs", `${HEAD}\n${row}`.replaceAll(";", "\t")],
    ["a mark of UTF-8 before it", `\uFEFF${HEAD}\r\n${row}`],
    ["carriage returns alone", `${HEAD}\r${row}\r`],
    ["empty lines and columns behind it", `${HEAD};;\r\n${row};;\r\n;;;;;\r\n\r\n`],
    ["headings in other words and letters", `DATUM;Start;Slut;Vem\n${row}`],
    ["columns in another order", `På passet;Slutar;Datum;Börjar\nÅsa Öberg;21:00;2026-12-03;18:00`],
    ["a column of her own", `${HEAD};Kommentar\n${row};ring först`],
    ["quotation marks", `${HEAD}\n"2026-12-03";"18:00";"21:00";"Åsa Öberg"`],
  ])("with %s", async (_, file) => expect(await short(file)).toEqual(wanted));

  it("in Windows-1252 and UTF-16", async () => {
    expect(await short(latin(`${HEAD}\r\n${row}`))).toEqual(wanted);
    expect(await short(utf16(`${HEAD}\r\n${row}`.replaceAll(";", "\t")))).toEqual(wanted);
  });

  it("with the line on which each row begins, also behind cells of several lines and Excel's own first line", async () => {
    const cells = `${HEAD}\n2026-12-03;18:00;21:00;"Anna\nBo ""Bosse"" Ek"\n\n2026-12-04;18:00;21:00;Eva`;
    expect(await short(`sep=;\r\n${cells}`)).toEqual([
      '3|2026-12-03|18:00|Anna\nBo "Bosse" Ek',
      "6|2026-12-04|18:00|Eva",
    ]);
  });

  it("refuses rows that are no rows, and keeps the others", async () => {
    const { rows, broken } = await read(
      `${HEAD}\n${row};för mycket\n${row}\n2026-12-03;18:00;21:00;${"a".repeat(401)}\n2026-12-04;18:00;21:00;"Eva`,
    );
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(broken.map(({ line, fault }) => [line, fault.code])).toEqual([
      [2, "more-cells"],
      [4, "long-cell"],
      [5, "unclosed"],
    ]);
  });

  it.each([
    ["nothing", "", "roster-empty"],
    ["headings alone", HEAD, "roster-empty"],
    ["no headings", row, "roster-columns"],
    ["a heading twice", `${HEAD};Vem\n${row};Eva`, "roster-columns"],
    ["no column for the end", "Datum;Börjar\n2026-12-03;18:00", "roster-columns"],
    ["a workbook", "PK\u0003\u0004\0\0\0", "roster-unreadable"],
    ["too many rows", `${HEAD}\n${`${row}\n`.repeat(501)}`, "roster-large"],
  ])("says what is wrong with %s", async (_, file, code) =>
    expect(await readRoster(utf8(file))).toEqual(fail(code)),
  );

  it("reads the template that it hands out, in both languages", async () => {
    for (const t of [rosterMessages.sv, rosterMessages.en]) {
      const example = ["2026-12-03", "18:00", "21:00", "", ...t.example.split(";")];
      const [found] = (await read(await writeTable([t.head.split(";"), example]))).rows;
      const { line, ...cells } = found ?? { line: 0 };
      expect([line, ...Object.values(cells)]).toEqual([2, ...example]);
    }
  });

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await readRoster(bytes);
        await readRoster(new Uint8Array([...utf8(`${HEAD}\n`), ...bytes]));
      }),
    );
  });
});
