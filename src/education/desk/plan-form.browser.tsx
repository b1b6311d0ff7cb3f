import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Line, NumberLine } from "../../ui/inputs.browser.tsx";
import { type BusySpan, type Move, type Reason, REASONS, type Stage } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { mailOf } from "../mails.ts";
import { inWords } from "../names.ts";
import { nextOf } from "../policy.ts";
import type { BookingProps } from "./booking.browser.tsx";
import { localOf, spanInWords } from "./when.ts";

type Plan = Pick<Move, "lecture" | "member" | "minutes" | "place" | "tell"> & {
  readonly starts: string;
};
type PlanProps = BookingProps & {
  readonly plan: Plan;
  readonly set: (change: Partial<Plan>) => void;
};

function planOf({ app, booking }: BookingProps): Plan {
  const { startsAt, endsAt, lecture, place } = booking;
  const usual = app.lectureOf(lecture)?.content.minutes ?? 60;
  const minutes = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : usual;
  const member = booking.member ?? app.staff.me.value?.member ?? null;
  const tell = app.board.value?.canSend ?? false;
  return { lecture, member, minutes, place, tell, starts: startsAt ? localOf(startsAt) : "" };
}

/** Time, place and who holds it; then the step. */
export function PlanForm(props: BookingProps): JSX.Element {
  const { language, booking } = props;
  const t = deskMessages[language];
  const [plan, setPlan] = useState(() => planOf(props));
  const set = (change: Partial<Plan>): void => setPlan({ ...plan, ...change });
  const isLaid = nextOf(booking.stage).some((one) => one === "booked");
  return (
    <fieldset class="stack education-plan">
      <legend class="label">{t.plan}</legend>
      {isLaid && booking.stage !== "held" && <Fields {...props} plan={plan} set={set} />}
      {isLaid && booking.stage !== "held" && <InTheWay {...props} plan={plan} set={set} />}
      <Steps {...props} plan={plan} set={set} />
    </fieldset>
  );
}

function Fields({ app, language, booking, plan, set }: PlanProps): JSX.Element {
  const t = deskMessages[language];
  const lectures = app.board.value?.lectures ?? [];
  return (
    <>
      <Choice
        label={t.lecture}
        value={plan.lecture ?? ""}
        options={[
          ["", t.noLecture],
          ...lectures.map(({ id, content }) => [id, inWords(content.title, language)] as const),
        ]}
        onChoice={(lecture) => set({ lecture: lecture === "" ? null : lecture })}
      />
      <Choice
        label={t.holder}
        value={plan.member ?? ""}
        options={(app.board.value?.members ?? []).map(({ id, name }) => [id, name] as const)}
        onChoice={(member) => set({ member })}
      />
      <div class="row">
        <Line
          label={t.starts}
          type="datetime-local"
          value={plan.starts}
          onText={(starts) => set({ starts: starts.slice(0, 16) })}
        />
        <NumberLine
          {...{ label: t.minutes, value: plan.minutes, min: 10, max: 600 }}
          onNumber={(minutes) => set({ minutes })}
        />
      </div>
      <Line
        label={t.place}
        hint={booking.request?.way === "online" ? t.placeOnline : t.placeHint}
        value={plan.place}
        maxLength={400}
        onText={(place) => set({ place })}
      />
    </>
  );
}

/** Her calendar, asked as soon as there is a time. */
function InTheWay({ app, language, booking, plan }: PlanProps): JSX.Element {
  const t = deskMessages[language];
  const [spans, setSpans] = useState<readonly BusySpan[] | "not-shown">([]);
  const { member, starts, minutes } = plan;
  useEffect(() => {
    let isHere = true;
    const isAsked = member !== null && /^20\d\d-\d\d-\d\dT\d\d:\d\d$/.test(starts);
    const found = isAsked
      ? app.busy(member, { starts, minutes, except: booking.id })
      : Promise.resolve([]);
    void found.then((now) => isHere && setSpans(now));
    return () => void (isHere = false);
  }, [member, starts, minutes]);
  return (
    <div role="status">
      {spans === "not-shown" && <p class="hint">{t.notShown(app.nameOf(member))}</p>}
      {spans !== "not-shown" && spans.length > 0 && (
        <div class="notice">
          <p>{t.inTheWay(app.nameOf(member))}</p>
          <ul>
            {spans.map((span) => (
              <li key={span.startsAt}>{spanInWords(span, language)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Steps(props: PlanProps): JSX.Element {
  const { app, language, booking, plan, set } = props;
  const t = deskMessages[language];
  const next = nextOf(booking.stage);
  const isTold = next.some((one) => mailOf(booking.stage, one) !== undefined);
  return (
    <>
      {isTold && app.board.value?.canSend && (
        <label class="check">
          <input
            type="checkbox"
            checked={plan.tell}
            onChange={({ currentTarget }) => set({ tell: currentTarget.checked })}
          />
          <span>{t.tell}</span>
        </label>
      )}
      <div class="row">
        {next
          .filter((one) => one !== "declined")
          .map((stage) => (
            <button
              type="button"
              key={stage}
              class={
                stage === "booked" && booking.stage !== "held" ? "button button-lamp" : "button"
              }
              disabled={(stage === "offered" || stage === "booked") && plan.starts === ""}
              onClick={() => void app.move(moveTo(props, stage, null))}
            >
              {t[`to-${booking.stage === stage ? "same" : stage}`]}
            </button>
          ))}
      </div>
      {next.includes("declined") && <Decline {...props} />}
    </>
  );
}

function moveTo({ booking, plan }: PlanProps, stage: Stage, reason: Reason | null): Move {
  const { starts, ...rest } = plan;
  const isLaid = stage === "offered" || (stage === "booked" && booking.stage !== "held");
  const { id, version } = booking;
  return { ...rest, id, version, stage, reason, starts: isLaid ? starts : null };
}

function Decline(props: PlanProps): JSX.Element {
  const { app, language, booking } = props;
  const t = deskMessages[language];
  const [reason, setReason] = useState<Reason | "">("");
  return (
    <div class="row education-decline">
      <Choice
        label={t.reason}
        value={reason}
        options={[
          ["", t.chooseReason],
          ...REASONS.map((one) => [one, t[`reason-${one}`]] as const),
        ]}
        onChoice={(one) => setReason(REASONS.find((known) => known === one) ?? "")}
      />
      <button
        type="button"
        class="button button-danger"
        disabled={reason === ""}
        onClick={() => reason !== "" && void app.move(moveTo(props, "declined", reason))}
      >
        {booking.stage === "booked" ? t.cancel : t.decline}
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoice: (value: string) => void;
}

const Choice = ({ label, value, options, onChoice }: ChoiceProps): JSX.Element => (
  <label class="field">
    <span class="label">{label}</span>
    <select
      class="input"
      value={value}
      onChange={({ currentTarget }) => onChoice(currentTarget.value)}
    >
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
