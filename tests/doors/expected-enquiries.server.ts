import { randomBytes } from "node:crypto";
import {
  CONTACT_PAGE,
  ENQUIRY_FORMS,
  plainEnquiryPaths as paths,
  readerPaths,
} from "../../src/enquiries/index.ts";
import type { Expected, ExpectedDoors } from "./expected-door.server.ts";
import { hasTeamKey } from "./expected-letters.server.ts";

const open: Expected = {
  ...{ who: "anyone", where: "jour", told: { rest: 200 } },
  ask: async () => ({}),
};
const path = paths.form.replace(":kind", "feedback");

const coordinator = (body: object): Expected => ({
  ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
  ask: async () => ({ body }),
});

/** What is not about a person in need. */
export const enquiryDoors: ExpectedDoors = {
  [`GET ${CONTACT_PAGE} jour`]: open,
  [`GET ${paths.sent} jour`]: open,
  [`POST ${ENQUIRY_FORMS} jour`]: { ...open, ask: async () => ({ body: {} }) },
  [`POST ${readerPaths.all} jour`]: coordinator({}),
  [`POST ${readerPaths.choose} jour`]: coordinator({ kind: "giving", team: "board" }),
  [`GET ${paths.form} jour`]: { ...open, ask: async () => ({ path }) },
  [`POST ${paths.form} jour`]: {
    ...{ who: "anyone", where: "jour", told: { rest: 303 }, only: ["nobody", "inside"] },
    async ask(world) {
      await hasTeamKey(world, "mira", "office");
      const once = randomBytes(32).toString("base64url");
      return { path, body: { once, "q.about": "site", "q.words": "Hej" } };
    },
  },
};
