export { LetterSettings } from "./desk/keeping.browser.tsx";
export { InboxRoom, type InboxProps } from "./desk/inbox.browser.tsx";
export { StagedEntries } from "./desk/staged.browser.tsx";
export type { InboxApp, OpenedMailbox } from "./desk/inbox-app.browser.ts";
export type { DeskPurpose, InboxPart } from "./desk/purpose.browser.ts";
export { Button, Failure, Title } from "./contact/parts.browser.tsx";
export { type LetterScreen, onlyLetters, type Purpose } from "./contact/purpose.browser.ts";
export type { Opened, Ask } from "./contact/post.browser.ts";
export { answerTime } from "./contact/write.browser.tsx";
export {
  type LetterRoom,
  type LetterRoomOptions,
  openLetterRoom,
} from "./contact/index.browser.tsx";
