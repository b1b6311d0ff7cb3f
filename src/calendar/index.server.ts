export { dayOf, daysBetween, momentOf, plusDays, plusMonths } from "./days.ts";
export { calendarDoors } from "./routes.server.ts";
