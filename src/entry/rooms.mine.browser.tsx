import { MyLoadPage, SupervisionPage } from "../care/index.browser.ts";
import { AccompanyPage } from "../counselling/index.browser.ts";
import { CustodyPage, MinePage, type PageGroup } from "../people/index.browser.ts";
import { MyDataPage, MyPledgePage } from "../records/index.browser.ts";
import { names, onePage } from "./room-names.ts";

/** Each may hold a key of the root, coordinator or not, and each may see what is done with it. */
export const custody: PageGroup = {
  ...onePage("custody"),
  show: ({ staff, language }) => <CustodyPage staff={staff} language={language} />,
};

/** What is a member's own. */
export const mine: readonly PageGroup[] = [
  {
    ...onePage("me"),
    show: ({ staff, language }) => <MinePage staff={staff} language={language} />,
  },
  {
    ...{ key: "records", pages: [{ key: "pledge", label: names("records") }] },
    show: ({ staff, language }) => <MyPledgePage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("accompany"), fresh: true },
    show: ({ staff, language }) => <AccompanyPage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("load"), fresh: true },
    show: ({ staff, language }) => <MyLoadPage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("supervision"), fresh: true },
    show: ({ staff, language }) => <SupervisionPage staff={staff} language={language} />,
  },
  {
    ...{ ...onePage("data"), fresh: true },
    show: ({ staff, language }) => <MyDataPage staff={staff} language={language} />,
  },
  { ...custody, open: (staff) => !staff.isCoordinator.value },
];
