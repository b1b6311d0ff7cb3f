import { openPhone, type Phone } from "../channels/phone/index.server.ts";
import type { Letters } from "../letters/index.server.ts";
import type { Config } from "../platform/config.server.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { Glances } from "../platform/http/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import { LETTERS } from "../protocol/index.ts";
import { facesOf, phoneAnnounced } from "../site/index.server.ts";
import type { Counters } from "../statistics/index.server.ts";

/** The telephone, with what it needs of the others. */
export function phoneOf(
  { config, database }: { readonly config: Config; readonly database: Database },
  rooms: {
    readonly live: Live;
    readonly letters: Letters;
    readonly counters: Counters;
    readonly glances: Glances;
  },
): Phone {
  const { live, letters, counters, glances } = rooms;
  return openPhone({
    ...{ database, secret: config.secret, now: Date.now, neighbours: live.neighbours },
    faces: (jour) => facesOf(database, jour),
    async announced(jour, face) {
      const said = await phoneAnnounced(database, jour, face, Date.now());
      return { open: said.open, opensAt: said.open ? null : said.opensAt };
    },
    lettersTaken: async (jour, face) => (await letters.start(jour, face, LETTERS)).teamKey !== null,
    count: (what) => counters.count(what),
    changed: () => glances.forget(),
  });
}
