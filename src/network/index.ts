export type { Entry } from "./entry.ts";
export { languageName } from "./language-names.ts";
export { counties, isMunicipality, municipalityName } from "./municipalities.ts";
