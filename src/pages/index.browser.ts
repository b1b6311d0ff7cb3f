export { PagesRoom } from "./desk/late.browser.tsx";
