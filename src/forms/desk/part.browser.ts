import type { Language } from "../../ui/languages.ts";
import type { FormDefinition } from "../definition.ts";
import type { FormEditor } from "./editor.browser.ts";
export interface EditorPart {
  readonly editor: FormEditor;
  readonly form: FormDefinition;
  readonly language: Language;
}
