import type { Care } from "../care/index.server.ts";
import type { People } from "../people/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { Suite } from "../protocol/index.ts";
import type { OpenTraining } from "../training/index.server.ts";
import { openRecords, type StaffRecords } from "../records/index.server.ts";

/** What is kept of those who work here, and whether it is in order. */
export const recordsOf = (
  database: Database,
  suite: Suite,
  people: People,
  { training, care }: { readonly training: OpenTraining; readonly care: Care },
): StaffRecords =>
  openRecords({
    ...{ database, suite, now: Date.now },
    members: (jour) => people.members(jour),
    trust: (jour) => people.verifiedTrust(jour),
    // A module that keeps something else about members adds it here, so that she can take it along.
    alsoOf: async (jour, member) => ({
      member: await people.everythingOf(jour, member),
      training: await training.everythingOf(jour, member),
      care: await care.everythingOf(jour, member),
    }),
  });
