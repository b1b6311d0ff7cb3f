// The register as a spreadsheet reads it. Pure.

import type { Language } from "../ui/languages.ts";
import type { Member } from "./contract.ts";
import { fileMessages } from "./messages.file.ts";

/** What a spreadsheet would take for a formula is made a text: a name is written by whoever joins. */
export const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

export function registerRows(members: readonly Member[], language: Language): string[][] {
  const t = fileMessages[language];
  const rows = members.map(({ person, since, consent, fees }) => [
    ...[person?.name ?? "", person?.mail ?? "", person?.address ?? "", since],
    fees.map(({ year, kronor }) => `${year}: ${kronor}`).join(", "),
    `${consent.on} (${consent.version})`,
  ]);
  return [t.head.split(";"), ...rows.map((row) => row.map(asText))];
}
