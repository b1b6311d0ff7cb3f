import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { MonthView, ProposalView, ShiftView, Unfilled } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import { planMessages } from "../messages.plan.ts";
import { type Breach, breachesOf } from "./breaches.ts";
import type { PlanPart } from "./plan-app.browser.ts";
import { ProposalApp } from "./proposal-app.browser.ts";
import { qualityIn, whenOf } from "./words.ts";

/** A month worked out by the solver, changed by hand, saved by a coordinator. */
export function ProposalPart(props: PlanPart & { readonly view: MonthView }): JSX.Element {
  const { language, plan, view } = props;
  const t = planMessages[language];
  const app = useMemo(() => new ProposalApp(plan), [plan]);
  const { value: proposal } = app.proposal;
  const isOfMonth = proposal !== null && proposal.month === view.month;
  return (
    <section class="card stack" aria-labelledby="plan-proposal">
      <h2 id="plan-proposal">{t.proposal}</h2>
      <p class="soft">{t.proposalSays}</p>
      <div role="status">
        {app.reckoning.value && <p>{t.reckoning}</p>}
        <Said app={app} language={language} />
      </div>
      <button
        type="button"
        class={isOfMonth ? "button" : "button button-lamp"}
        disabled={app.reckoning.value || view.shifts.length === 0}
        onClick={() => void app.reckon()}
      >
        {t.proposalDo}
      </button>
      {isOfMonth && proposal && <Shown {...props} app={app} proposal={proposal} />}
    </section>
  );
}

interface AppPart {
  readonly app: ProposalApp;
  readonly language: Language;
}

function Said({ app, language }: AppPart): JSX.Element | null {
  const said = app.said.value;
  if (said === null) return null;
  const [plan, calendar] = [planMessages[language], calendarMessages[language]];
  const says = said === "accepted" || said === "stale" ? plan[said] : calendar[said];
  return <p class={said === "accepted" ? "notice" : "notice notice-danger"}>{says}</p>;
}

interface ShownPart extends AppPart {
  readonly view: MonthView;
  readonly plan: PlanPart["plan"];
  readonly proposal: ProposalView;
}

function Shown(props: ShownPart): JSX.Element {
  const { app, language, view, plan, proposal } = props;
  const t = planMessages[language];
  const breaches = breachesOf(view.shifts, app.places.value, plan.people.value ?? []);
  const number = new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", {
    maximumFractionDigits: 1,
  });
  const seconds = number.format(proposal.seconds);
  const percent = proposal.gap === null ? null : Math.ceil(proposal.gap * 1000 - 1) / 10;
  return (
    <>
      <p>
        {percent === null
          ? t.gapUnknown(seconds)
          : t.gap(number.format(Math.max(0, percent)), seconds)}
      </p>
      <Empty {...props} />
      <ul class="desk-list">
        {app.places.value.map(({ shift }) => (
          <Row key={shift} {...props} id={shift} breaches={breaches.get(shift) ?? []} />
        ))}
      </ul>
      <Loads {...props} />
      {breaches.size > 0 && <p class="hint">{t.breachesHint}</p>}
      <div class="row">
        <button type="button" class="button button-lamp" onClick={() => void app.accept()}>
          {breaches.size > 0 ? t.acceptDespite : t.accept}
        </button>
        <button type="button" class="button button-quiet" onClick={() => app.discard()}>
          {t.discard}
        </button>
      </div>
    </>
  );
}

const shiftIn = (view: MonthView, id: string): ShiftView | undefined =>
  view.shifts.find((one) => one.id === id);

function Empty({ language, view, proposal }: ShownPart): JSX.Element {
  const t = planMessages[language];
  if (proposal.unfilled.length === 0) return <p class="notice notice-open">{t.allFilled}</p>;
  return (
    <>
      <h3>{t.unfilled}</h3>
      <ul class="desk-list">
        {proposal.unfilled.map(({ shift, reason }) => {
          const at = shiftIn(view, shift);
          return (
            <li key={shift}>
              <span class="desk-list-text">
                <strong>{at && `${whenOf(at, language)}, ${at.title}`}</strong>
                <span class="small">{reasonSays(reason, language)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** One sentence: what became of those who could have come. */
function reasonSays(reason: Unfilled, language: Language): string {
  const t = planMessages[language];
  const parts = [
    ...(reason.cannot > 0 ? [t.whyCannot(reason.cannot)] : []),
    ...(reason.elsewhere > 0 ? [t.whyElsewhere(reason.elsewhere)] : []),
    ...(reason.resting > 0 ? [t.whyResting(reason.resting)] : []),
    ...(reason.enough > 0 ? [t.whyEnough(reason.enough)] : []),
    ...(reason.newcomers > 0 ? [t.whyNewcomers(reason.newcomers)] : []),
    ...reason.missing.map((one) => t.whyMissing(qualityIn(one, language))),
  ].join(", ");
  const said = parts === "" ? "" : ` ${parts[0]?.toUpperCase()}${parts.slice(1)}.`;
  const rest = reason.all > 0 ? ` ${t.whySome(reason.all)}` : ` ${t.whyNobody}`;
  return `${t.why(reason.empty)}${said}${rest}`;
}

function Row({
  app,
  language,
  view,
  id,
  breaches,
}: ShownPart & { readonly id: string; readonly breaches: readonly Breach[] }): JSX.Element | null {
  const t = planMessages[language];
  const shift = shiftIn(view, id);
  const members = app.places.value.find((one) => one.shift === id)?.members ?? [];
  if (!shift) return null;
  const when = whenOf(shift, language);
  const seats = Array.from({ length: Math.max(shift.needed, members.length) }, (_, at) => at);
  return (
    <li>
      <span class="desk-list-text">
        <strong>{when}</strong>
        <span class="small soft">{shift.title}</span>
      </span>
      <span class="row">
        {seats.map((at) => (
          <Seat
            key={at}
            label={`${t.placesOf(when)}: ${at + 1}`}
            language={language}
            value={members[at] ?? ""}
            members={view.members}
            onPick={(member) => app.put(id, at, member)}
          />
        ))}
      </span>
      {breaches.length > 0 && (
        <ul class="calendar-lacks" aria-label={t.breaches}>
          {breaches.map((one) => (
            <li key={JSON.stringify(one)}>{breachSays(one, language)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface SeatProps {
  readonly label: string;
  readonly language: Language;
  readonly value: string;
  readonly members: MonthView["members"];
  readonly onPick: (member: string) => void;
}

function Seat({ label, language, value, members, onPick }: SeatProps): JSX.Element {
  return (
    <select
      class="input calendar-standing"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      <option value="" selected={value === ""}>
        {planMessages[language].noOne}
      </option>
      {members.map((one) => (
        <option key={one.id} value={one.id} selected={one.id === value}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

function breachSays(breach: Breach, language: Language): string {
  const t = planMessages[language];
  if (breach.kind === "newcomers") return t.breachNewcomers;
  if (breach.kind === "missing") return t.breachMissing(qualityIn(breach.quality, language));
  if (breach.kind === "most") return t.breachMost(breach.name, breach.most);
  return breach.kind === "twice" ? t.breachTwice(breach.name) : t.breachShadow(breach.name);
}

function Loads({ language, view, proposal }: ShownPart): JSX.Element {
  const t = planMessages[language];
  const names = new Map(view.members.map(({ id, name }) => [id, name]));
  return (
    <details class="calendar-about">
      <summary>{t.loads}</summary>
      <p class="hint">{t.loadsHint}</p>
      <table class="calendar-loads">
        <tbody>
          {proposal.loads.map(({ member, shifts, weight }) => (
            <tr key={member}>
              <th scope="row">{names.get(member)}</th>
              <td>
                {t.load(shifts, weight.toLocaleString(language === "sv" ? "sv-SE" : "en-GB"))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
