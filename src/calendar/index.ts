export { type CalendarAddress, calendarPaths } from "./contract.ts";
