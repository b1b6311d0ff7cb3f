import type { openConversations } from "../conversations/index.server.ts";
import { talkTimeUnknown } from "../counselling/index.ts";
import { supportersWhen } from "../counselling/index.server.ts";
import { offeredForms } from "../forms/index.server.ts";
import { answerTimeInWords } from "../letters/index.ts";
import type { LetterDeps, Letters } from "../letters/index.server.ts";
import type { People } from "../people/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { INTAKE, LETTERS } from "../protocol/index.ts";
import type { StaffRecords } from "../records/index.server.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { Counters } from "../statistics/index.server.ts";

// What one room needs of another, where neither may know the other.

/** What ends with her membership, her place among those who answer, or her session. */
export function letGo(
  people: People,
  rooms: {
    readonly records: StaffRecords;
    readonly shifts: Shifts;
    readonly conversations: Awaited<ReturnType<typeof openConversations>>;
  },
): void {
  const offDuty: Parameters<People["onSilenced"]>[0] = async (jour, member) => {
    await rooms.shifts.dismiss(jour, member);
    rooms.conversations.dismiss(jour, member);
  };
  people.onLeaving(offDuty);
  people.onLeaving((jour) => rooms.records.sweep(jour));
  people.onSilenced(offDuty);
  people.onSignedOut((jour, session) => rooms.conversations.signedOut(jour, session));
}

/** What letters need of the people and of what is counted. */
export const lettersFrom = (
  people: People,
  counters: Counters,
): Pick<LetterDeps, "trust" | "members" | "count" | "answerTimes" | "gone"> => ({
  gone: supportersWhen(Date.now),
  trust: (jour) => people.verifiedTrust(jour),
  members: (jour) => people.members(jour),
  count: (what) => counters.count(what),
  answerTimes: (jour, face, team) =>
    counters.distribution(jour, face, "answering", team === LETTERS ? "letter" : "talk"),
});

/** What is promised of a request for a talk; undefined where none can be made now. */
export async function talksIn(database: Database, letters: Letters, jour: JourId, face: string) {
  const { teamKey, answerTime } = await letters.start(jour, face, INTAKE);
  if (teamKey === null) return undefined;
  const offered = await offeredForms(database, jour);
  if (offered.every(({ kind }) => kind === "application")) return undefined;
  return answerTime === null ? talkTimeUnknown : answerTimeInWords(answerTime);
}
