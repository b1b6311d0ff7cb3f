export { type DutyStart, type DutyStop, type DutyView, shiftPaths } from "./contract.ts";
export { isPresent, type OnDuty } from "./policy.ts";
