import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { formatDate, type Language } from "../../ui/languages.ts";
import type { Rules, Trainee } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { trainingMessages } from "../messages.ts";
import { LeadSaidNow } from "./lead-said.browser.tsx";
import type { TrainingPart } from "./mine.browser.tsx";

type TraineeProps = TrainingPart & { readonly trainee: Trainee; readonly rules: Rules };

const inWords = (day: string, language: Language): string =>
  formatDate(Date.parse(`${day}T12:00Z`), language, true);

/** How far each has come; meetings, shadow shifts and certificates. */
export function PeoplePage(props: TrainingPart): JSX.Element {
  const { app, language } = props;
  const t = leadMessages[language];
  useEffect(() => void app.lookAtPeople(), []);
  const people = app.people.value;
  return (
    <section class="board-page stack" aria-labelledby="training-people">
      <h1 class="desk-title" id="training-people">
        {t.peopleTitle}
      </h1>
      <p class="soft">{t.peopleSays}</p>
      <LeadSaidNow {...props} />
      {people === null && <p role="status">{trainingMessages[language].loading}</p>}
      {people !== null && people.trainees.length < 2 && <p class="card">{t.alone}</p>}
      {people?.trainees.map((trainee) => (
        <One key={trainee.member} {...props} trainee={trainee} rules={people.rules} />
      ))}
    </section>
  );
}

function One(props: TraineeProps): JSX.Element {
  const { language, trainee, rules } = props;
  const { standing, certificate, name } = trainee;
  const t = leadMessages[language];
  const isOpen = useSignal(false);
  const until = certificate ? inWords(certificate.lapsesOn, language) : "";
  const says = standing.certificate === "none" ? t.none : t[standing.certificate](until);
  const of = (done: number, all: number): string => `${done}/${all}`;
  return (
    <div class="card stack">
      <div class="row training-person">
        <span class="desk-list-text">
          <strong>{name}</strong>
          <span class="small soft">
            {t.counts(
              of(standing.modulesDone, standing.modules),
              of(standing.meetings, rules.meetings),
              of(standing.shadows, rules.shadows),
            )}
          </span>
          <span class="small">{says}</span>
        </span>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen.value}
          onClick={() => void (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? t.close : t.open} <span class="visually-hidden">{name}</span>
        </button>
      </div>
      {isOpen.value && <Details {...props} />}
    </div>
  );
}

function Details(props: TraineeProps): JSX.Element {
  const { app, language, trainee } = props;
  const t = leadMessages[language];
  const day = useSignal("");
  return (
    <>
      <Notes {...props} />
      <div class="row">
        <label class="field">
          <span class="label">{t.onDay}</span>
          <input
            type={"date" as "text"}
            class="input"
            autocomplete="off"
            value={day.value}
            onInput={({ currentTarget }) => void (day.value = currentTarget.value)}
          />
        </label>
        {(["meeting", "shadow"] as const).map((kind) => (
          <button
            type="button"
            key={kind}
            class="button"
            disabled={day.value === ""}
            onClick={() => void app.note(trainee.member, kind, day.value)}
          >
            {kind === "meeting" ? t.noteMeeting : t.noteShadow}
          </button>
        ))}
      </div>
      <Certify {...props} />
    </>
  );
}

function Notes({ app, language, trainee: { notes } }: TraineeProps): JSX.Element | null {
  const t = leadMessages[language];
  if (notes.length === 0) return null;
  return (
    <ul class="desk-list">
      {notes.map(({ id, kind, onDay }) => {
        const said = `${t[kind]}, ${inWords(onDay, language)}`;
        return (
          <li key={id}>
            <span class="desk-list-text">{said}</span>
            <button type="button" class="button button-quiet" onClick={() => void app.unnote(id)}>
              {t.remove} <span class="visually-hidden">{said}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Certify({ app, language, trainee }: TraineeProps): JSX.Element {
  const { standing, certificate, member } = trainee;
  const t = leadMessages[language];
  return (
    <div class="stack">
      <div class="row">
        {standing.isReady && (
          <button
            type="button"
            class="button button-lamp"
            onClick={() => void app.certify(member, false)}
          >
            {certificate ? t.renew : t.certify}
          </button>
        )}
        {!standing.isReady && (
          <>
            <span class="soft">{t.notReady}</span>
            <button type="button" class="button" onClick={() => void app.certify(member, true)}>
              {t.earlier}
            </button>
          </>
        )}
        {certificate && (
          <button type="button" class="button button-quiet" onClick={() => void app.revoke(member)}>
            {t.revoke}
          </button>
        )}
      </div>
      {!standing.isReady && <p class="hint">{t.earlierHint}</p>}
    </div>
  );
}
