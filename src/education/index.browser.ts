export { EducationRoom } from "./desk/late.browser.tsx";
