import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { readLog } from "../../protocol/trust/log.ts";
import { sameBytes } from "../bytes.ts";
import type { Deps } from "../deps.server.ts";
import { allMembers } from "../members-store.server.ts";
import { readTrust } from "../trust-store.server.ts";
import { nextLapse, stepAt } from "./lapse.ts";
import { putReminded, reminded } from "./store.server.ts";

/**
 * Tells those who hold a key of the root that somebody's right to sign is about to lapse: three, one week
 * and two days before. What is told and that it was are one transaction.
 */
export async function remindOfLapse(
  { database, suite, now }: Deps,
  jour: JourId,
  tell: (tx: TenantTx, members: readonly string[], at: number) => Promise<void>,
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    const { log } = await readTrust(tx);
    if (log.length === 0) return;
    const entries = log.map((entry) => new Uint8Array(entry));
    const state = await readLog(suite, entries, uuidBytes(jour));
    const members = (await allMembers(tx)).filter(({ status }) => status === "active");
    const coordinators = members.filter(({ role }) => role === "coordinator");
    const lapse = nextLapse(
      state,
      coordinators.map(({ identity_key }) => identity_key),
      now(),
    );
    const step = lapse ? stepAt(lapse.at, now()) : 0;
    if (!lapse || step === 0) return;
    const before = await reminded(tx);
    if (before && before.lapses_at.getTime() === lapse.at && before.step >= step) return;
    const keys = state.root?.keys ?? [];
    const holders = members.filter((one) => keys.some((key) => sameBytes(key, one.identity_key)));
    await tell(
      tx,
      holders.map(({ id }) => id),
      lapse.at,
    );
    await putReminded(tx, new Date(lapse.at), step);
  });
}
