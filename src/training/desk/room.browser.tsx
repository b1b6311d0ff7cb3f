import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Parts } from "../../ui/parts.browser.tsx";
import { trainingMessages } from "../messages.ts";
import { CoursesPage } from "./courses.browser.tsx";
import { MinePage } from "./mine.browser.tsx";
import { ModulePage } from "./module.browser.tsx";
import { PeoplePage } from "./people.browser.tsx";
import { RulesPage } from "./rules.browser.tsx";
import { TrainingApp } from "./training-app.browser.ts";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["mine", "people", "courses", "rules"] as const;

/** Training in the desk: hers for everybody, and what a coordinator leads. */
export function TrainingRoom({ staff, language }: RoomProps): JSX.Element {
  const app = useMemo(() => new TrainingApp(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("mine");
  const t = trainingMessages[language];
  const isLocked = staff.locked.value !== null;
  useEffect(() => {
    if (isLocked) return;
    void app.look();
    void app.lookAtPeople();
  }, [isLocked, app]);
  const leads = staff.may("training.lead");
  const shown = leads ? part.value : "mine";
  return (
    <>
      {leads && app.open.value === null && (
        <Parts
          label={t.parts}
          parts={PARTS}
          current={part.value}
          words={t}
          choose={(one) => (part.value = one)}
        />
      )}
      {shown === "mine" && app.open.value === null && <MinePage app={app} language={language} />}
      {shown === "mine" && app.open.value !== null && <ModulePage app={app} language={language} />}
      {shown === "people" && <PeoplePage app={app} language={language} />}
      {shown === "courses" && <CoursesPage app={app} language={language} />}
      {shown === "rules" && <RulesPage app={app} language={language} />}
    </>
  );
}
