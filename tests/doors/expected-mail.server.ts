import { mailPaths } from "../../src/channels/mail/contract.ts";
import type { ExpectedDoors } from "./expected-door.server.ts";

export const mailDoors: ExpectedDoors = {
  [`POST ${mailPaths.state} jour`]: {
    ...{ who: "jour.set", where: "jour", told: { coordinator: 200 } },
    ask: async () => ({ body: {} }),
  },
};
