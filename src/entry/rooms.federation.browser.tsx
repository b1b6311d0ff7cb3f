import { enquiryFormUses } from "../enquiries/index.browser.ts";
import { FormsPage } from "../forms/index.browser.ts";
import { ApplicationsPage, ImportPage, MembersOfNetwork } from "../network/index.browser.ts";
import { federationMessages } from "../network/index.ts";
import { type DeskRoom, FoundingPage, pagedRoom, type PageGroup } from "../people/index.browser.ts";
import type { Language } from "../ui/languages.ts";
import { onePage } from "./room-names.ts";

const page = (key: "members" | "applications" | "import") => ({
  ...{ key, fresh: true },
  pages: [{ key, label: (language: Language): string => federationMessages[language][key] }],
});

const groups: readonly PageGroup[] = [
  {
    ...page("members"),
    show: ({ staff, language }) => <MembersOfNetwork api={staff.api} language={language} />,
  },
  {
    ...{ ...page("applications"), fresh: false },
    show: ({ staff, language }) => <ApplicationsPage api={staff.api} language={language} />,
  },
  {
    ...{ ...onePage("foundings"), fresh: true },
    show: ({ staff, language }) => <FoundingPage staff={staff} language={language} />,
  },
  {
    ...{ ...page("import"), fresh: false },
    show: ({ staff, language }) => <ImportPage api={staff.api} language={language} />,
  },
  {
    ...onePage("forms"),
    open: (staff) => staff.may("jour.set"),
    show: ({ staff, language }) => <FormsPage {...{ staff, language, uses: enquiryFormUses }} />,
  },
];

/** Who is in the directory, who asks to join, files of the open format, and what "Contact us" asks. */
export const federationRoom: DeskRoom = pagedRoom({
  key: "network",
  label: (language) => federationMessages[language].room,
  open: (staff) => staff.may("network.keep"),
  groups,
});
