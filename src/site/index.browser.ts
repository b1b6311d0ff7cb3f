export { Settings } from "./desk.browser.tsx";
export { type ExitOptions, installExit } from "./exit.browser.ts";
export type { SettingsApi } from "./settings/editing.browser.ts";
