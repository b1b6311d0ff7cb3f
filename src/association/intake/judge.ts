// What becomes of each row beside those who are there, and beside the other rows. Pure.

import type { Member, Person } from "../contract.ts";
import type { RowFault, RowNote, RowView } from "./contract.ts";
import type { ReadRow } from "./row.ts";

export interface Known extends Pick<Person, "name" | "mail" | "address"> {
  readonly stage: Member["stage"];
}

export interface Judged {
  readonly row: ReadRow;
  readonly view: RowView;
}

const letters = (text: string): string =>
  text.normalize().toLocaleLowerCase("sv").replaceAll(/\s+/gu, " ").trim();
const bare = (text: string): string => letters(text).replaceAll(/[\s,]/gu, "");

/** The same name and an address in common: she. A name alone may be two women. */
const isSame = (one: Pick<Person, "mail" | "address">, other: typeof one): boolean =>
  (one.mail !== "" && letters(one.mail) === letters(other.mail)) ||
  (one.address !== "" && bare(one.address) === bare(other.address));

/** By what is equal, so that a thousand rows beside thousands of members stay quick. */
class Shelf<Kept extends Pick<Person, "name" | "mail" | "address">> {
  readonly #names = new Map<string, Kept[]>();
  readonly #mails = new Set<string>();

  put(kept: Kept): void {
    const name = letters(kept.name);
    this.#names.set(name, [...(this.#names.get(name) ?? []), kept]);
    if (kept.mail !== "") this.#mails.add(letters(kept.mail));
  }
  named = ({ name }: Person): readonly Kept[] => this.#names.get(letters(name)) ?? [];
  her = (person: Person): Kept | undefined => this.named(person).find((one) => isSame(one, person));
  hasMail = ({ mail }: Person): boolean => mail !== "" && this.#mails.has(letters(mail));
}

export function judge(rows: readonly ReadRow[], known: readonly Known[]): Judged[] {
  const there = new Shelf<Known>();
  for (const one of known) there.put(one);
  const before = new Shelf<Person & { readonly line: number }>();
  return rows.map((row) => {
    const { person, line, since, fees } = row;
    const faults: RowFault[] = [...row.faults];
    const isGood = faults.length === 0;
    const [herself, twin] = [there.her(person), before.her(person)];
    if (isGood && twin) faults.push({ code: "same-row", what: person.name, line: twin.line });
    if (isGood && herself?.stage === "asked") faults.push({ code: "has-asked", what: person.name });
    const isThere = herself?.stage === "member";
    const notes: RowNote[] = [];
    if (!isThere && faults.length === 0) {
      const isNamed = there.named(person).length + before.named(person).length > 0;
      if (isNamed) notes.push("same-name");
      else if (there.hasMail(person) || before.hasMail(person)) notes.push("same-mail");
      if (since === "") notes.push("no-day");
    }
    if (isGood && !twin) before.put({ ...person, line });
    const reach = [person.mail, person.address].filter((one) => one !== "").join(", ");
    const years = fees.map(({ year }) => year);
    return {
      row,
      view: {
        ...{ line, name: person.name, reach, since, years, faults, notes },
        does: isThere ? "nothing" : "new",
      },
    };
  });
}
