import { z } from "zod";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { defineDoor, type Door } from "../../platform/http/index.server.ts";
import type { Outbox } from "../../platform/mail/index.server.ts";
import { fail, ok } from "../../platform/result.ts";
import type { JourMail } from "./accounts.server.ts";
import { type MailState, mailPaths } from "./contract.ts";
import { stateOf } from "./store.server.ts";

interface StateParts {
  readonly database: Database;
  readonly outbox: Outbox;
  accountsOf(jour: JourId): Promise<JourMail[]>;
}

async function look(
  { database, outbox, accountsOf }: StateParts,
  jour: JourId,
): Promise<MailState> {
  const accounts = await accountsOf(jour);
  if (accounts.length === 0) return { mail: null };
  const [state, standings] = await database.tenant(jour, async (tx) => [
    await stateOf(tx),
    await outbox.standings(tx),
  ]);
  const waiting = standings.filter(({ dead, sent }) => !dead && !sent);
  return {
    mail: {
      addresses: accounts.map(({ address }) => address),
      isFetched: accounts.some(({ imap }) => imap !== undefined),
      fetchedAt: state?.fetched_at?.toISOString() ?? null,
      fault: state?.fault ?? null,
      leftBehind: state?.left_behind ?? 0,
      waiting: waiting.length,
      givenUp: standings.filter(({ dead }) => dead).length,
      sendingFault: waiting.find(({ fault }) => fault !== null)?.fault ?? null,
    },
  };
}

export const mailDoors = (parts: StateParts): Door[] => [
  defineDoor({
    ...{ method: "POST", host: "jour", access: "jour.set", path: mailPaths.state },
    body: z.object({}),
    handle: async ({ host }) =>
      host.jour ? ok(await look(parts, host.jour.id)) : fail("not-found"),
  }),
];
