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
];

/** Who is in the directory, who asks to join, and files of the open format. */
export const federationRoom: DeskRoom = pagedRoom({
  key: "network",
  label: (language) => federationMessages[language].room,
  open: (staff) => staff.may("network.keep"),
  groups,
});
