import { useRef } from "preact/hooks";
import { formatWeekday, type Language } from "../../ui/languages.ts";
import { settingsMessages } from "../messages.settings.ts";
import type { Interval, Week } from "../names.ts";
import { Day } from "./day.browser.tsx";

/** The first Monday of 2024: only its name is wanted. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

export function weekdayNames(language: Language): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => formatWeekday(MONDAY + day * DAY_MS, language));
}

interface WeekProps {
  readonly week: Week;
  readonly language: Language;
  readonly onChange: (week: Week) => void;
}

/** The ordinary week of one channel. */
export function WeekHours({ week, language, onChange }: WeekProps) {
  const names = weekdayNames(language);
  const put = (days: readonly number[], intervals: readonly Interval[]): void =>
    onChange(week.map((old, day) => (days.includes(day) ? intervals : old)));
  return (
    <ul class="set-week">
      {week.map((intervals, day) => {
        const name = names[day] ?? "";
        return (
          <li>
            <strong class="set-dayname">{name}</strong>
            <Day
              name={name}
              intervals={intervals}
              language={language}
              onChange={(changed) => put([day], changed)}
            />
            {intervals.length > 0 && (
              <CopyDay
                day={day}
                names={names}
                language={language}
                onCopy={(days) => put(days, intervals)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface CopyProps {
  readonly day: number;
  readonly names: readonly string[];
  readonly language: Language;
  readonly onCopy: (days: readonly number[]) => void;
}

function CopyDay({ day, names, language, onCopy }: CopyProps) {
  const say = settingsMessages[language];
  const details = useRef<HTMLDetailsElement>(null);
  const copy = (days: readonly number[]) => () => {
    onCopy(days);
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  const targets: (readonly [string, readonly number[]])[] = [
    [say.copyWeekdays, [0, 1, 2, 3, 4]],
    [say.copyAll, [0, 1, 2, 3, 4, 5, 6]],
    ...names.map((name, other) => [name, [other]] as const).filter((_, other) => other !== day),
  ];
  return (
    <details class="set-copy" ref={details}>
      <summary>{say.copyDay(names[day] ?? "")}</summary>
      <div class="row">
        {targets.map(([name, days]) => (
          <button type="button" class="button small" onClick={copy(days)}>
            {name}
          </button>
        ))}
      </div>
    </details>
  );
}
