import { dayOf } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { Notice } from "./contract.ts";
import { deletePastMeetings, meetingsOfMember } from "./meetings-store.server.ts";
import { volunteerPage, type VolunteerPageParts } from "./page.server.tsx";
import type { LetterDeps, Plain } from "../letters/index.server.ts";
import type { Language } from "../ui/languages.ts";
import { Applicant } from "./applicant.server.ts";
import { inWords } from "./plain/in-words.server.ts";
import { seatsBeside } from "./plain/seats.server.tsx";
import { plainDoors } from "./plain/routes.server.ts";
import { recruitmentDoors } from "./routes.server.ts";
import {
  hasSomethingToSay,
  mayBegin,
  notice,
  placeNew,
  type RecruitmentDeps,
} from "./rounds.server.ts";
import { deleteOldRounds, overdue } from "./store.server.ts";

export { furnishApplications, keepDemoRound } from "./demo.server.ts";

const DAY = 86_400_000;
const PAST_MS = 14 * DAY;

interface HostEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

export interface Recruitment {
  readonly doors: Door[];
  /** The public page, /bli-volontar. */
  page(parts: Omit<VolunteerPageParts, "look">): Door;
  /** Applying without script, upon the letters' pages of that kind. */
  plainDoors(plain: Plain): Door[];
  /** A letter's text as its writer would read it. */
  inWords(jour: JourId, text: string, language: Language): Promise<string>;
  /** What stands in an open mailbox without script, where it is an application's. */
  readonly besideLetters: LetterDeps["besideLetters"];
  /** Whether a first letter to the recruiters is taken now. */
  mayBegin(jour: JourId): Promise<boolean>;
  /** Whether the front page has something to lead to. */
  isAnnounced(jour: JourId): Promise<boolean>;
  /** Deletes whose day has passed. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** What a recruiter holds, for her calendar: when, and whether somebody comes. */
  eventsOf(jour: JourId, member: string): Promise<HostEvent[]>;
}

export function openRecruitment(deps: RecruitmentDeps): Recruitment {
  const { database, now, erase } = deps;
  const applicant = new Applicant({ ...deps, find: deps.findPlain });
  const past = (): Date => new Date(now() - PAST_MS);
  const look = (jour: JourId, at: number): Promise<Notice> => notice(deps, jour, at);
  return {
    doors: recruitmentDoors(deps),
    page: (parts) => volunteerPage({ ...parts, look }),
    plainDoors: (plain) => plainDoors(deps, plain),
    inWords: (jour, text, language) => inWords(database, jour, text, language),
    besideLetters: (...open) => seatsBeside(applicant, ...open),
    mayBegin: (jour) => mayBegin(deps, jour),
    isAnnounced: async (jour) => hasSomethingToSay(await look(jour, now())),
    async sweep(jour) {
      const over = await database.tenant(jour, async (tx) => {
        await placeNew(tx, now());
        await deletePastMeetings(tx, past());
        await deleteOldRounds(tx, dayOf(now()));
        return overdue(tx, dayOf(now()));
      });
      for (const mailbox of over) await erase(jour, mailbox);
    },
    async eventsOf(jour, member) {
      const held = await database.tenant(jour, (tx) => meetingsOfMember(tx, member, past()));
      return held.map(({ id, starts_at, ends_at, kind, taken }) => ({
        ...{ id, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
        isTaken: kind === "information" || taken.length > 0,
      }));
    },
  };
}
