import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Waiting } from "../../ui/late.browser.tsx";
import { Parts } from "../../ui/parts.browser.tsx";
import { FeesPage } from "../fees/fees.browser.tsx";
import { deskMessages } from "../messages.desk.ts";
import { AssociationApp, type AssociationPart } from "./association-app.browser.ts";
import { MeetingsPage } from "./meetings.browser.tsx";
import { MembersPage } from "./members.browser.tsx";
import { SettingsPage } from "./settings.browser.tsx";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["members", "fees", "meetings", "settings"] as const;
type Part = (typeof PARTS)[number];

/** The association in the desk: its members, its meetings, and how it takes members. */
export function Room({ staff, language }: RoomProps): JSX.Element {
  const app = useMemo(() => new AssociationApp(staff), [staff]);
  const part = useSignal<Part>("members");
  const t = deskMessages[language];
  const isLocked = staff.locked.value !== null;
  useEffect(() => {
    if (!isLocked) void app.look();
  }, [isLocked, app]);
  const choose = (one: Part): void => {
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

function Shown({ part, ...props }: AssociationPart & { part: Part }): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  if (app.board.value === null)
    return <Waiting isOffline={app.isOffline.value} words={t} again={() => void app.look()} />;
  if (part === "fees") return <FeesPage {...props} />;
  if (part === "meetings") return <MeetingsPage {...props} />;
  return part === "settings" ? <SettingsPage {...props} /> : <MembersPage {...props} />;
}
