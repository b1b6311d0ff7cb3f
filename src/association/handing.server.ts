import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { Standing } from "../platform/mail/index.server.ts";
import type { AssociationDeps } from "./deps.server.ts";
import type { CallProgress } from "./meeting-contract.ts";

/** A mail costs a key on disk: so many in one transaction. */
const AT_ONCE = 20;

interface About {
  readonly jour: string;
  readonly origin: string;
  readonly from: string;
}

/**
 * What waits is handed to the way out for mail, some at a time: marked and queued in one step. What a killed
 * process left is taken by the next sweep.
 */
export async function inPortions<Waiting>(
  deps: AssociationDeps,
  jour: JourId,
  take: (tx: TenantTx, most: number) => Promise<readonly Waiting[]>,
  mailOne: (tx: TenantTx, one: Waiting, about: About) => Promise<void>,
): Promise<void> {
  const from = await deps.mail.from(jour);
  if (from === undefined) return;
  const about = { jour: await deps.nameOf(jour), origin: await deps.originOf(jour), from };
  for (;;) {
    const handed = await deps.database.tenant(jour, async (tx) => {
      const taken = await take(tx, AT_ONCE);
      for (const one of taken) await mailOne(tx, one, about);
      return taken.length;
    });
    if (handed < AT_ONCE) return;
  }
}

/** Begins with her number: by that it is forgotten with her, whatever has become of the call meanwhile. */
export const aboutHer = ({ member, id }: Pick<Handed, "member" | "id">): Uint8Array =>
  Buffer.concat([uuidBytes(member), uuidBytes(id)]);

interface Handed {
  readonly id: string;
  readonly member: string;
  readonly isHanded: boolean;
}
type Standings = readonly Pick<Standing, "about" | "dead" | "fault" | "sent">[];

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A mail of which the outbox knows nothing any more has gone. */
export function progressOf(standings: Standings) {
  const known = new Map(
    standings.flatMap((one) => (one.about ? [[hexOf(one.about), one] as const] : [])),
  );
  return (mails: readonly Handed[]): CallProgress => {
    const found = mails.map((one) => ({ ...one, standing: known.get(hexOf(aboutHer(one))) }));
    const dead = found.filter(({ standing }) => standing?.dead);
    const waiting = found.filter(
      ({ isHanded, standing }) => !isHanded || (standing && !standing.dead && !standing.sent),
    );
    return {
      waiting: waiting.length,
      tried: waiting.filter(({ standing }) => standing?.fault).length,
      sent: found.length - dead.length - waiting.length,
      failed: dead.map(({ member }) => member),
    };
  };
}
