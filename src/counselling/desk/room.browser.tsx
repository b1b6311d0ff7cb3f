import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { FormBook } from "../form-book.browser.ts";
import { boardMessages } from "../messages.board.ts";
import { requestSaid } from "../request-view.browser.tsx";
import { BoardList, StagePanel } from "./board.browser.tsx";
import { BoardApp } from "./board-app.browser.ts";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

/** The counselling service in the desk: the intake team's inbox, as a board. */
export function CounsellingRoom({ staff, language }: RoomProps): JSX.Element {
  const purpose = useMemo(() => purposeOf(staff), [staff]);
  return <InboxRoom staff={staff} language={language} purpose={purpose} />;
}

function purposeOf(staff: Staff): DeskPurpose {
  const board = new BoardApp(staff);
  const book = new FormBook((path, body) => staff.api.post(path, body), staff.suite);
  return {
    team: "intake",
    words: boardMessages,
    List: (props) => <BoardList {...props} board={board} />,
    Said: requestSaid(book, "hers"),
    Panel: (props) => <StagePanel {...props} board={board} />,
  };
}
