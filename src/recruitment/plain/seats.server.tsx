import type { JSX } from "preact";
import { Hidden, PlainForm } from "../../letters/index.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import type { Language } from "../../ui/languages.ts";
import type { Applicant } from "../applicant.server.ts";
import { type Hers, type MeetingView, SEAT_PLAIN } from "../contract.ts";
import { applyMessages } from "../messages.contact.ts";
import { whenInWords } from "../when.ts";

interface On {
  readonly language: Language;
  readonly session: string;
}

/** How it stands with her application, and the times that she may choose; undefined where the mailbox is no application. */
export async function seatsBeside(
  applicant: Applicant,
  jour: JourId,
  token: Uint8Array,
  on: On,
): Promise<JSX.Element | undefined> {
  const hers = await applicant.hers(jour, token);
  return hers.ok ? <Seats {...on} hers={hers.value} /> : undefined;
}

function Seats({ language, session, hers }: On & { readonly hers: Hers }): JSX.Element {
  const t = applyMessages[language];
  const { stage, mine, free } = hers;
  const hasTime = stage === "invited" && mine.some(({ kind }) => kind === "interview");
  return (
    <section aria-labelledby="stand-title">
      <h2 id="stand-title">{t.stand}</h2>
      <p>{hasTime ? t.seeYou : t[stage]}</p>
      {mine.length > 0 && <h3>{t.mine}</h3>}
      {mine.map((meeting) => (
        <Seat key={meeting.id} {...{ language, session, meeting }} does="leave" />
      ))}
      {free.length > 0 && <h3>{t.free}</h3>}
      {free.map((meeting) => (
        <Seat key={meeting.id} {...{ language, session, meeting }} does="take" />
      ))}
      {free.length === 0 && stage === "invited" && !hasTime && <p>{t.noFree}</p>}
    </section>
  );
}

interface SeatProps extends On {
  readonly meeting: MeetingView;
  readonly does: "take" | "leave";
}

function Seat({ language, session, meeting, does }: SeatProps): JSX.Element {
  const t = applyMessages[language];
  const when = whenInWords(meeting, language);
  return (
    <PlainForm action={SEAT_PLAIN} language={language}>
      <Hidden name="session" value={session} />
      <Hidden name="meeting" value={meeting.id} />
      <Hidden name="does" value={does} />
      <p id={`when-${meeting.id}`}>
        <strong>{t[meeting.kind]}</strong>: {when}
      </p>
      <input class="button" type="submit" value={t[does]} aria-describedby={`when-${meeting.id}`} />
    </PlainForm>
  );
}
