export { type CalendarAddress, calendarPaths } from "./contract.ts";
export { type Appointment, type CalendarEvent, writeAppointment, writeCalendar } from "./ical.ts";
