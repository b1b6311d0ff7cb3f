import { ApplicationsPage, ImportPage, MembersOfNetwork } from "../network/index.browser.ts";
import { federationMessages } from "../network/index.ts";
import { type DeskRoom, pagedRoom, type PageGroup } from "../people/index.browser.ts";
import type { Language } from "../ui/languages.ts";

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
