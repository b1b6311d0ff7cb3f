import type { JSX } from "preact";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { EnquirySaid } from "../enquiry-view.browser.tsx";
import { officeMessages } from "../messages.desk.ts";

const purpose: DeskPurpose = { team: "office", words: officeMessages, Said: EnquirySaid };

interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
}

/** The office's inbox: a room of its own, with a key of its own. */
export const OfficeRoom = ({ staff, language }: RoomProps): JSX.Element => (
  <InboxRoom staff={staff} language={language} purpose={purpose} />
);
