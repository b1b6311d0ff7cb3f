export { calendarDoors } from "./routes.server.ts";
