import type { Database, FaceId, JourId } from "../platform/database/index.server.ts";
import type { Lead, Leads, LeadsIn } from "../site/index.server.ts";
import { type FurtherLanguage, furtherLanguages, isFurther } from "../ui/further.ts";
import { type Language, pathIn } from "../ui/languages.ts";
import { addressOf, KINDS, type Kind, pathOf } from "./kinds.ts";
import { listed, type LiveText } from "./reading.server.ts";
import { liveOn } from "./reading-store.server.ts";

const MAX_NEWS = 3;
const MAX_PAGES = 8;
/** So that guides leave room on the front page for what else there is; the rest stands a page further on. */
const GUIDES_IN_FRONT = 3;

type Shelf = readonly (readonly [Kind, number])[];

/** What whoever comes through a door may want to read, first things first, and how many of each at most. */
const atDoor: Readonly<Record<keyof Leads[Language]["doors"], Shelf>> = {
  woman: [
    ["guide", 8],
    ["shelter", 1],
    ["emergency", 1],
    ["traces", 1],
  ],
  young: [
    ["guide", 8],
    ["emergency", 1],
    ["traces", 1],
  ],
  worried: [
    ["relative", 2],
    ["guide", 2],
    ["emergency", 1],
  ],
  "social-services": [
    ["social-services", 2],
    ["shelter", 1],
    ["report", 2],
  ],
  learn: [
    ["kvinnojour", 1],
    ["about", 1],
    ["report", 2],
  ],
};

/** What the front page of a face leads to; the rest stands a page further on. */
export const frontLeads =
  (database: Database) =>
  async (jour: JourId, face: FaceId, now: number): Promise<Leads> => {
    const texts = await database.tenant(jour, (tx) => liveOn(tx, face, now));
    const further = furtherLanguages.flatMap((language) => {
      const own = texts.filter((text) => text.language === language);
      return own.length === 0 ? [] : [[language, leadsTo(own, language)] as const];
    });
    return {
      ...{ sv: leadsTo(listed(texts, "sv"), "sv"), en: leadsTo(listed(texts, "en"), "en") },
      further: Object.fromEntries(further),
    };
  };

function leadsTo(all: readonly LiveText[], language: Language | FurtherLanguage): LeadsIn {
  const rank = ({ kind }: LiveText): number => KINDS.indexOf(kind);
  const pages = all.filter(({ kind }) => kind !== "news").sort((a, b) => rank(a) - rank(b));
  const news = all.filter(({ kind }) => kind === "news");
  const urgent = pages.find(({ kind }) => kind === "emergency");
  const read = (shelf: Shelf): Lead[] =>
    shelf
      .flatMap(([kind, most]) => pages.filter((text) => text.kind === kind).slice(0, most))
      .map((text) => leadTo(text, language));
  const guides = pages.filter(({ kind }) => kind === "guide").slice(GUIDES_IN_FRONT);
  const front = pages.filter((text) => !guides.includes(text));
  return {
    doors: {
      ...{ woman: read(atDoor.woman), young: read(atDoor.young), worried: read(atDoor.worried) },
      ...{ "social-services": read(atDoor["social-services"]), learn: read(atDoor.learn) },
    },
    news: news.slice(0, MAX_NEWS).map((text) => leadTo(text, language)),
    urgent: urgent && leadTo(urgent, language),
    // Of further languages there is no list of all pages to go on to.
    pages: (isFurther(language) ? pages : front.slice(0, MAX_PAGES)).map((text) =>
      leadTo(text, language),
    ),
  };
}

function leadTo(text: LiveText, language: Language | FurtherLanguage): Lead {
  const told = { title: text.title, date: text.dated };
  if (isFurther(language)) return { ...told, href: addressOf(text, language) };
  const own = text.language === "en" ? "en" : "sv";
  const href = pathIn(pathOf(text), language);
  return { ...told, href, ...(own !== language && { lang: own }) };
}

/** What a federation says, newest first: for its own front page. */
export interface Voice {
  readonly news: readonly Lead[];
  readonly positions: readonly Lead[];
  readonly referrals: readonly Lead[];
  readonly reports: readonly Lead[];
  readonly groups: readonly Lead[];
}

export const federationVoice =
  (database: Database) =>
  async (jour: JourId, now: number): Promise<Readonly<Record<Language, Voice>>> => {
    const texts = await database.tenant(jour, (tx) => liveOn(tx, jour, now));
    return { sv: voiceIn(texts, "sv"), en: voiceIn(texts, "en") };
  };

function voiceIn(texts: readonly LiveText[], language: Language): Voice {
  const all = listed(texts, language);
  const newest = (kind: LiveText["kind"]): Lead[] =>
    all
      .filter((text) => text.kind === kind)
      .slice(0, MAX_NEWS)
      .map((text) => leadTo(text, language));
  return {
    ...{ news: newest("news"), positions: newest("position") },
    ...{ referrals: newest("referral"), reports: newest("report"), groups: newest("group") },
  };
}
