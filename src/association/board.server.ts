import { dayOf } from "../calendar/index.server.ts";
import type { AssociationBoard } from "./contract.ts";
import type { Asker, AssociationDeps } from "./deps.server.ts";
import { memberView } from "./present.server.ts";
import { allMembers, settingsOf } from "./store.server.ts";

/** All that the board sees, at once: an association has some hundreds of members. */
export async function board(deps: AssociationDeps, { jour }: Asker): Promise<AssociationBoard> {
  const { database, mail, now, seal } = deps;
  const from = await mail.from(jour);
  return database.tenant(jour, async (tx) => ({
    today: dayOf(now()),
    members: (await allMembers(tx)).map((row) => memberView(seal, jour, row)),
    settings: await settingsOf(tx),
    canSend: from !== undefined,
  }));
}
