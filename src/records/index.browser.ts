export { KeepingPage } from "./keeping.browser.tsx";
export { LooksPage } from "./looks.browser.tsx";
export { MyDataPage } from "./my-data.browser.tsx";
export { MyPledgePage } from "./my-pledge.browser.tsx";
export { PledgePage } from "./pledge-page.browser.tsx";
export { Reminder } from "./reminder.browser.tsx";
