import type { Language } from "../../ui/languages.ts";
import { saveTable } from "../../ui/save-table.browser.ts";
import type { Member } from "../contract.ts";
import { fileMessages } from "../messages.file.ts";
import { registerRows } from "../register-file.ts";

export const saveRegister = (members: readonly Member[], language: Language): Promise<void> =>
  saveTable(fileMessages[language].name, registerRows(members, language));
