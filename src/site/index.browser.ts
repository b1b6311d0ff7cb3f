export { type ExitOptions, installExit } from "./exit.browser.ts";
