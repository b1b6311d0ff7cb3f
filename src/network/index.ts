export type { Entry } from "./entry.ts";
export { isMunicipality, municipalities, municipalityName } from "./municipalities.ts";
