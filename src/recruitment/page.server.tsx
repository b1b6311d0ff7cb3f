import type { JSX } from "preact";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Door, Glances, Page, PageCache } from "../platform/http/index.server.ts";
import { facePage, type FaceSign, notFoundPage, signOf } from "../site/index.server.ts";
import { formatDate, formatTime, type Language, pathIn } from "../ui/languages.ts";
import { Back } from "../ui/plain-fields.server.tsx";
import { sheetOf } from "../ui/styles.server.ts";
import { APPLY_PLAIN, type MeetingView, type Notice, VOLUNTEER_PAGE } from "./contract.ts";
import { pageMessages } from "./messages.page.ts";
import own from "./page.css?inline";

export interface VolunteerPageParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
  look(jour: JourId, now: number): Promise<Notice>;
}

interface Shown {
  readonly sign: FaceSign;
  readonly notice: Notice;
}

const sheet = sheetOf(own);

/** What the jour looks for, how long it is open, and the way to apply. Without script, like every page. */
export const volunteerPage = ({ database, pages, glances, look }: VolunteerPageParts): Door =>
  pages.door<Shown | undefined>({
    path: VOLUNTEER_PAGE,
    host: "jour",
    look: ({ host, language }) =>
      glances.look(JSON.stringify(["volunteer", host, language]), async (minute) => {
        const sign = await signOf(database, host, language);
        if (!host.jour || !sign) return undefined;
        return { sign, notice: await look(host.jour.id, minute) };
      }),
    render: (shown, { host, language, config }) =>
      shown ? page(shown) : notFoundPage(host.jour?.demo ?? config.mode === "demo", language),
  });

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const wayTo = (language: Language): string =>
  `/contact/?way=apply${language === "sv" ? "" : `&lang=${language}`}`;

function page({ sign, notice }: Shown): Page {
  const { language } = sign;
  const t = pageMessages[language];
  const { round, conditions } = notice;
  const title = round?.words.title[language] || round?.words.title.sv || t.title;
  const text = round ? round.words.text[language] || round.words.text.sv : "";
  return facePage({
    ...{ view: sign, title: t.tab, path: VOLUNTEER_PAGE, kind: "inner", sheet },
    children: (
      <main id="main" tabIndex={-1} class="volunteer">
        <Back href={pathIn("/", language)}>{t.toStart}</Back>
        <h1>{title}</h1>
        <State notice={notice} language={language} />
        <Paragraphs text={text} />
        <Meetings notice={notice} language={language} />
        {conditions.length > 0 && (
          <section class="part">
            <h2>{t.conditions}</h2>
            <ul>
              {conditions.map(({ text: said }) => (
                <li>{said[language] || said.sv}</li>
              ))}
            </ul>
          </section>
        )}
        <section class="part">
          <h2>{t.how}</h2>
          <ol>
            {t.steps.split("\n").map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {round && <p class="soft">{t.kept(round.keepMonths)}</p>}
        </section>
        <p>
          <a class="back" href={wayTo(language)}>
            {t.readAnswer}
          </a>
        </p>
      </main>
    ),
  });
}

function State({ notice, language }: { notice: Notice; language: Language }): JSX.Element {
  const t = pageMessages[language];
  const { round, isOpen, daysLeft } = notice;
  if (!round || !isOpen)
    return (
      <div class="card stack">
        <p>
          <strong>{round ? t.opens(formatDate(noon(round.opensOn), language)) : t.closed}</strong>
        </p>
        {!round && <p class="soft">{t.closedSays}</p>}
      </div>
    );
  return (
    <div class="card stack">
      <p>
        <strong>{t.lastDay(formatDate(noon(round.endsOn), language))}</strong>{" "}
        {t.daysLeft(daysLeft ?? 0)}
      </p>
      <p>
        <a class="button button-lamp" href={wayTo(language)}>
          {t.apply}
        </a>
      </p>
      <p class="soft small">{t.applyHint}</p>
      <p class="small">
        <a href={pathIn(APPLY_PLAIN, language)}>{t.applyPlain}</a>
      </p>
    </div>
  );
}

function Meetings({
  notice,
  language,
}: {
  notice: Notice;
  language: Language;
}): JSX.Element | null {
  const t = pageMessages[language];
  if (notice.meetings.length === 0) return null;
  return (
    <section class="part">
      <h2>{t.meetings}</h2>
      <p>{t.meetingsSays}</p>
      <ul class="volunteer-meetings">
        {notice.meetings.map((meeting) => (
          <li>
            <strong>{whenInWords(meeting, language)}</strong>
            <span>
              {meeting.place} <span class="soft small">({t.seats(meeting.seatsLeft)})</span>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={wayTo(language)}>
          {t.signUp}
        </a>
      </p>
    </section>
  );
}

function whenInWords({ startsAt, endsAt }: MeetingView, language: Language): string {
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  const day = formatDate(from, language);
  const times = [formatTime(from, language), formatTime(until, language)] as const;
  return pageMessages[language].meeting(day, ...times);
}

const Paragraphs = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== "")
      .map((part) => (
        <p>{part}</p>
      ))}
  </>
);
