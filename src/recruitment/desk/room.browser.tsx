import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { FormBook } from "../../forms/index.browser.ts";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Parts } from "../../ui/parts.browser.tsx";
import { applicationSaid } from "../application-view.browser.tsx";
import { boardMessages } from "../messages.desk.ts";
import { BoardList, StagePanel } from "./board.browser.tsx";
import { MeetingsPage } from "./meetings.browser.tsx";
import { RecruitApp } from "./recruit-app.browser.ts";
import { RoundsPage } from "./rounds.browser.tsx";
import { WordsPage } from "./words.browser.tsx";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["applications", "rounds", "meetings", "words"] as const;

/** Recruitment in the desk: the recruiters' inbox as a board, rounds, meetings, and what the jour asks and answers. */
export function RecruitmentRoom({ staff, language }: RoomProps): JSX.Element {
  const { purpose, recruit } = useMemo(() => partsOf(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("applications");
  const t = boardMessages[language];
  return (
    <>
      <Parts
        label={t.parts}
        parts={PARTS}
        current={part.value}
        words={t}
        choose={(one) => (part.value = one)}
      />
      <div hidden={part.value !== "applications"}>
        <InboxRoom staff={staff} language={language} purpose={purpose} />
      </div>
      {part.value === "rounds" && <RoundsPage recruit={recruit} language={language} />}
      {part.value === "meetings" && <MeetingsPage recruit={recruit} language={language} />}
      {part.value === "words" && <WordsPage recruit={recruit} language={language} />}
    </>
  );
}

function partsOf(staff: Staff): { readonly purpose: DeskPurpose; readonly recruit: RecruitApp } {
  const recruit = new RecruitApp(staff);
  const book = new FormBook((path, body) => staff.api.post(path, body), staff.suite);
  const purpose: DeskPurpose = {
    team: "recruiters",
    words: boardMessages,
    List: (props) => <BoardList {...props} recruit={recruit} />,
    Said: applicationSaid(book),
    Panel: (props) => <StagePanel {...props} recruit={recruit} />,
  };
  return { purpose, recruit };
}
