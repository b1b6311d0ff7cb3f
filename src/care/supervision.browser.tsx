import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { planningPaths } from "../planning/index.ts";
import { formatDate, formatTime, type Language } from "../ui/languages.ts";
import { carePaths as paths, type SessionsView, type SessionView } from "./contract.ts";
import { type CareFault, faultOf, type SessionPart } from "./session-part.browser.ts";
import { type CarePage, Page, useFetched } from "./load.browser.tsx";
import { messages } from "./messages.care.ts";
import { Notes } from "./notes-card.browser.tsx";

/** Sign-up for supervision, and the notes of those who were there. */
export function SupervisionPage({ staff, language }: CarePage): JSX.Element {
  const t = messages[language];
  const { value, isUnreachable, look } = useFetched<SessionsView>(staff, paths.sessions);
  const fault = useSignal<CareFault | null>(null);
  const act: SessionPart["act"] = async (work) => {
    const done = await work();
    fault.value = done.ok ? null : faultOf(done.code);
    await look();
    return done.ok;
  };
  const view = value.value;
  const now = Date.now();
  const part = { staff, language, fault, act };
  const coming = view?.sessions.filter(({ endsAt }) => endsAt > now) ?? [];
  const past = view?.sessions.filter(({ endsAt, isMine }) => endsAt <= now && isMine) ?? [];
  return (
    <Page title={t.supTitle} language={language} isUnreachable={isUnreachable.value} look={look}>
      {view && (
        <>
          <p>{t.supSays}</p>
          <div role="alert">
            {fault.value && <p class="notice notice-danger">{t[`fault-${fault.value}`]}</p>}
          </div>
          {view.sessions.length === 0 && (
            <section class="card stack">
              <h2>{t.supNone}</h2>
              <p class="soft">{t.supNoneSays}</p>
            </section>
          )}
          {coming.length > 0 && <h2>{t.coming}</h2>}
          {coming.map((session) => (
            <Session key={session.id} {...part} session={session} leads={view.leads} />
          ))}
          {past.length > 0 && <h2>{t.past}</h2>}
          {past.toReversed().map((session) => (
            <Session key={session.id} {...part} session={session} leads={[]} />
          ))}
        </>
      )}
    </Page>
  );
}

const whenOf = ({ startsAt, endsAt }: SessionView, language: Language): string =>
  `${formatDate(startsAt, language)} ${formatTime(startsAt, language)}–${formatTime(endsAt, language)}`;

function Session(props: SessionPart & Pick<SessionsView, "leads">): JSX.Element {
  const { session, language, leads, staff, act } = props;
  const t = messages[language];
  const { id, title, people, seats, lead, mayWrite, startsAt } = session;
  return (
    <section class="card stack" aria-labelledby={`session-${id}`}>
      <h3 id={`session-${id}`} class="care-when">
        {whenOf(session, language)}
      </h3>
      <p class="small soft">
        {title} · {lead ? t.leads(lead.name) : t.noLead} · {t.seats(people.length, seats)}
      </p>
      {people.length > 0 && <p>{people.join(", ")}</p>}
      {startsAt > Date.now() && <SignUp {...props} />}
      {leads.length > 0 && startsAt > Date.now() && (
        <label class="field">
          <span class="label">{t.leadPick}</span>
          <select
            class="input"
            value={lead?.id ?? ""}
            onChange={({ currentTarget: { value } }) =>
              void act(() =>
                staff.api.post(paths.lead, { session: id, member: value === "" ? null : value }),
              )
            }
          >
            <option value="">{t.leadNobody}</option>
            {leads.map((one) => (
              <option key={one.id} value={one.id} selected={one.id === lead?.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {mayWrite && <Notes {...props} />}
    </section>
  );
}

function SignUp({ session, language, staff, act }: SessionPart): JSX.Element | null {
  const t = messages[language];
  const { id: shift, people, seats, isMine, lead } = session;
  const me = staff.me.value?.member;
  const isComing = isMine && (lead?.id !== me || people.includes(staff.me.value?.name ?? ""));
  if (isComing)
    return (
      <div class="row">
        <p>{t.joined}</p>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void act(() => staff.api.post(planningPaths.leave, { shift }))}
        >
          {t.leave}
        </button>
      </div>
    );
  if (people.length >= seats) return <p class="soft">{t.full}</p>;
  return (
    <div class="row">
      <button
        type="button"
        class="button button-lamp"
        onClick={() => void act(() => staff.api.post(planningPaths.take, { shift, place: "on" }))}
      >
        {t.join}
      </button>
    </div>
  );
}
