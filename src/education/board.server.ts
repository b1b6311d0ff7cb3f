import { dayOf } from "../calendar/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { Booking, EducationBoard, Evaluation } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import { allEvaluations, closeEvaluations, type EvaluationRow } from "./evaluation-store.server.ts";
import { FEWEST } from "./policy.ts";
import { pathOf } from "./links.server.ts";
import { openPart } from "./sealed.server.ts";
import { allBookings, allLectures, type BookingRow, keptMonths } from "./store.server.ts";

/** All that those who hold lectures see, at once: a jour has some dozens. */
export async function board(deps: EducationDeps, { jour }: Asker): Promise<EducationBoard> {
  const { database, mail, now } = deps;
  const [everybody, from] = [await deps.members(jour), await mail.from(jour)];
  const members = everybody.map(({ id, name }) => ({ id, name }));
  return database.tenant(jour, async (tx) => {
    await closeEvaluations(tx, { today: dayOf(now()), id: null, fewest: FEWEST });
    const unsent = (await mail.standings(tx)).flatMap(({ about, dead }) =>
      dead && about ? [Buffer.from(about).toString("hex")] : [],
    );
    const shown = (row: BookingRow): Booking => present(deps, { jour, row, unsent });
    return {
      lectures: await allLectures(tx),
      bookings: (await allBookings(tx)).map(shown),
      evaluations: (await allEvaluations(tx)).map(evaluationView),
      ...{ members, keepMonths: await keptMonths(tx), canSend: from !== undefined },
    };
  });
}

interface Presented {
  readonly jour: Asker["jour"];
  readonly row: BookingRow;
  readonly unsent: readonly string[];
}

function present({ seal, mark }: EducationDeps, { jour, row, unsent }: Presented): Booking {
  const part = openPart(seal, jour, row);
  const { id, lecture, stage, reason, askedOn, deleteOn, member, evaluation, version } = row;
  return {
    ...{ id, lecture, stage, reason, askedOn, deleteOn, member, evaluation, version },
    ...{ request: part?.request ?? null, place: part?.place ?? "", note: part?.note ?? "" },
    ...{ wish: part?.wish ?? "", own: pathOf(mark, jour, id) },
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    isUnsent: unsent.includes(Buffer.from(uuidBytes(id)).toString("hex")),
  };
}

/** While it is open no more is told than how many. */
const evaluationView = ({ id, lecture, openOn, code, answered }: EvaluationRow): Evaluation => ({
  ...{ id, lecture, openOn, code, answered },
});
