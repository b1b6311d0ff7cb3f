import type { Language } from "../../ui/languages.ts";
import type { Pattern } from "../contract.ts";
import { planMessages } from "../messages.plan.ts";

/** "torsdag, varannan vecka, 18:00–21:00" */
export function patternSays(pattern: Pattern, language: Language): string {
  const t = planMessages[language];
  const names = t.weekdayNames.split(" ");
  const days = pattern.weekdays.map((day) => names[day - 1]).join(", ");
  const hours = `${pattern.starts}–${pattern.ends}`;
  const when =
    pattern.every === 0 ? pattern.firstOn : `${days}, ${everySays(pattern.every, language)}`;
  const later = pattern.days > 1 ? `, ${t.laterDay(pattern.days).toLowerCase()}` : "";
  return `${when}, ${hours}${later}`;
}

export function everySays(every: number, language: Language): string {
  const t = planMessages[language];
  const says =
    every === 0
      ? t.once
      : every === 1
        ? t.everyWeek
        : every === 2
          ? t.everyOther
          : t.everyNth(every);
  return says.toLowerCase();
}
