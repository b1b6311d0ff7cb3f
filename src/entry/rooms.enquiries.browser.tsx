import { EnquiryRoom } from "../enquiries/index.browser.ts";
import type { DeskRoom } from "../people/index.browser.ts";
import { ENQUIRY_TEAMS } from "../platform/teams.ts";
import { names } from "./room-names.ts";

/** An inbox for each team that reads enquiries. A coordinator keeps the keys of all, and reads those that she is in. */
export const enquiryRooms: readonly DeskRoom[] = ENQUIRY_TEAMS.map((team) => ({
  key: team === "office" ? team : `to-${team}`,
  label: names(team),
  open: (staff) => staff.may(`${team}.answer`),
  tends: (staff) => staff.may("people.manage"),
  kept: true,
  show: (staff, language) => <EnquiryRoom {...{ staff, language, team }} />,
}));
