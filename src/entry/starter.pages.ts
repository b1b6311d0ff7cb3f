import {
  aboutFederation,
  aboutJour,
  accessibility,
  federationAccessibility,
} from "./starter.about.ts";
import { abuseGuides } from "./starter.guides-abuse.ts";
import { lawGuides } from "./starter.guides-law.ts";
import { youngGuides } from "./starter.guides-young.ts";
import { report, violence } from "./starter.guides.ts";
import type { WrittenPage } from "./starter.page.ts";
import { relative } from "./starter.relative.ts";
import { emergency, traces } from "./starter.urgent.ts";

/** The same at every jour, and needed before anybody has had time to write. */
export const urgentPages: readonly WrittenPage[] = [emergency, traces];

/** Told in every jour's voice and naming none: hers to read, change and publish. */
export const neutralPages: readonly WrittenPage[] = [
  ...[violence, ...abuseGuides, report, ...lawGuides, ...youngGuides],
  relative,
];

/** What lies ready for a new jour, unpublished. */
export const draftsOf = (name: string): readonly WrittenPage[] => [
  ...[...neutralPages, aboutJour(name), accessibility],
];

/** The same for a federation, which has no one to answer. */
export const federationDrafts = (name: string): readonly WrittenPage[] => [
  ...[aboutFederation(name), federationAccessibility],
];
