import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CHOOSABLE_TEAMS } from "../platform/permissions.ts";
import type { Result } from "../platform/result.ts";
import { formatTime, type Language } from "../ui/languages.ts";
import { type Mine, NAME_LIMIT, peoplePaths as paths } from "./contract.ts";
import { messages } from "./messages.mine.ts";
import { messages as rightsMessages } from "./messages.rights.ts";
import { monthText } from "./months.ts";
import { Fault, Form, TextField, useWork } from "./parts.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { WaysCard } from "./ways-card.browser.tsx";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

/** Her own page: name, ways in, where she is signed in, and all that is kept about her. */
export function MinePage({ staff, language }: Props) {
  const t = messages[language];
  const mine = useSignal<Mine | null>(null);
  const work = useWork();
  const refresh = async (): Promise<Result<unknown>> => {
    const done = await staff.api.get<Mine>(paths.mine);
    if (done.ok) mine.value = done.value;
    return done;
  };
  useEffect(() => void work.run(refresh), []);
  const again = (): void => void work.run(refresh);
  const now = mine.value;
  return (
    <div class="desk-page stack">
      <h1>{t.title}</h1>
      <Fault code={work.fault} language={language} />
      {now === null ? (
        <Loading language={language} busy={work.busy} again={again} />
      ) : (
        <>
          <NameCard staff={staff} language={language} name={now.name} onSaved={again} />
          <WaysCard staff={staff} language={language} ways={now.ways} onChanged={again} />
          <Sessions staff={staff} language={language} sessions={now.sessions} onChanged={again} />
          <LockCard language={language} staff={staff} />
          <DataCard language={language} mine={now} />
        </>
      )}
    </div>
  );
}

interface LoadingProps {
  readonly language: Language;
  readonly busy: boolean;
  readonly again: () => void;
}

function Loading({ language, busy, again }: LoadingProps) {
  const t = messages[language];
  if (busy) return <p role="status">{t.loading}</p>;
  return (
    <button type="button" class="button" onClick={again}>
      {t.again}
    </button>
  );
}

interface NameProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly name: string;
  readonly onSaved: () => void;
}

function NameCard({ staff, language, name, onSaved }: NameProps) {
  const t = messages[language];
  const typed = useSignal(name);
  const saved = useSignal(false);
  const work = useWork();
  const save = async (): Promise<void> => {
    const trimmed = typed.value.trim();
    saved.value = await work.run(() => staff.api.put(paths.myName, { name: trimmed }));
    if (!saved.value) return;
    staff.renamed(trimmed);
    onSaved();
  };
  return (
    <section class="card" aria-labelledby="name-title">
      <Form onSubmit={() => void save()}>
        <h2 id="name-title">{t.nameTitle}</h2>
        <TextField
          label={t.name}
          value={typed.value}
          maxLength={NAME_LIMIT}
          onValue={(value) => {
            typed.value = value;
            saved.value = false;
          }}
        />
        <Fault code={work.fault} language={language} />
        <div class="row">
          <button class="button" disabled={work.busy || typed.value.trim() === ""}>
            {t.save}
          </button>
          <span role="status">{saved.value && t.saved}</span>
        </div>
      </Form>
    </section>
  );
}

interface SessionsProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly sessions: Mine["sessions"];
  readonly onChanged: () => void;
}

function Sessions({ staff, language, sessions, onChanged }: SessionsProps) {
  const t = messages[language];
  const work = useWork();
  const end = async (id: string): Promise<void> => {
    await work.run(() => staff.api.del(`${paths.mySessions}/${id}`));
    onChanged();
  };
  return (
    <section class="card stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t.sessionsTitle}</h2>
      <ul class="desk-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div class="desk-list-text">
              <span>{t[session.way]}</span>
              <span class="soft small">
                {t.startedAt(formatTime(session.startedAt, language))}
                {session.current && `, ${t.thisOne}`}
              </span>
            </div>
            {!session.current && (
              <EndButton text={t.end} busy={work.busy} onEnd={() => void end(session.id)} />
            )}
          </li>
        ))}
      </ul>
      <Fault code={work.fault} language={language} />
    </section>
  );
}

function EndButton({ text, busy, onEnd }: { text: string; busy: boolean; onEnd: () => void }) {
  return (
    <button type="button" class="button button-quiet" disabled={busy} onClick={onEnd}>
      {text}
    </button>
  );
}

const LOCK_CHOICES = [5, 10, 20, 60];

function LockCard({ language, staff }: Props) {
  const t = messages[language];
  const { lockAfter } = staff;
  return (
    <section class="card stack" aria-labelledby="lock-title">
      <h2 id="lock-title">{t.lockTitle}</h2>
      <p class="soft" id="lock-lead">
        {t.lockLead}
      </p>
      <div class="field">
        <select
          aria-labelledby="lock-title"
          aria-describedby="lock-lead"
          onChange={(event) => (lockAfter.value = Number(event.currentTarget.value))}
        >
          {LOCK_CHOICES.map((minutes) => (
            <option key={minutes} value={minutes} selected={minutes === lockAfter.value}>
              {t.minutes(minutes)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

function DataCard({ language, mine }: { language: Language; mine: Mine }) {
  const t = messages[language];
  const r = rightsMessages[language];
  const teams = mine.teams.map((team) => {
    const known = CHOOSABLE_TEAMS.find((one) => one === team);
    return known ? r[`team-${known}`] : team;
  });
  const lines: readonly (readonly [string, string])[] = [
    [t.dataName, mine.name],
    [t.dataRole, t[mine.role]],
    [t.dataTeams, teams.join(", ")],
    [t.dataMonth, monthText(mine.month, language)],
  ];
  return (
    <section class="card stack" aria-labelledby="data-title">
      <h2 id="data-title">{t.dataTitle}</h2>
      <p class="soft">{t.dataLead}</p>
      <dl class="desk-data">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t.dataKeys}</p>
    </section>
  );
}
