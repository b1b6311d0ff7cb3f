export { TrainingRoom } from "./desk/room.browser.tsx";
