export { Answered } from "./answered.tsx";
export { FormBook, hashOfForm } from "./book.browser.ts";
export { FormFields } from "./fields.browser.tsx";
export { FormsPage, type FormUse, type PreviewProps } from "./desk/page.browser.tsx";
