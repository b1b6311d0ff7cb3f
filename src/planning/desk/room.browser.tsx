import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Parts } from "../../ui/parts.browser.tsx";
import { calendarMessages } from "../messages.calendar.ts";
import { CalendarApp } from "./calendar-app.browser.ts";
import { MonthPage } from "./month.browser.tsx";
import { PlanPage } from "./plan.browser.tsx";

interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["calendar", "plan"] as const;

/** The calendar of the jour: for all to take shifts, for coordinators to plan. */
export function CalendarRoom({ staff, language }: RoomProps): JSX.Element {
  const app = useMemo(() => new CalendarApp(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("calendar");
  const t = calendarMessages[language];
  useEffect(() => void app.look(), [app]);
  return (
    <div class="calendar">
      {staff.isCoordinator.value && (
        <Parts
          label={t.parts}
          parts={PARTS}
          current={part.value}
          words={t}
          choose={(one) => (part.value = one)}
        />
      )}
      {part.value === "calendar" ? (
        <MonthPage app={app} language={language} />
      ) : (
        <PlanPage app={app} language={language} />
      )}
    </div>
  );
}
