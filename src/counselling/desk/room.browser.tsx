import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { FormBook } from "../../forms/index.browser.ts";
import { boardMessages } from "../messages.board.ts";
import { roomMessages } from "../messages.room.ts";
import { requestSaid } from "../request-view.browser.tsx";
import { BoardList, StagePanel } from "./board.browser.tsx";
import { BoardApp } from "./board-app.browser.ts";
import { HerTimes } from "./her-times.browser.tsx";
import { TimesPage } from "./times.browser.tsx";
import { TimesApp } from "./times-app.browser.ts";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

const PARTS = ["requests", "times"] as const;

/** The counselling service in the desk: the intake team's inbox as a board, and the times for talks. */
export function CounsellingRoom({ staff, language }: RoomProps): JSX.Element {
  const { purpose, times } = useMemo(() => partsOf(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("requests");
  const t = roomMessages[language];
  return (
    <>
      <nav class="set-choose board-parts" aria-label={t.parts}>
        {PARTS.map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            aria-pressed={part.value === one}
            onClick={() => (part.value = one)}
          >
            {t[one]}
          </button>
        ))}
      </nav>
      <div hidden={part.value !== "requests"}>
        <InboxRoom staff={staff} language={language} purpose={purpose} />
      </div>
      {part.value === "times" && <TimesPage times={times} language={language} />}
    </>
  );
}

function partsOf(staff: Staff): { readonly purpose: DeskPurpose; readonly times: TimesApp } {
  const board = new BoardApp(staff);
  const times = new TimesApp(staff, () => board.look());
  const book = new FormBook((path, body) => staff.api.post(path, body), staff.suite);
  const purpose: DeskPurpose = {
    team: "intake",
    words: boardMessages,
    List: (props) => <BoardList {...props} board={board} />,
    Said: requestSaid(book, "hers"),
    Panel: (props) => (
      <>
        <StagePanel {...props} board={board} />
        <HerTimes {...props} times={times} />
      </>
    ),
  };
  return { purpose, times };
}
