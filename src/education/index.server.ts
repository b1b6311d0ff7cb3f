import { dayOf, plusMonths } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { houseMark, houseRoot, houseSeal } from "../platform/house-seal.server.ts";
import { forgetOver } from "./bookings.server.ts";
import { published } from "./catalogue.server.ts";
import type { DemoEducation } from "./demo-content.ts";
import { keepDemoBookings } from "./demo.server.ts";
import type { EducationDeps } from "./deps.server.ts";
import { closeEvaluations, deleteOldEvaluations } from "./evaluation-store.server.ts";
import { sweepFiles } from "./files.server.ts";
import { EVALUATION_MONTHS } from "./keeping.server.ts";
import { FEWEST } from "./policy.ts";
import { publicDoors, type PublicParts } from "./public/routes.server.ts";
import { educationDoors } from "./routes.server.ts";
import { remind } from "./sending.server.ts";
import { heldBy } from "./store.server.ts";

export { furnishLectures } from "./demo.server.ts";

const PAST_MS = 14 * 86_400_000;

interface LectureEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

export interface Education {
  readonly doors: Door[];
  /** The catalogue, the form for requests, and the evaluation behind its code. */
  pages(parts: PublicParts): Door[];
  /** Whether there is anything to book. */
  isOffered(jour: JourId): Promise<boolean>;
  /** What a member holds, for her calendar. */
  eventsOf(jour: JourId, member: string): Promise<LectureEvent[]>;
  /** Deletes whose day has passed, ends evaluations, reminds. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** For the demo: somebody has asked, something is booked, something was held. */
  keepDemo(jour: JourId, demo: DemoEducation): Promise<void>;
}

export function openEducation({
  secret,
  ...given
}: Omit<EducationDeps, "seal" | "mark"> & { readonly secret: string | undefined }): Education {
  const root = houseRoot(secret);
  const deps: EducationDeps = {
    ...given,
    ...{ seal: houseSeal(root, "education"), mark: houseMark(root, "education links") },
  };
  const { database, now } = deps;
  return {
    doors: educationDoors(deps),
    pages: (parts) => publicDoors(deps, parts),
    isOffered: async (jour) => (await published(deps, jour)).length > 0,
    async eventsOf(jour, member) {
      const from = new Date(now() - PAST_MS);
      const held = await database.tenant(jour, (tx) => heldBy(tx, member, from));
      // A time that was only offered may still be taken: it holds her too.
      return held.map(({ id, startsAt, endsAt }) => ({
        ...{ id, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), isTaken: true },
      }));
    },
    keepDemo: (jour, demo) => keepDemoBookings(deps, jour, demo),
    async sweep(jour) {
      const today = dayOf(now());
      await database.tenant(jour, async (tx) => {
        await forgetOver(deps, tx);
        await sweepFiles(tx, now());
        await closeEvaluations(tx, { today, id: null, fewest: FEWEST });
        await deleteOldEvaluations(tx, plusMonths(today, -EVALUATION_MONTHS));
      });
      await remind(deps, jour);
    },
  };
}
