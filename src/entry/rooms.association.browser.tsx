import { AssociationRoom, FederationSays } from "../association/index.browser.ts";
import type { DeskRoom } from "../people/index.browser.ts";
import { names } from "./room-names.ts";

const room = { key: "association", label: names("association") };

export const associationRoom: DeskRoom = {
  ...room,
  open: (staff) => staff.may("association"),
  show: (staff, language) => <AssociationRoom staff={staff} language={language} />,
};

/** The federation is asked the same question, and says where the answer is. */
export const associationAtFederation: DeskRoom = {
  ...room,
  open: (staff) => staff.may("association"),
  show: (_, language) => <FederationSays language={language} />,
};
