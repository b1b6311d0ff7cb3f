export { countHard, MyLoadPage, TeamLoadPage } from "./load.browser.tsx";
export { SupervisionPage } from "./supervision.browser.tsx";
