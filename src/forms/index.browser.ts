export { Answered } from "./answered.tsx";
export { FormFields } from "./fields.browser.tsx";
