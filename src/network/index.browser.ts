export { startDirectory } from "./directory/app.browser.ts";
