import type { Letters } from "../letters/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Door, Glances, PageCache } from "../platform/http/index.server.ts";
import { offeredNow } from "./asking.server.ts";
import { readerDoors } from "./desk.server.ts";
import { contactPage } from "./page.server.tsx";
import { plainEnquiryDoors } from "./routes.server.ts";

export { furnishOffice } from "./demo.server.ts";

interface EnquiryParts {
  readonly database: Database;
  readonly letters: Letters;
  readonly pages: PageCache;
  readonly glances: Glances;
  /** Where one becomes a member, if anywhere. */
  readonly joinAt: (jour: JourId) => Promise<string | undefined>;
}

/** The page "Contact us", and its forms without script. With script they are letters to the team that reads them. */
export function enquiryDoors({ database, letters, pages, glances, joinAt }: EnquiryParts): Door[] {
  const deps = { database, letters };
  return [
    contactPage({
      ...{ database, pages, glances, joinAt },
      kindsNow: async (place) => (await offeredNow(deps, place)).map(({ kind }) => kind),
    }),
    ...plainEnquiryDoors({ ...deps, send: letters.oneWay }),
    ...readerDoors(deps),
  ];
}
