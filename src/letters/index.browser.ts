export { InboxRoom, type InboxProps } from "./desk/inbox.browser.tsx";
export {
  type LetterRoom,
  type LetterRoomOptions,
  openLetterRoom,
} from "./contact/index.browser.tsx";
