/** What keeps a browser, its keyboard and its add-ons from keeping or sending on what is written. */
const leavesNoTrace: Readonly<Record<string, string>> = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "none",
  spellcheck: "false",
  translate: "no",
  "data-gramm": "false",
  "data-gramm_editor": "false",
  "data-enable-grammarly": "false",
  "data-lpignore": "true",
};

/** As attributes: as properties, "off" and "no" count as true for some of them (seen in Chromium). */
export function protect(field: HTMLTextAreaElement | null): void {
  for (const [name, value] of Object.entries(leavesNoTrace)) field?.setAttribute(name, value);
}
