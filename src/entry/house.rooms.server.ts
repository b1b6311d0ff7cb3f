import { type Counselling, openCounselling } from "../counselling/index.server.ts";
import type { Mail } from "../channels/mail/index.server.ts";
import type { LetterDeps, Letters } from "../letters/index.server.ts";
import { openPlanning, type Planning } from "../planning/index.server.ts";
import { type Config, originIn } from "../platform/config.server.ts";
import { RECRUITERS } from "../protocol/index.ts";
import { fail, ok } from "../platform/result.ts";
import type { StaffRecords } from "../records/index.server.ts";
import { listJours, type People } from "../people/index.server.ts";
import type { ToSend } from "../platform/mail/index.server.ts";
import type { Database, FaceId, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Door, Glances } from "../platform/http/index.server.ts";
import type { Suite } from "../protocol/index.ts";
import { makeJour } from "./new-jour.server.ts";
import { openRecruitment, type Recruitment } from "../recruitment/index.server.ts";
import { type Education, openEducation } from "../education/index.server.ts";
import { educationPages } from "../education/index.ts";
import { type Association, openAssociation } from "../association/index.server.ts";
import { associationPages } from "../association/index.ts";
import { facesOf, hostOf, type Lead, type Leads, type LeadsIn } from "../site/index.server.ts";
import { openTraining, type OpenTraining } from "../training/index.server.ts";

export type { Association, Education, Recruitment };

/** As the calendar asks them. */
type Events = Pick<Counselling, "eventsOf">;
/** What stands in a member's calendar. */
const together =
  (...rooms: readonly Events[]): Events["eventsOf"] =>
  async (jour, member) =>
    (await Promise.all(rooms.map((room) => room.eventsOf(jour, member)))).flat();

interface Rooms {
  readonly people: People;
  readonly glances: Glances;
  /** Letters ask recruitment whether they may begin, and recruitment builds upon letters. */
  readonly letters: () => Letters;
}

/** Recruitment, with what it needs of the others. */
export const recruitmentOf = (
  database: Database,
  { people, glances, letters }: Rooms,
): Recruitment =>
  openRecruitment({
    ...{ database, now: Date.now },
    find: (jour, token) => letters().find(jour, token),
    findPlain: (jour, token) => letters().findPlain(jour, token),
    members: (jour) => people.members(jour),
    erase: (jour, mailbox) => letters().erase(jour, mailbox),
    changed: () => glances.forget(),
  });

interface Furnished {
  readonly counselling: Counselling;
  readonly planning: Planning;
  readonly care: { readonly doors: Door[] };
  readonly recruitment: Recruitment;
  readonly training: OpenTraining;
  readonly letters: Letters;
}

/** Of the rooms that build upon others. */
export const roomDoors = (rooms: Furnished): Door[] => [
  ...rooms.counselling.doors,
  ...rooms.planning.doors,
  ...rooms.care.doors,
  ...rooms.recruitment.doors,
  ...rooms.recruitment.plainDoors(rooms.letters.plain),
  ...rooms.training.doors,
];

/** At the federation's desk too: a jour that is invited there begins as one from the command line. */
export const peopleDoors = (database: Database, people: People): Door[] => [
  ...people.doors,
  ...people.foundingDoors((draft) => makeJour(database, draft)),
];

/** What letters are told of those that are applications. */
export const applicationsAmong = (
  recruitment: Recruitment,
): Pick<LetterDeps, "besideLetters" | "inWords" | "mayBegin"> => ({
  inWords: (jour, text, language) => recruitment.inWords(jour, text, language),
  besideLetters: (...open) => recruitment.besideLetters(...open),
  mayBegin: async (jour, team) => team !== RECRUITERS || recruitment.mayBegin(jour),
});

export const trainingOf = (database: Database, people: People): OpenTraining =>
  openTraining({ database, now: Date.now, members: (jour) => people.members(jour) });

/** The way out for neutral mail to members. */
const neutralMail = (mail: Mail) => ({
  from: (jour: JourId) => mail.addressOf(jour),
  queue: (tx: TenantTx, from: string, neutral: ToSend) => mail.outbox.queue(tx, from, neutral),
});

/** Of whoever has a page of her own here: what became of it is told, and what waits is deleted with her. */
const ownMail = (mail: Mail) => ({
  ...neutralMail(mail),
  standings: (tx: TenantTx) => mail.outbox.standings(tx),
  forget: (tx: TenantTx, about: Uint8Array) => mail.outbox.forget(tx, about),
});

interface Ground {
  readonly config: Config;
  readonly database: Database;
}

/** Shifts and meetings, and how reserves are called in. */
export const planningOf = ({ config, database }: Ground, mail: Mail): Planning =>
  openPlanning({ database, secret: config.secret, now: Date.now, mail: neutralMail(mail) });

/** Requests, times and supporters, and how counsellors are reminded. */
export const counsellingOf = (
  { config, database }: Ground,
  {
    people,
    letters,
    mail,
    records,
    suite,
  }: { people: People; letters: Letters; mail: Mail; records: StaffRecords; suite: Suite },
): Counselling =>
  openCounselling(
    {
      ...{ database, suite, now: Date.now, find: letters.find, aside: letters.aside },
      members: (jour) => people.members(jour),
      clearance: (jour, member) => records.clearance(jour, member),
    },
    { secret: config.secret, mail: neutralMail(mail) },
  );

/** Pledge, register extract and leave first; then training, where the jour asks for it. */
export const clearance =
  (records: StaffRecords, training: OpenTraining) => async (jour: JourId, member: string) => {
    const cleared = await records.clearance(jour, member);
    if (!cleared.ok) return cleared;
    return (await training.mayAnswerNow(jour, member)) ? ok() : fail("not-trained");
  };

/** Lectures, and the calendar of whoever holds them, in which they stand too. */
export function educationOf(
  { config, database }: Ground,
  { people, glances, mail }: { people: People; glances: Glances; mail: Mail },
  others: readonly Events[],
): { readonly education: Education; readonly eventsOf: Events["eventsOf"] } {
  const eventsOf: Events["eventsOf"] = (jour, member) =>
    together(...others, education)(jour, member);
  const education = openEducation({
    ...{ database, secret: config.secret, now: Date.now, eventsOf },
    mail: ownMail(mail),
    members: (jour) => people.members(jour),
    nameOf: async (jour) => (await facesOf(database, jour))[0]?.name ?? "",
    siteOf: async (jour) => originIn(config)((await hostOf(database, jour)) ?? ""),
    changed: () => glances.forget(),
  });
  return { education, eventsOf };
}

/** Members of the association, with the house's way out for mail. */
export const associationOf = (
  { config, database }: Ground,
  { people, glances, mail }: { people: People; glances: Glances; mail: Mail },
): Association =>
  openAssociation({
    ...{ database, secret: config.secret, now: Date.now },
    mail: ownMail(mail),
    nameOf: async (jour) => (await facesOf(database, jour))[0]?.name ?? "",
    async originOf(jour) {
      const host = (await listJours(database)).find(({ id }) => id === jour)?.host ?? "";
      return originIn(config)(host);
    },
    deskNames: (jour) => people.members(jour),
    changed: () => glances.forget(),
  });

type LeadsOf = (jour: JourId, face: FaceId, now: number) => Promise<Leads>;
const toLectures = {
  sv: { href: educationPages.list, title: "Boka en föreläsning", date: null },
  en: { href: `${educationPages.list}?lang=en`, title: "Book a lecture", date: null },
} as const;

const toMembership = {
  sv: { href: associationPages.join, title: "Bli medlem", date: null },
  en: { href: `${associationPages.join}?lang=en`, title: "Become a member", date: null },
} as const;

/** And becoming a member, where the jour takes members by its site. */
export const withMembership =
  (leads: LeadsOf, association: Pick<Association, "isOpen">): LeadsOf =>
  async (jour, face, now) => {
    const told = await leads(jour, face, now);
    const { sv, en } = told;
    if (!(await association.isOpen(jour))) return told;
    return {
      ...told,
      sv: { ...sv, pages: [...sv.pages, toMembership.sv] },
      en: { ...en, pages: [...en.pages, toMembership.en] },
    };
  };

/** What the front page and its doors lead to: the pages of the jour, and lectures where there are any. */
export const withLectures =
  (leads: LeadsOf, education: Pick<Education, "isOffered">): LeadsOf =>
  async (jour, face, now) => {
    const told = await leads(jour, face, now);
    if (!(await education.isOffered(jour))) return told;
    const also = (here: LeadsIn, lead: Lead): LeadsIn => ({
      ...{ ...here, pages: [...here.pages, lead] },
      doors: { ...here.doors, learn: [lead, ...here.doors.learn] },
    });
    const { sv, en } = told;
    return { ...told, sv: also(sv, toLectures.sv), en: also(en, toLectures.en) };
  };
