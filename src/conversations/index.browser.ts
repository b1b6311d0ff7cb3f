export { startContact } from "./contact/start.browser.tsx";
export { Room, type RoomProps } from "./desk/room.browser.tsx";
export { RehearsalRoom } from "./rehearsal/room.browser.tsx";
