import type { Language } from "../../ui/languages.ts";
import type { Member } from "../contract.ts";
import { fileMessages } from "../messages.file.ts";
import { registerRows } from "../register-file.ts";

/** Semicolons, and a mark for UTF-8: so Excel in Sweden opens it with one press. */
export async function saveRegister(members: readonly Member[], language: Language): Promise<void> {
  const { default: papa } = await import("papaparse");
  const text = `\uFEFF${papa.unparse(registerRows(members, language), { delimiter: ";" })}\r\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = fileMessages[language].name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
