import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { HouseMark, HouseSeal } from "../platform/house-seal.server.ts";
import type { Standing, ToSend } from "../platform/mail/index.server.ts";

/** The way out for mail, as the house has it. */
export interface LectureMail {
  /** From which address the jour sends; undefined where it has no mail. */
  from(jour: JourId): Promise<string | undefined>;
  queue(tx: TenantTx, from: string, mail: ToSend): Promise<unknown>;
  standings(tx: TenantTx): Promise<readonly Pick<Standing, "about" | "dead">[]>;
  /** What waits about a booking that is deleted goes with it. */
  forget(tx: TenantTx, about: Uint8Array): Promise<void>;
}

export interface EducationDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly seal: HouseSeal;
  /** Under the links by which schools come back. */
  readonly mark: HouseMark;
  readonly mail: LectureMail;
  members(jour: JourId): Promise<readonly { id: string; name: string; teams: readonly string[] }[]>;
  /** What the jour is called where it signs. */
  nameOf(jour: JourId): Promise<string>;
  /** Where the site of the jour is, without a slash at its end. */
  siteOf(jour: JourId): Promise<string>;
  /** When a member is taken, whatever by. */
  eventsOf(
    jour: JourId,
    member: string,
  ): Promise<readonly { id: string; startsAt: number; endsAt: number; isTaken: boolean }[]>;
  /** What stands on the site has changed. */
  changed(): void;
}

export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}
