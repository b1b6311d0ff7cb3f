import type { JSX } from "preact";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { EnquiryTeam } from "../contract.ts";
import { EnquirySaid } from "../enquiry-view.browser.tsx";
import { inboxWordsOf } from "../messages.teams.ts";

const purposeOf = (team: EnquiryTeam): DeskPurpose => ({
  ...{ team, words: inboxWordsOf(team), Said: EnquirySaid },
});
/** Made once: an inbox belongs to its purpose as long as the desk is open. */
const purposes: Readonly<Record<EnquiryTeam, DeskPurpose>> = {
  office: purposeOf("office"),
  board: purposeOf("board"),
  lecturers: purposeOf("lecturers"),
};

interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly team: EnquiryTeam;
}

/** A team's inbox: a room of its own, with a key of its own. */
export const EnquiryRoom = ({ staff, language, team }: RoomProps): JSX.Element => (
  <InboxRoom staff={staff} language={language} purpose={purposes[team]} />
);
