import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { HouseSeal } from "../platform/house-seal.server.ts";
import type { Standing, ToSend } from "../platform/mail/index.server.ts";

/** The way out for mail, as the house has it. */
interface MemberMail {
  /** From which address the jour sends; undefined where it has no mail. */
  from(jour: JourId): Promise<string | undefined>;
  queue(tx: TenantTx, from: string, mail: ToSend): Promise<unknown>;
  standings(tx: TenantTx): Promise<readonly Pick<Standing, "about" | "dead" | "fault" | "sent">[]>;
  /** What waits of whoever is deleted goes with her. */
  forget(tx: TenantTx, about: Uint8Array): Promise<void>;
}

export interface AssociationDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly seal: HouseSeal;
  readonly mail: MemberMail;
  /** What the jour is called where it signs. */
  nameOf(jour: JourId): Promise<string>;
  /** Where its site is found: https://… without a slash at its end. */
  originOf(jour: JourId): Promise<string>;
  /** Those at the desk, for who has written. */
  deskNames(jour: JourId): Promise<readonly { id: string; name: string }[]>;
  /** What stands on the site has changed. */
  changed(): void;
}

export interface Asker {
  readonly jour: JourId;
  /** Of the desk. */
  readonly member: string;
}
