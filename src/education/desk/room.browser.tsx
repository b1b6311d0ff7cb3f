import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Waiting } from "../../ui/late.browser.tsx";
import { Parts } from "../../ui/parts.browser.tsx";
import { deskMessages } from "../messages.desk.ts";
import { BoardPage } from "./board.browser.tsx";
import { EducationApp, type EducationPart } from "./education-app.browser.ts";
import { LecturesPage } from "./lectures.browser.tsx";
import { ResultsPage } from "./results.browser.tsx";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["bookings", "lectures", "results"] as const;

/** Lectures in the desk: who has asked, what is offered, what was thought of it. */
export function Room({ staff, language }: RoomProps): JSX.Element {
  const app = useMemo(() => new EducationApp(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("bookings");
  const t = deskMessages[language];
  const isLocked = staff.locked.value !== null;
  useEffect(() => {
    if (!isLocked) void app.look();
  }, [isLocked, app]);
  const choose = (one: (typeof PARTS)[number]): void => {
    part.value = one;
    app.said.value = null;
    void app.look();
  };
  return (
    <>
      <Parts label={t.parts} parts={PARTS} current={part.value} words={t} choose={choose} />
      <Shown app={app} language={language} part={part.value} />
    </>
  );
}

function Shown({ part, ...props }: EducationPart & { part: (typeof PARTS)[number] }): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  if (app.board.value === null)
    return <Waiting isOffline={app.isOffline.value} words={t} again={() => void app.look()} />;
  if (part === "lectures") return <LecturesPage {...props} />;
  return part === "results" ? <ResultsPage {...props} /> : <BoardPage {...props} />;
}
