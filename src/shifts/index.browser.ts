export { clock } from "./clock.browser.ts";
export { type AlsoOnDuty, DutyUnsettled, type FaceChoice, GoOnDuty } from "./desk.browser.tsx";
export { DoorsCard } from "./doors-card.browser.tsx";
export { DutyBar } from "./duty-bar.browser.tsx";
export { type DeskApi, Duty, type OnDuty } from "./duty.browser.ts";
export type { DutyHolder } from "./duty-key.browser.ts";
