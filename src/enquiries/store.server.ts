import type { TenantTx } from "../platform/database/index.server.ts";
import type { EnquiryTeam } from "../platform/teams.ts";
import type { EnquiryKind } from "./contract.ts";

export interface Choice {
  readonly kind: EnquiryKind;
  readonly team: EnquiryTeam;
}

export const choices = (tx: TenantTx): Promise<Choice[]> =>
  tx.rows("select kind, team from enquiry_readers");

export async function saveChoice(tx: TenantTx, { kind, team }: Choice): Promise<void> {
  await tx.rows(
    `insert into enquiry_readers (jour_id, kind, team) values ($1, $2, $3)
     on conflict (jour_id, kind) do update set team = excluded.team`,
    [tx.jour, kind, team],
  );
}
