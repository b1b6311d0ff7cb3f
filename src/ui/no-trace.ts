/** What keeps a browser, its keyboard and its add-ons from keeping or sending on what is written. */
export const leavesNoTrace = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "none",
  spellcheck: "false",
  translate: "no",
  "data-gramm": "false",
  "data-gramm_editor": "false",
  "data-enable-grammarly": "false",
  "data-lpignore": "true",
} as const;
