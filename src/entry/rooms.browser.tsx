import { countHard, TeamLoadPage } from "../care/index.browser.ts";
import { MailCard } from "../channels/mail/index.browser.ts";
import { phoneAtDesk, PhoneSettings } from "../channels/phone/index.browser.ts";
import { Room } from "../conversations/index.browser.ts";
import { CounsellingRoom, talkForms } from "../counselling/index.browser.ts";
import { enquiryFormUses } from "../enquiries/index.browser.ts";
import { FormsPage } from "../forms/index.browser.ts";
import { applicationForm, RecruitmentRoom } from "../recruitment/index.browser.ts";
import { TrainingRoom } from "../training/index.browser.ts";
import { InboxRoom, LetterSettings } from "../letters/index.browser.ts";
import { OverflowPage } from "../network/index.browser.ts";
import { PagesRoom } from "../pages/index.browser.ts";
import {
  type DeskRoom,
  MembersPage,
  pagedRoom,
  type PageGroup,
  RightsPage,
  type RoomsOf,
} from "../people/index.browser.ts";
import { CalendarRoom } from "../planning/index.browser.ts";
import { KeepingPage, LooksPage, PledgePage } from "../records/index.browser.ts";
import { DoorsCard } from "../shifts/index.browser.ts";
import { Settings, settingsPages } from "../site/index.browser.ts";
import type { Right } from "../platform/permissions.ts";
import { federationRoom } from "./rooms.federation.browser.tsx";
import { custody, mine } from "./rooms.mine.browser.tsx";
import { associationAtFederation, associationRoom } from "./rooms.association.browser.tsx";
import { names, onePage } from "./room-names.ts";
import { enquiryRooms } from "./rooms.enquiries.browser.tsx";
import { lecturesRoom } from "./rooms.lectures.browser.tsx";

const everybody = (): boolean => true;
const may =
  (...rights: readonly Right[]): DeskRoom["open"] =>
  (staff) =>
    rights.some((right) => staff.may(right));

/** What the jour asks of those who write to her: one editor. */
const forms = [...talkForms, applicationForm, ...enquiryFormUses];

/** What is set for the whole jour: each module brings the pages of its own. */
const settings: readonly PageGroup[] = [
  {
    key: "site",
    pages: settingsPages.map((page) =>
      page.key === "hours" ? { ...page, open: may("site.hours") } : page,
    ),
    open: may("site.write"),
    show: ({ staff, ...page }) => <Settings api={staff.api} {...page} />,
  },
  {
    ...onePage("forms"),
    open: may("jour.set"),
    show: ({ staff, language }) => <FormsPage staff={staff} language={language} uses={forms} />,
  },
  {
    ...onePage("letters"),
    open: may("jour.set"),
    show: ({ staff, language }) => <LetterSettings api={staff.api} language={language} />,
  },
  {
    ...onePage("mail"),
    open: may("jour.set"),
    show: ({ staff, language }) => <MailCard staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("overflow"), fresh: true },
    open: may("jour.set"),
    show: ({ staff, language }) => <OverflowPage api={staff.api} language={language} />,
  },
  {
    ...onePage("phone"),
    open: may("jour.set"),
    show: ({ staff, language }) => <PhoneSettings api={staff.api} language={language} />,
  },
];

const people: readonly PageGroup[] = [
  {
    ...onePage("members"),
    open: (staff) => staff.may("people.manage"),
    show: ({ staff, language }) => <MembersPage staff={staff} language={language} />,
  },
  { ...custody, open: may("people.manage") },
  {
    ...{ ...onePage("rights"), fresh: true },
    open: (staff) => staff.may("people.manage"),
    show: ({ staff, language }) => <RightsPage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("keeping"), fresh: true },
    open: (staff) => staff.may("records.keep"),
    show: ({ staff, language }) => <KeepingPage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("team"), fresh: true },
    open: (staff) => staff.may("shifts.plan"),
    show: ({ staff, language }) => <TeamLoadPage staff={staff} language={language} />,
  },
  {
    ...onePage("pledge"),
    open: (staff) => staff.may("pledge.write"),
    show: ({ staff, language }) => <PledgePage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("looks"), fresh: true },
    open: (staff) => staff.may("looks.read"),
    show: ({ staff, language }) => <LooksPage staff={staff} language={language} />,
  },
];

/** Who writes the pages, at a jour's desk and at the federation's. */
const pagesRoom: DeskRoom = {
  key: "pages",
  label: names("pages"),
  open: may("site.write"),
  show: (staff, language) => (
    <PagesRoom {...{ api: staff.api, language, maySet: staff.may("jour.set") }} />
  ),
};

/** The rooms of a jour's desk in their order. What is kept goes on while another room is shown. */
const rooms: readonly DeskRoom[] = [
  {
    key: "shift",
    label: names("shift"),
    open: may("duty.hold"),
    kept: true,
    show: (staff, language) => (
      <Room
        staff={staff}
        language={language}
        phone={phoneAtDesk(staff.api, language)}
        countHard={(by) => countHard(staff, by)}
      />
    ),
  },
  {
    key: "inbox",
    label: names("inbox"),
    open: may("letters.answer"),
    tends: may("people.manage"),
    kept: true,
    show: (staff, language) => <InboxRoom staff={staff} language={language} />,
  },
  {
    key: "talks",
    label: names("talks"),
    open: may("talks.answer"),
    tends: may("people.manage"),
    kept: true,
    show: (staff, language) => <CounsellingRoom staff={staff} language={language} />,
  },
  {
    key: "calendar",
    label: names("calendar"),
    open: everybody,
    show: (staff, language) => (
      <>
        <DoorsCard api={staff.api} language={language} isCoordinator={staff.isCoordinator.value} />
        <CalendarRoom staff={staff} language={language} />
      </>
    ),
  },
  {
    key: "recruiting",
    label: names("recruiting"),
    open: may("recruit"),
    kept: true,
    show: (staff, language) => <RecruitmentRoom staff={staff} language={language} />,
  },
  ...enquiryRooms,
  {
    key: "training",
    label: names("training"),
    open: everybody,
    show: (staff, language) => <TrainingRoom staff={staff} language={language} />,
  },
  lecturesRoom,
  associationRoom,
  pagedRoom({
    key: "people",
    label: names("people"),
    open: may("people.manage", "looks.read"),
    groups: people,
  }),
  pagesRoom,
  pagedRoom({
    key: "settings",
    label: names("settings"),
    open: may("site.write", "jour.set"),
    heading: names("settings"),
    groups: settings,
  }),
  pagedRoom({ key: "mine", label: names("mine"), open: everybody, groups: mine }),
];

/** A federation keeps no records of staff and answers nobody who seeks support: it reads what is written to "Contact us". */
const ofJours = new Set(["keeping", "pledge", "looks", "records", "data"]);
const without = (groups: readonly PageGroup[]): PageGroup[] =>
  groups.filter(({ key }) => !ofJours.has(key));

const atFederation: readonly DeskRoom[] = [
  federationRoom,
  ...enquiryRooms,
  associationAtFederation,
  pagesRoom,
  pagedRoom({
    key: "people",
    label: names("people"),
    open: may("people.manage"),
    groups: without(people),
  }),
  pagedRoom({ key: "mine", label: names("mine"), open: everybody, groups: without(mine) }),
];

export const roomsOf: RoomsOf = ({ jour }) => (jour.federation ? atFederation : rooms);
