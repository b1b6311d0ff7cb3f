export type { Entry } from "./entry.ts";
export { languageName } from "./language-names.ts";
export { counties, isMunicipality, municipalityName } from "./municipalities.ts";
export { type OverflowList, overflowPaths } from "./overflow/contract.ts";
export { federationPaths } from "./federation/contract.ts";
export { federationMessages } from "./federation/messages.ts";
export { joiningPaths } from "./joining/contract.ts";
