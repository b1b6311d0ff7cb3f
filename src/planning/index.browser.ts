export { CalendarRoom } from "./desk/room.browser.tsx";
