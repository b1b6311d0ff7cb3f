export { PagesRoom } from "./desk/late.browser.tsx";
export { Prose } from "./text/prose.browser.tsx";
