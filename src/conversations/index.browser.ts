export { startContact } from "./contact/start.browser.tsx";
