import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Prose } from "../../pages/index.browser.ts";
import { Area } from "../../ui/inputs.browser.tsx";
import { MINUTES_LIMIT, type MinutesVersion } from "../meeting-contract.ts";
import { minutesStart } from "../meeting-words.ts";
import { meetingMessages } from "../messages.meeting.ts";
import { dayInWords } from "../when.ts";
import { Adjusting } from "./adjusting.browser.tsx";
import type { MeetingProps } from "./meetings.browser.tsx";

type MinutesProps = MeetingProps & {
  readonly versions: readonly MinutesVersion[];
  readonly onSaved: () => void;
};

/** The minutes in versions; once adjusted, as they were locked. */
export function MinutesPanel(props: MeetingProps): JSX.Element {
  const { app, language, meeting } = props;
  const t = meetingMessages[language];
  const [versions, setVersions] = useState<readonly MinutesVersion[] | null>(null);
  const load = async (): Promise<void> => setVersions(await app.minutesOf(meeting.id));
  useEffect(() => void load(), [meeting.id, meeting.version]);
  const newest = versions?.[0];
  const { adjusted } = meeting;
  return (
    <section class="stack association-part desk-screen-only" aria-label={t.minutesTitle}>
      <h2>{t.minutesTitle}</h2>
      {adjusted && (
        <p class="notice">{t.locked(dayInWords(adjusted.on, language), adjusted.by.join(", "))}</p>
      )}
      {adjusted && newest && (
        <div class="card">
          <Prose text={newest.text} />
        </div>
      )}
      {versions && !adjusted && (
        <Writing
          key={newest?.number ?? 0}
          {...{ ...props, versions, onSaved: () => void load() }}
        />
      )}
      {versions && versions.length > 1 && (
        <Earlier {...{ ...props, versions: versions.slice(1) }} />
      )}
    </section>
  );
}

function Writing(props: MinutesProps): JSX.Element {
  const { app, language, meeting, versions, onSaved } = props;
  const t = meetingMessages[language];
  const [newest] = versions;
  // Until she has written something it follows the meeting: how many were there is known when it is over.
  const [changed, setText] = useState<string | null>(newest?.text ?? null);
  const text = changed ?? minutesStart(meeting, language);
  const save = async (): Promise<void> => {
    if (await app.writeMinutes({ meeting: meeting.id, upon: newest?.number ?? 0, text })) onSaved();
  };
  return (
    <>
      <p class="soft">{t.minutesSays}</p>
      <Area
        {...{ label: t.minutesField, value: text, maxLength: MINUTES_LIMIT }}
        onText={setText}
      />
      <details>
        <summary>{t.preview}</summary>
        <div class="card">
          <Prose text={text} />
        </div>
      </details>
      {newest && <p class="small soft">{versionLine(newest, language)}</p>}
      <div>
        <button type="button" class="button button-lamp" onClick={() => void save()}>
          {t.saveMinutes}
        </button>
      </div>
      <Lock {...props} isSaved={newest?.text === text} />
    </>
  );
}

const versionLine = ({ number, on, by }: MinutesVersion, language: "sv" | "en"): string =>
  meetingMessages[language].version(number, dayInWords(on, language), by);

/** Before it is held and saved there is nothing to adjust. */
function Lock(props: MinutesProps & { isSaved: boolean }) {
  const { language, meeting, versions, isSaved } = props;
  const [newest] = versions;
  if (meeting.stage !== "held" || !newest || !isSaved)
    return <p class="hint">{meetingMessages[language].lockFirst}</p>;
  return <Adjusting {...props} number={newest.number} />;
}

function Earlier({
  language,
  versions,
}: Pick<MeetingProps, "language"> & { versions: readonly MinutesVersion[] }): JSX.Element {
  const t = meetingMessages[language];
  return (
    <details>
      <summary>{t.versions}</summary>
      {versions.map((version) => (
        <details key={version.number}>
          <summary>{versionLine(version, language)}</summary>
          <div class="card">
            <Prose text={version.text} />
          </div>
        </details>
      ))}
    </details>
  );
}
