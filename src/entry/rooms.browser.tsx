import { MailCard } from "../channels/mail/index.browser.ts";
import { phoneAtDesk, PhoneSettings } from "../channels/phone/index.browser.ts";
import { Room } from "../conversations/index.browser.ts";
import { CounsellingRoom } from "../counselling/index.browser.ts";
import { InboxRoom, LetterSettings } from "../letters/index.browser.ts";
import {
  CustodyPage,
  type DeskRoom,
  MembersPage,
  MinePage,
  pagedRoom,
  type PageGroup,
} from "../people/index.browser.ts";
import { CalendarRoom } from "../planning/index.browser.ts";
import { Settings, settingsPages } from "../site/index.browser.ts";
import { names, onePage } from "./room-names.ts";

/** What is set for the whole jour: each module brings the pages of its own. */
const settings: readonly PageGroup[] = [
  {
    key: "site",
    pages: settingsPages,
    show: ({ staff, ...page }) => <Settings api={staff.api} {...page} />,
  },
  {
    ...onePage("letters"),
    show: ({ staff, language }) => <LetterSettings api={staff.api} language={language} />,
  },
  {
    ...onePage("mail"),
    show: ({ staff, language }) => <MailCard staff={staff} language={language} />,
  },
  {
    ...onePage("phone"),
    show: ({ staff, language }) => <PhoneSettings api={staff.api} language={language} />,
  },
];

/** Each may hold a key of the root, coordinator or not, and each may see what is done with it. */
const custody: PageGroup = {
  ...onePage("custody"),
  show: ({ staff, language }) => <CustodyPage staff={staff} language={language} />,
};

const people: readonly PageGroup[] = [
  {
    ...onePage("members"),
    show: ({ staff, language }) => <MembersPage staff={staff} language={language} />,
  },
  custody,
];

const mine: readonly PageGroup[] = [
  {
    ...onePage("me"),
    show: ({ staff, language }) => <MinePage staff={staff} language={language} />,
  },
  { ...custody, open: (staff) => !staff.isCoordinator.value },
];

const everybody = (): boolean => true;
const coordinators: DeskRoom["open"] = (staff) => staff.isCoordinator.value;

/** The rooms of the desk in their order. What is kept goes on while another room is shown. */
export const rooms: readonly DeskRoom[] = [
  {
    key: "shift",
    label: names("shift"),
    open: everybody,
    kept: true,
    show: (staff, language) => (
      <Room staff={staff} language={language} phone={phoneAtDesk(staff.api, language)} />
    ),
  },
  {
    key: "inbox",
    label: names("inbox"),
    open: everybody,
    kept: true,
    show: (staff, language) => <InboxRoom staff={staff} language={language} />,
  },
  {
    key: "talks",
    label: names("talks"),
    open: everybody,
    kept: true,
    show: (staff, language) => <CounsellingRoom staff={staff} language={language} />,
  },
  {
    key: "calendar",
    label: names("calendar"),
    open: everybody,
    show: (staff, language) => <CalendarRoom staff={staff} language={language} />,
  },
  pagedRoom({ key: "people", label: names("people"), open: coordinators, groups: people }),
  pagedRoom({
    key: "settings",
    label: names("settings"),
    open: coordinators,
    heading: names("settings"),
    groups: settings,
  }),
  pagedRoom({ key: "mine", label: names("mine"), open: everybody, groups: mine }),
];
