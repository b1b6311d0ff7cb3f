import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { type IntervalFault, intervalFaults } from "../intervals.ts";
import { settingsMessages } from "../messages.settings.ts";
import type { Interval } from "../names.ts";
import { readTime } from "./read-time.ts";

interface DayProps {
  /** "måndag", or a date: whose hours these are. */
  readonly name: string;
  readonly intervals: readonly Interval[];
  readonly language: Language;
  readonly onChange: (intervals: readonly Interval[]) => void;
}

const MOST = 12;

/** The hours of one day: any number of intervals, each told at once when it is wrong. */
export function Day({ name, intervals, language, onChange }: DayProps) {
  const say = settingsMessages[language];
  const faults = intervalFaults(intervals);
  const put = (index: number, interval: Interval): void =>
    onChange(intervals.map((old, place) => (place === index ? interval : old)));
  return (
    <div class="set-day">
      {intervals.length === 0 && <span class="soft set-closed">{say.dayClosed}</span>}
      {intervals.map((interval, index) => (
        <OneInterval
          day={name}
          number={index + 1}
          interval={interval}
          fault={faults.get(index)}
          language={language}
          onChange={(changed) => put(index, changed)}
          onRemove={() => onChange(intervals.filter((_, place) => place !== index))}
        />
      ))}
      {intervals.length < MOST && (
        <button
          type="button"
          class="button button-quiet set-plus"
          aria-label={`${say.addInterval}, ${name}`}
          onClick={() => onChange([...intervals, { from: "", until: "" }])}
        >
          <span aria-hidden="true">+</span> {say.addInterval}
        </button>
      )}
    </div>
  );
}

interface IntervalProps {
  readonly day: string;
  readonly number: number;
  readonly interval: Interval;
  readonly fault: IntervalFault | undefined;
  readonly language: Language;
  readonly onChange: (interval: Interval) => void;
  readonly onRemove: () => void;
}

function OneInterval(props: IntervalProps) {
  const { day, number, interval, fault, language, onChange, onRemove } = props;
  const say = settingsMessages[language];
  const id = useId();
  // What is half written is not yet wrong.
  const isWriting = useSignal(false);
  const isTold = fault !== undefined && !isWriting.value;
  const time = (side: "from" | "until") => (
    <TimeField
      label={`${day}, ${say[side]}`}
      value={interval[side]}
      {...(isTold ? { faultId: id } : {})}
      onWriting={(writing) => (isWriting.value = writing)}
      onValue={(value) => onChange({ ...interval, [side]: value })}
    />
  );
  return (
    <div class="set-interval">
      {time("from")}
      <span aria-hidden="true">–</span>
      {time("until")}
      <button
        type="button"
        class="button button-quiet"
        aria-label={say.removeInterval(day, number)}
        onClick={onRemove}
      >
        <span aria-hidden="true">×</span>
      </button>
      {isTold && (
        <p class="fault small" id={id}>
          {fault === "overlap" ? say.faultOverlap : say.faultMissing}
        </p>
      )}
      {!fault && interval.until <= interval.from && <p class="hint">{say.nextDay}</p>}
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  /** The id of the sentence that says what is wrong. */
  readonly faultId?: string;
  readonly onWriting: (isWriting: boolean) => void;
  readonly onValue: (value: string) => void;
}

function TimeField({ label, value, faultId, onWriting, onValue }: TimeProps) {
  return (
    <input
      class="input set-time"
      inputMode="numeric"
      autocomplete="off"
      maxLength={5}
      placeholder="00:00"
      value={value}
      aria-label={label}
      aria-invalid={faultId !== undefined}
      {...(faultId === undefined ? {} : { "aria-describedby": faultId })}
      onInput={(event) => onValue(event.currentTarget.value)}
      onFocus={() => onWriting(true)}
      onBlur={(event) => {
        onWriting(false);
        onValue(readTime(event.currentTarget.value) ?? event.currentTarget.value);
      }}
    />
  );
}
