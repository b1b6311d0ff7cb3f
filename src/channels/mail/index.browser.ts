export { MailCard } from "./desk/card.browser.tsx";
