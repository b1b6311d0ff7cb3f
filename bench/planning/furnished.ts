import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Database, JourId, TenantTx } from "../../src/platform/database/index.server.ts";
import { WISHES } from "../../src/planning/contract.ts";
import { insertShift, putPerson, putWish } from "../../src/planning/store.server.ts";
import { monthOf } from "./month.ts";

const HOUR = 3_600_000;

/** A coordinator who is signed in at a jour with so many volunteers and a month that nobody has planned yet. */
export async function furnishMonth(
  database: Database,
  people: number,
  month: string,
): Promise<{ readonly host: string; readonly cookie: string }> {
  const jour = await database.shared((tx) =>
    tx.row<{ id: JourId; host: string }>(
      "select j.id, h.host from jours j join hosts h on h.jour_id = j.id order by h.host limit 1",
    ),
  );
  if (!jour) throw new Error("no jour was founded");
  const { shifts, people: helpers, wishes } = monthOf(people, people * 100, month);
  const ids = new Map(
    [...helpers.map(({ member }) => member), ...shifts.map(({ id }) => id)].map((name) => [
      name,
      randomUUID(),
    ]),
  );
  const idOf = (name: string): string => ids.get(name) ?? "";
  const cookie = await database.tenant(jour.id, async (tx) => {
    for (const { member, standing, knows, most } of helpers) {
      await insertMember(tx, idOf(member), "volunteer");
      await putPerson(tx, idOf(member), { standing, knows, mostAMonth: most });
    }
    for (const { id, startsAt, endsAt, needed, atLeast } of shifts) {
      const day = new Date(startsAt).toISOString().slice(0, 10);
      await insertShift(tx, {
        ...{ id: idOf(id), pattern: null, day, kind: "shift", face: null, title: "Chatt" },
        ...{ startsAt, endsAt, needed, atLeast },
      });
    }
    for (const line of wishes.split("\n")) {
      const [shift = "", member = "", said] = line.split(" ");
      const wish = WISHES.find((one) => one === said);
      if (wish) await putWish(tx, idOf(shift), idOf(member), wish);
    }
    return signIn(tx);
  });
  return { host: jour.host, cookie };
}

async function signIn(tx: TenantTx): Promise<string> {
  const [coordinator, token] = [randomUUID(), randomBytes(32)];
  await insertMember(tx, coordinator, "coordinator");
  const hash = createHash("sha256").update(token).digest();
  await tx.rows(
    `insert into staff_sessions (token_hash, id, jour_id, member_id, way, started_at, idle_until, expires_at)
     values ($1, $2, $3, $4, 'passkey', now(), $5, $5)`,
    [hash, randomUUID(), tx.jour, coordinator, new Date(Date.now() + 2 * HOUR)],
  );
  return `__Host-lykta=${token.toString("base64url")}`;
}

async function insertMember(tx: TenantTx, id: string, role: string): Promise<void> {
  await tx.rows(
    `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
     values ($1, $2, 'Sara', $3, 'active', '', $4, $5, date_trunc('month', now()))`,
    [id, tx.jour, role, randomBytes(32), randomBytes(1216)],
  );
}
