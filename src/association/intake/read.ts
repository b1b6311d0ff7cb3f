import { fail, ok, type Result } from "../../platform/result.ts";
import { readTable } from "../../ui/table.ts";
import {
  type Column,
  type FileCode,
  type FileRow,
  MOST_BYTES,
  MOST_LETTERS,
  MOST_ROWS,
  type RowView,
} from "./contract.ts";

/** What the columns are called, in the template, in the register that this room saves, and by people. */
const called: Readonly<Record<Column, readonly string[]>> = {
  name: ["namn", "medlem", "fullständigt namn", "name", "member", "full name"],
  first: ["förnamn", "first name", "given name"],
  last: ["efternamn", "last name", "surname"],
  mail: ["e-post", "mejl", "mail", "e-postadress", "mejladress", "e-mail", "e-mail address"],
  address: ["postadress", "adress", "gatuadress", "postal address", "address", "street"],
  code: ["postnummer", "postnr", "postcode", "postal code", "zip"],
  town: ["ort", "postort", "stad", "town", "city"],
  since: ["medlem sedan", "inträde", "inträdesdatum", "sedan", "member since", "since", "joined"],
  language: ["språk", "språk i mejl", "language"],
  fees: ["avgifter", "betalat", "betalt", "betalda år", "fees", "paid", "years paid"],
};

export interface MemberFile {
  readonly rows: readonly FileRow[];
  /** Rows that are not even rows. */
  readonly broken: readonly RowView[];
}

/** In the browser; the file itself never leaves it. */
export async function readMembers(bytes: Uint8Array): Promise<Result<MemberFile, FileCode>> {
  const read = await readTable<Column>(bytes, {
    columns: called,
    isWhole: (named) =>
      (named.includes("name") || (named.includes("first") && named.includes("last"))) &&
      (named.includes("mail") || named.includes("address")),
    ...{ mostBytes: MOST_BYTES, mostRows: MOST_ROWS, mostLetters: MOST_LETTERS },
  });
  if (!read.ok) return fail(`file-${read.code}`);
  const { rows, broken } = read.value;
  return ok({
    rows,
    broken: broken.map(({ line, code }) => ({
      ...{ line, name: "", reach: "", since: "", years: [], does: "nothing" as const, notes: [] },
      faults: [{ code, what: "" }],
    })),
  });
}
