export { Settings, settingsPages } from "./desk.browser.tsx";
export type { SettingsApi } from "./settings/editing.browser.ts";
