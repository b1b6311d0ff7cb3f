import type { Letters } from "../letters/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { Door, Glances, PageCache } from "../platform/http/index.server.ts";
import { OFFICE } from "../protocol/index.ts";
import { contactPage } from "./page.server.tsx";
import { plainEnquiryDoors } from "./routes.server.ts";

interface EnquiryParts {
  readonly database: Database;
  readonly letters: Letters;
  readonly pages: PageCache;
  readonly glances: Glances;
}

/** The page "Contact us", and its forms without script. With script they are letters to the office. */
export function enquiryDoors({ database, letters, pages, glances }: EnquiryParts): Door[] {
  return [
    contactPage({
      ...{ database, pages, glances },
      isOpen: async (jour, face) => (await letters.start(jour, face, OFFICE)).teamKey !== null,
    }),
    ...plainEnquiryDoors({ database, send: letters.plainTo(OFFICE) }),
  ];
}
