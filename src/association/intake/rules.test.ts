import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/chance.ts";
import { fail } from "../../platform/result.ts";
import { writeTable } from "../../ui/table.ts";
import type { Member } from "../contract.ts";
import { intakeMessages } from "../messages.intake.ts";
import { registerRows } from "../register-file.ts";
import { COLUMNS, type FileRow, type RowView } from "./contract.ts";
import { judge, type Known } from "./judge.ts";
import { readMembers } from "./read.ts";
import { readRow } from "./row.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const around = {
  ...{ today: "2026-11-20", kronor: 200 },
  isAddress: (text: string) => /^[^\s@]+@[^\s@]+$/.test(text),
};
const read = async (file: string | Uint8Array) => {
  const found = await readMembers(typeof file === "string" ? utf8(file) : file);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
async function seen(file: string | Uint8Array, known: readonly Known[] = []): Promise<RowView[]> {
  const { rows } = await read(file);
  const all = rows.map((row) => readRow(row, around));
  return judge(all, known).map(({ view }) => view);
}
const told = (views: readonly RowView[]) =>
  views.map(({ line, does, faults, notes }) =>
    [line, does, ...faults.map(({ code }) => code), ...notes].join(" "),
  );

const HEAD = "Namn;E-post;Postadress;Medlem sedan;Avgifter";
const row = "Åsa Öberg;asa@post.example;;2019-03-01;2025: 150, 2026";

describe("a register as spreadsheets write it", () => {
  it.each([
    ["semicolons, as Excel in Sweden", `${HEAD}\r\n${row}\r\n`],
    ["a mark of UTF-8 before it", `\uFEFF${HEAD}\r\n${row}`],
    ["Windows-1252", latin(`${HEAD}\r\n${row}`)],
    [
      "commas, as LibreOffice",
      'Namn,E-post,Medlem sedan,Avgifter\nÅsa Öberg,asa@post.example,2019-03-01,"2025: 150, 2026"',
    ],
    [
      "first and last name, and a column of its own",
      "Efternamn;Förnamn;Mejl;Inträde;Betalt;Kommentar\nÖberg;Åsa;asa@post.example;20190301;2025: 150 kr,2026;ring",
    ],
    [
      "English headings",
      'Name;E-mail;Member since;Fees\nÅsa Öberg;asa@post.example;2019/03/01;"2026: 200,2025: 150"',
    ],
  ])("with %s", async (_, file) => {
    const { rows, broken } = await read(file);
    expect(broken).toEqual([]);
    const [first] = rows;
    if (!first) throw new Error("no row");
    expect(readRow(first, around)).toEqual({
      line: 2,
      person: { name: "Åsa Öberg", mail: "asa@post.example", address: "", language: "sv" },
      since: "2019-03-01",
      fees: [
        { year: 2026, kronor: 200, on: "2026-11-20" },
        { year: 2025, kronor: 150, on: "2026-11-20" },
      ],
      faults: [],
    });
  });

  it("puts street, postcode and town together, and reads the language", async () => {
    const [first] = (
      await read("Namn;Adress;Postnr;Ort;Språk\nBo Ek;Stigen 4;123 45;Ängsby;engelska")
    ).rows;
    expect(first && readRow(first, around).person).toMatchObject({
      address: "Stigen 4\n123 45 Ängsby",
      language: "en",
    });
  });

  it.each([
    ["nothing", "", "file-empty"],
    ["headings alone", HEAD, "file-empty"],
    ["no heading for the name", "E-post\na@b.example", "file-columns"],
    ["no way to reach anybody", "Namn;Avgifter\nBo;2026", "file-columns"],
    ["a heading twice", "Namn;Mejl;E-post\nBo;a@b.example;a@b.example", "file-columns"],
    ["a workbook", "PK\u0003\u0004\0\0\0", "file-unreadable"],
    ["NUL in the midst", `${HEAD}\nBo\0;a@b.example`, "file-unreadable"],
    ["too many rows", `${HEAD}\n${`${row}\n`.repeat(1001)}`, "file-large"],
    ["too many bytes", `${HEAD}\n${"a".repeat(500_001)}`, "file-large"],
  ])("says what is wrong with %s", async (_, file, code) =>
    expect(await readMembers(utf8(file))).toEqual(fail(code)),
  );

  it("says what is wrong with a row, and keeps the others", async () => {
    const views = await seen(
      [
        HEAD,
        ";a@b.example;;;",
        "Bo;;;;",
        "Bo;inte en adress;;;",
        "Bo;a@b.example;;1/3 2019;",
        "Bo;a@b.example;;2019-02-30;",
        "Bo;a@b.example;;2027-01-01;",
        "Bo;a@b.example;;;ja",
        "Bo;a@b.example;;;1850: 5",
        "=HYPERLINK(1);a@b.example;;;",
        "B\u202Eo;a@b.example;;;",
        `${"b".repeat(121)};a@b.example;;;`,
        row,
      ].join("\n"),
    );
    expect(told(views)).toEqual([
      ...["2 new no-name", "3 new no-way", "4 new bad-mail", "5 new bad-day", "6 new bad-day"],
      ...["7 new bad-day", "8 new bad-fee", "9 new bad-fee", "10 new formula", "11 new strange"],
      ...["12 new too-long", "13 new"],
    ]);
  });

  it("reads the template that it hands out, in both languages", async () => {
    for (const t of [intakeMessages.sv, intakeMessages.en]) {
      const file = await writeTable([t.head.split(";"), t.example.split(";")]);
      expect(told(await seen(file))).toEqual(["2 new"]);
    }
  });

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await readMembers(bytes);
        await readMembers(new Uint8Array([...utf8(`${HEAD}\n`), ...bytes]));
      }),
      { numRuns: 40 },
    );
    const cell = fc.string({ unit: "binary", maxLength: 60 });
    const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell]));
    await fc.assert(
      fc.property(fc.record({ ...cells, line: fc.constant(1) }), (any) => {
        const { faults, person } = readRow(any as unknown as FileRow, around);
        if (faults.length === 0) expect(person.name).not.toBe("");
      }),
    );
  });
});

describe("beside those who are there", () => {
  const asa: Known = { name: "Åsa  öberg", mail: "ASA@post.example", address: "", stage: "member" };
  const line = (name: string, mail: string, address = "") => `${name};${mail};${address};2019;`;

  it("nobody is entered twice: neither who is there, nor the same row again", async () => {
    const file = [HEAD, row, line("Bo Ek", "", "Stigen 4"), line("bo ek", "", "stigen  4,")];
    expect(told(await seen(file.join("\n"), [asa]))).toEqual([
      "2 nothing",
      "3 new",
      "4 new same-row",
    ]);
  });

  it("two of one name, or of one mail, are told and are two", async () => {
    const file = [HEAD, line("Åsa Öberg", "annan@post.example"), line("Bo", "asa@post.example")];
    expect(told(await seen(file.join("\n"), [asa]))).toEqual([
      "2 new same-name",
      "3 new same-mail",
    ]);
  });

  it("whoever has asked herself is admitted, not entered", async () => {
    expect(told(await seen([HEAD, row].join("\n"), [{ ...asa, stage: "asked" }]))).toEqual([
      "2 new has-asked",
    ]);
  });
});

it("the register that was saved comes back as it was, whatever they are called", async () => {
  const text = fc.stringMatching(/^[\p{L}=+@-][\p{L}\p{N} =+@"';,.-]{0,20}$/u);
  const members = fc.array(fc.record({ name: text, address: text }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(members, async (people) => {
      const fees = [{ year: 2026, kronor: 200, on: "2026-11-20" }];
      const consent = { version: "x", on: "2026-01-01", how: "page" as const };
      const all = people.map(({ name, address }, at): Member => ({
        ...{ id: `${at}`, stage: "member", since: "2020-05-06", fees, consent },
        ...{ page: null, deleteOn: null, version: 1 },
        person: { name, mail: `m${at}@post.example`, address, language: "sv" },
      }));
      const { rows } = await read(utf8(await writeTable(registerRows(all, "sv"))));
      const found = rows.map((one) => readRow(one, around));
      expect(found.map(({ person, since, faults }) => ({ person, since, faults }))).toEqual(
        all.map(({ person, since }) => ({
          person: {
            ...person,
            name: person?.name.trim().normalize(),
            address: person?.address.trim().normalize(),
          },
          ...{ since, faults: [] },
        })),
      );
      expect(found.every((one) => one.fees[0]?.kronor === 200)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
