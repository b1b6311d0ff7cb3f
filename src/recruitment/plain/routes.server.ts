import { createHash } from "node:crypto";
import { z } from "zod";
import { findVersion } from "../../forms/index.server.ts";
import { type FormVersion, readDefinition } from "../../forms/index.ts";
import { confirmed, type Plain, type Visit } from "../../letters/index.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import type { Door } from "../../platform/http/index.server.ts";
import { RECRUITERS } from "../../protocol/index.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { uuid } from "../../platform/uuid.ts";
import { type Application, writeApplication } from "../application.ts";
import { Applicant } from "../applicant.server.ts";
import { APPLY_PLAIN, SEAT_PLAIN } from "../contract.ts";
import { applyMessages } from "../messages.contact.ts";
import { notice, type RecruitmentDeps } from "../rounds.server.ts";
import { applicationOf, type Asks, faultsOf, filledIn, isFine, nothingYet } from "./filled.ts";
import { type ApplyProps, applyPage, arrivedPage, closedPage } from "./pages.server.tsx";

/** Of one field; the whole form is bounded by its door. */
const field = z.string().max(40_000);
const posted = z.object(confirmed).catchall(field);
const seat = z.object({
  session: z.string().max(64),
  meeting: uuid,
  does: z.enum(["take", "leave"]),
});

interface Open {
  readonly asks: Asks;
  readonly form: Application["form"];
}

/** What is asked now; undefined while no round is open. */
async function openNow(deps: RecruitmentDeps, jour: JourId): Promise<Open | undefined> {
  const { isOpen, conditions } = await notice(deps, jour, deps.now());
  if (!isOpen) return undefined;
  const version = await findVersion(deps.database, jour, "application", null);
  const form = version && readDefinition(version.definition);
  if (!version || !form?.offered) return { asks: { conditions, form: undefined }, form: null };
  return { asks: { conditions, form }, form: named(version) };
}

/** As an application names the questions that it answers. */
const named = ({ version, definition }: FormVersion): Application["form"] => ({
  ...{ kind: "application", version },
  hash: createHash("sha256").update(definition).digest("base64url"),
});

const page = (render: (sign: FaceSign) => ReturnType<typeof applyPage>): Visit["shown"] => ({
  is: "page",
  page: ({ sign }) => render(sign),
});

/**
 * Applying without script, as letters without script are written: the server draws the words, sees the text while it
 * seals it, and forgets. What lies there afterwards is an application like any other.
 */
export function plainDoors(deps: RecruitmentDeps, plain: Plain): Door[] {
  const refused = (more: Omit<ApplyProps, "sign">): Visit => ({
    code: "bad-input",
    shown: page((sign) => applyPage({ sign, ...more })),
  });
  return [
    plain.shows(APPLY_PLAIN, async ({ sign, place }) => {
      const open = await openNow(deps, place.jour);
      if (!open) return closedPage(sign);
      const words = await plain.newWords();
      return applyPage({ sign, asks: open.asks, filled: nothingYet, words });
    }),
    plain.takes(APPLY_PLAIN, posted, async (said, at, { language }) => {
      const { words: given, word3, word5, ...fields } = said;
      const open = await openNow(deps, at.jour);
      if (!open) return { code: "letters-closed", shown: page(closedPage) };
      const { asks, form } = open;
      const filled = filledIn(fields, asks);
      const faults = faultsOf(filled, asks);
      const about = { asks, filled, words: given.split(" ").slice(0, 7) };
      if (!isFine(faults)) return refused({ ...about, faults });
      const text = writeApplication(applicationOf(filled, form, asks, language));
      const sent = await plain.send({ words: given, word3, word5 }, text, at, RECRUITERS);
      if (sent.ok) return { shown: page(arrivedPage) };
      const failed = sent.fault.is === "wrongWord" ? "wrongWords" : "notSent";
      return { ...refused({ ...about, failed }), code: sent.code };
    }),
    seatDoor(deps, plain),
  ];
}

/** A time of those that stand in her open mailbox, or back with it. */
function seatDoor(deps: RecruitmentDeps, plain: Plain): Door {
  const applicant = new Applicant({ ...deps, find: deps.findPlain });
  return plain.takes(SEAT_PLAIN, seat, ({ session, meeting, does }, at, { language }) =>
    plain.inside(session, at, async (token) => {
      const t = applyMessages[language];
      const done = await applicant[does](at.jour, token, meeting);
      if (done.ok) return { told: does === "take" ? t.taken : t.left };
      const { code } = done;
      const isTold = code === "time-taken" || code === "not-open-yet";
      return { code, told: isTold ? t[code] : t.failed };
    }),
  );
}
