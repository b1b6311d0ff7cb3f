export type { Api } from "./api.browser.ts";
export { CustodyPage } from "./custody/custody-page.browser.tsx";
export { startDesk } from "./desk-app.browser.tsx";
export { MembersPage } from "./members-page.browser.tsx";
export { MinePage } from "./mine-page.browser.tsx";
export { pagedRoom } from "./paged-room.browser.tsx";
export type { DeskRoom, PageGroup, PageProps } from "./rooms.browser.ts";
export type { Staff } from "./staff.browser.ts";
export { teamTrust } from "./trust.browser.ts";
