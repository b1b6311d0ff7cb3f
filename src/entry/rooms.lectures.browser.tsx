import { EducationRoom } from "../education/index.browser.ts";
import type { DeskRoom } from "../people/index.browser.ts";
import { names } from "./room-names.ts";

export const lecturesRoom: DeskRoom = {
  key: "lectures",
  label: names("lectures"),
  open: (staff) => staff.may("education"),
  show: (staff, language) => <EducationRoom staff={staff} language={language} />,
};
