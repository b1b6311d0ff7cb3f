import { lockMailbox } from "../letters/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { INTAKE } from "../protocol/index.ts";
import type { Board, Reason, Stage } from "./contract.ts";
import { moveRequest, standings } from "./store.server.ts";

export interface CounsellingDeps {
  readonly database: Database;
  readonly now: () => number;
  /** The mailbox that a token opens. */
  find(
    jour: JourId,
    token: Uint8Array,
  ): Promise<Result<Uint8Array, "mailbox-unknown" | "try-again">>;
  members(jour: JourId): Promise<readonly { id: string; name: string; teams: readonly string[] }[]>;
}

export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}

export async function isInTeam(deps: CounsellingDeps, { jour, member }: Asker): Promise<boolean> {
  const members = await deps.members(jour);
  return members.some(({ id, teams }) => id === member && teams.includes(INTAKE));
}

export async function board({ database }: CounsellingDeps, { jour }: Asker): Promise<Board> {
  const rows = await database.tenant(jour, standings);
  return {
    standings: rows.map(({ mailbox_id, stage, reason, version }) => ({
      ...{ mailbox: mailbox_id.toString("base64url"), stage, reason, version },
    })),
  };
}

export interface Move {
  readonly mailbox: Uint8Array;
  readonly stage: Stage;
  readonly reason: Reason | null;
  readonly version: number;
}

/** The second of two who move it at once is told, and sees first what the other did. */
export async function move(
  { database }: CounsellingDeps,
  { jour }: Asker,
  wished: Move,
): Promise<Result<undefined, "mailbox-unknown" | "changed-meanwhile" | "bad-input">> {
  if ((wished.stage === "closed") !== (wished.reason !== null)) return fail("bad-input");
  return database.tenant<Result<undefined, "mailbox-unknown" | "changed-meanwhile">>(
    jour,
    async (tx) => {
      const row = await lockMailbox(tx, wished.mailbox);
      if (row?.team !== "intake") return fail("mailbox-unknown");
      return (await moveRequest(tx, wished)) ? ok() : fail("changed-meanwhile");
    },
  );
}
