import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { FormBook } from "../../forms/index.browser.ts";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { Parts } from "../../ui/parts.browser.tsx";
import { AskedNotice, SupportersPage } from "../supporters/page.browser.tsx";
import { SupporterPanel } from "../supporters/panel.browser.tsx";
import { SupportersApp } from "../supporters/supporters-app.browser.ts";
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

const PARTS = ["requests", "times", "supporters"] as const;

/** The counselling service in the desk: the intake team's inbox as a board, and the times for talks. */
export function CounsellingRoom({ staff, language }: RoomProps): JSX.Element {
  const { purpose, times, supporters } = useMemo(() => partsOf(staff), [staff]);
  const part = useSignal<(typeof PARTS)[number]>("requests");
  const t = roomMessages[language];
  return (
    <>
      <Parts
        label={t.parts}
        parts={PARTS}
        current={part.value}
        words={t}
        choose={(one) => (part.value = one)}
      />
      <div hidden={part.value !== "requests"}>
        <InboxRoom staff={staff} language={language} purpose={purpose} />
      </div>
      {part.value === "times" && <TimesPage times={times} language={language} />}
      {part.value === "supporters" && <SupportersPage app={supporters} language={language} />}
    </>
  );
}

interface Parts {
  readonly purpose: DeskPurpose;
  readonly times: TimesApp;
  readonly supporters: SupportersApp;
}

function partsOf(staff: Staff): Parts {
  const board = new BoardApp(staff);
  const times = new TimesApp(staff, () => board.look());
  const supporters = new SupportersApp(staff, () => void board.look());
  const book = new FormBook((path, body) => staff.api.post(path, body), staff.suite);
  const purpose: DeskPurpose = {
    team: "intake",
    words: boardMessages,
    List: (props) => (
      <>
        <AskedNotice app={supporters} language={props.language} />
        <BoardList {...props} board={board} onLook={() => void supporters.look()} />
      </>
    ),
    Said: requestSaid(book, "hers"),
    Panel: (props) => (
      <>
        <StagePanel {...props} board={board} />
        <SupporterPanel {...props} inbox={props.app} app={supporters} book={book} />
        <HerTimes {...props} times={times} />
      </>
    ),
  };
  return { purpose, times, supporters };
}
