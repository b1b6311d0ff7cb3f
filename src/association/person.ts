// Who somebody is, as a form without script sends it, and what is wrong with it. Pure.

import type { Person } from "./contract.ts";

export const PERSON_LIMIT = { name: 120, mail: 254, address: 300 } as const;

/** As a form sends it. */
export type WrittenPerson = Readonly<Record<"name" | "mail" | "address", string>>;
export type PersonFault = "missing" | "too-long" | "no-address" | "no-way";
export type PersonFaults = Partial<Readonly<Record<keyof WrittenPerson, PersonFault>>>;

/** What is wrong, field by field; else the person. Without any address nobody can be called to a meeting. */
export function readPerson(
  written: WrittenPerson,
  language: Person["language"],
  isAddress: (text: string) => boolean,
): { readonly faults: PersonFaults } | { readonly person: Person } {
  const faults: Partial<Record<keyof WrittenPerson, PersonFault>> = {};
  const text = (field: keyof WrittenPerson): string =>
    written[field].replaceAll("\r\n", "\n").trim().normalize();
  const [name, mail, address] = [text("name"), text("mail"), text("address")];
  if (name === "") faults.name = "missing";
  if (mail !== "" && !isAddress(mail)) faults.mail = "no-address";
  if (mail === "" && address === "") faults.mail = "no-way";
  for (const [field, said] of Object.entries({ name, mail, address }) as [
    keyof WrittenPerson,
    string,
  ][])
    if (said.length > PERSON_LIMIT[field]) faults[field] = "too-long";
  if (Object.keys(faults).length > 0) return { faults };
  return { person: { name: name.replaceAll("\n", " "), mail, address, language } };
}
