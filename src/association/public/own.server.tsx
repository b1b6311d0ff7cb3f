import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { Told } from "../../ui/plain-fields.server.tsx";
import { associationPages as at } from "../contract.ts";
import { publicMessages } from "../messages.public.ts";
import type { PersonFaults, WrittenPerson } from "../person.ts";
import { lastDayBefore } from "../policy.ts";
import { pageOf } from "../present.server.ts";
import type { SealedMember } from "../sealed.server.ts";
import type { HerMeeting } from "../own.server.ts";
import { dayInWords } from "../when.ts";
import { PersonFields } from "./fields.server.tsx";
import { memberPage } from "./frame.server.tsx";
import type { HerMinutes } from "../adjusting.server.ts";
import { OwnMeetings } from "./own-meetings.server.tsx";
import { OwnMinutes } from "./own-minutes.server.tsx";
import type { WrittenMotion } from "./own-motions.server.tsx";

export interface OwnProps {
  readonly sign: FaceSign;
  readonly part: SealedMember;
  readonly deleteOn: string | null;
  readonly written?: WrittenPerson;
  readonly faults?: PersonFaults;
  /** What was done last. */
  readonly done?: "saved" | "confirmed" | undefined;
  /** The meetings that she is called to. */
  readonly meetings: readonly HerMeeting[];
  /** What she is asked to adjust. */
  readonly minutes: readonly HerMinutes[];
  /** A motion that came back: something is missing, or too long. */
  readonly motion?: WrittenMotion | undefined;
}

/** What is kept of her, the meetings she is called to, and the way out. Without script. */
export function ownPage(props: OwnProps): Page {
  const { sign, part, faults = {}, done } = props;
  const { language } = sign;
  const t = publicMessages[language];
  const isFaulty = Object.keys(faults).length > 0 || props.motion !== undefined;
  const action = pageOf(part.key, language);
  return memberPage({
    ...{ sign, title: t.ownTab, path: at.own.replace(":key", part.key) },
    status: isFaulty ? 400 : 200,
    children: (
      <>
        <div class="stack">
          <h1>{t.ownTitle}</h1>
          <p>{t.ownLead}</p>
        </div>
        {isFaulty && <Told code="bad-input">{t.faults}</Told>}
        {done !== undefined && (
          <p class="notice" role="status">
            {t[done]}
          </p>
        )}
        <OwnMinutes {...{ language, minutes: props.minutes, action }} />
        <OwnMeetings {...{ language, meetings: props.meetings, action, motion: props.motion }} />
        <KeptOfHer {...props} />
        <Correct {...props} />
        <Leave {...props} />
      </>
    ),
  });
}

function KeptOfHer({ sign: { language }, part }: OwnProps): JSX.Element {
  const t = publicMessages[language];
  const { since, consent, fees } = part;
  const facts = [
    [t.since, dayInWords(since, language)],
    [t.agreed, t[`agreed-${consent.how}`](dayInWords(consent.on, language), consent.version)],
    [
      t.fees,
      fees.length === 0
        ? t.noFees
        : fees.map(({ year, kronor }) => t.feeOf(year, kronor)).join("\n"),
    ],
  ] as const;
  return (
    <section class="card" aria-labelledby="of-you">
      <h2 id="of-you">{t.ofYou}</h2>
      <dl class="kept">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <p class="small soft">{t.keptWho}</p>
    </section>
  );
}

function Correct({ sign: { language }, part, written, faults }: OwnProps): JSX.Element {
  const t = publicMessages[language];
  return (
    <section class="part" aria-labelledby="correct">
      <h2 id="correct">{t.correct}</h2>
      <form class="stack ask" method="post" action={pageOf(part.key, language)}>
        <input type="hidden" name="what" value="correct" />
        <PersonFields {...{ language, written: written ?? part.person, faults }} />
        <button class="button button-lamp" type="submit">
          {t.save}
        </button>
      </form>
    </section>
  );
}

function Leave({ sign: { language }, part, deleteOn }: OwnProps): JSX.Element {
  const t = publicMessages[language];
  const action = pageOf(part.key, language);
  return (
    <section class="part" aria-labelledby="leave">
      <h2 id="leave">{t.leave}</h2>
      {deleteOn !== null && (
        <form class="notice stack" method="post" action={action}>
          <p>{t.leaving(dayInWords(lastDayBefore(deleteOn), language))}</p>
          <button class="button" type="submit" name="what" value="stay">
            {t.stay}
          </button>
        </form>
      )}
      <form class="stack ask" method="post" action={action}>
        <p>{t.leaveSays}</p>
        <label class="check">
          <input type="radio" name="what" value="year-end" required />
          <span>{t["year-end"]}</span>
        </label>
        <label class="check">
          <input type="radio" name="what" value="now" required />
          <span>{t.now}</span>
        </label>
        <button class="button" type="submit">
          {t.leaveNow}
        </button>
      </form>
    </section>
  );
}
