export { type CalendarAddress, calendarPaths } from "./contract.ts";
export { type CalendarEvent, writeCalendar } from "./ical.ts";
