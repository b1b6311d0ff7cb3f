import type { ToldFace } from "../directory/present.server.ts";
import { weekInWords } from "../directory/present.server.ts";

const columns = [
  ...["id", "jour", "name", "kind", "url", "phone", "place", "receives", "age_from", "age_until"],
  ...["doors", "municipalities", "elsewhere", "languages", "permit", "hours"],
] as const;

/** RFC 4180, in UTF-8; lists within a field are parted by spaces. */
export function csvOf(faces: readonly ToldFace[], urlOf: (face: ToldFace) => string): string {
  const rows = faces.map(({ entry, ...face }): Record<(typeof columns)[number], unknown> => ({
    ...{ id: face.faceId, jour: face.jourName, name: face.name, kind: face.kind },
    ...{ url: urlOf({ entry, ...face }), phone: face.phone ?? "", place: face.place },
    ...{ receives: entry.receives, age_from: entry.ages.from, age_until: entry.ages.until ?? "" },
    ...{ doors: entry.doors.join(" "), municipalities: entry.municipalities.join(" ") },
    ...{ elsewhere: entry.elsewhere, languages: entry.languages.join(" "), permit: entry.permit },
    hours: weekInWords(entry.hours, "sv").join(" | "),
  }));
  const lines = rows.map((row) => columns.map((column) => field(String(row[column]))).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** What begins like a formula is marked as text: a spreadsheet would otherwise run it (OWASP, CSV injection). */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
