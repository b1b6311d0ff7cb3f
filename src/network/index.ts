export type { Entry } from "./entry.ts";
export { counties, isMunicipality, municipalityName } from "./municipalities.ts";
