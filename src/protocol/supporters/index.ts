export { readBriefs, writeBrief } from "./brief.ts";
export type { BriefReader, BriefsToRead, ReadBrief, ReadBriefs } from "./brief.ts";
export { brief } from "./objects.ts";
export type { BriefContent, BriefHeader } from "./objects.ts";
