export { startDirectory } from "./directory/app.browser.ts";
export { OverflowPage } from "./overflow/desk.browser.tsx";
export { MembersOfNetwork } from "./federation/desk.browser.tsx";
export { ApplicationsPage } from "./joining/desk.browser.tsx";
export { ImportPage } from "./open-data/import.browser.tsx";
