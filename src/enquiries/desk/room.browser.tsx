import type { JSX } from "preact";
import { type DeskPurpose, InboxRoom } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { EnquiryTeam } from "../../platform/teams.ts";
import { EnquirySaid } from "../enquiry-view.browser.tsx";
import { inboxWordsOf } from "../messages.teams.ts";

/** Each made once, when it is first shown: an inbox belongs to its purpose as long as the desk is open. */
const purposes: Partial<Record<EnquiryTeam, DeskPurpose>> = {};
const purposeOf = (team: EnquiryTeam): DeskPurpose =>
  (purposes[team] ??= { team, words: inboxWordsOf(team), Said: EnquirySaid });

interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly team: EnquiryTeam;
}

/** A team's inbox: a room of its own, with a key of its own. */
export const EnquiryRoom = ({ staff, language, team }: RoomProps): JSX.Element => (
  <InboxRoom staff={staff} language={language} purpose={purposeOf(team)} />
);
