import type { JSX } from "preact";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";
import type { ShredStore } from "../platform/shred/index.server.ts";
import type { Result } from "../platform/result.ts";
import type { Suite, VerifiedTrust } from "../protocol/index.ts";
import type { Sending, TeamName } from "./contract.ts";
import type { FaceSign } from "../site/index.server.ts";
import type { Language } from "../ui/languages.ts";
import type { Counted } from "../statistics/index.server.ts";

/** As the gate before conversations gives out and takes back. */
export interface Proof {
  readonly challenge: { readonly parameters: Record<string, unknown>; readonly signature: string };
  readonly solution: { readonly counter: number; readonly derivedKey: string };
}

/** The way out for answers to what came as ordinary mail. */
export interface OrdinaryMail {
  /** In the transaction that keeps the answer: both are durable, or neither. */
  send(
    tx: TenantTx,
    box: { readonly id: Uint8Array; readonly face: string },
    mail: { readonly to: string; readonly text: string },
  ): Promise<Result<undefined, "mail-off" | "address-refused">>;
  /** By mailbox, in hexadecimal: what has not been sent. */
  standings(tx: TenantTx): Promise<ReadonlyMap<string, Sending>>;
}

/** She has deleted everything, or nobody came back to it in time. */
export type WhyGone = "deleted" | "expired";

/** What letters need of the rest of the house; handed in from the entry. */
export interface LetterDeps {
  readonly database: Database;
  /** One key for each mailbox; a store of its own, since letters may be mirrored and chats never. */
  readonly keys: ShredStore;
  readonly suite: Suite;
  readonly now: () => number;
  trust(jour: JourId): Promise<VerifiedTrust | undefined>;
  members(
    jour: JourId,
  ): Promise<
    readonly { id: string; name: string; teams: readonly string[]; sealKey: Uint8Array }[]
  >;
  /** Uses a proof of work up. */
  pass(
    proof: Proof,
  ): Promise<Result<undefined, "proof-invalid" | "proof-outdated" | "proof-spent">>;
  /** Whether a team takes first letters now, apart from its key. */
  mayBegin(jour: JourId, team: TeamName): Promise<boolean>;
  /** A letter's text as its writer would read it, where another module has written it; else the text. */
  inWords(jour: JourId, text: string, language: Language): Promise<string>;
  /** What another module has to offer in an open mailbox without script; its forms carry the session on. */
  besideLetters(
    jour: JourId,
    token: Uint8Array,
    on: { readonly language: Language; readonly session: string },
  ): Promise<JSX.Element | undefined>;
  readonly ordinaryMail: OrdinaryMail;
  /** In the step that takes its row away, once its key is destroyed: what others must be told of it. */
  gone?(tx: TenantTx, mailbox: Uint8Array, why: WhyGone): Promise<void>;
  count(what: Counted): void;
  /** What stands around a page of this host; undefined where there is no face. */
  sign(host: HostView, language: Language): Promise<FaceSign | undefined>;
  answerTimes(jour: JourId, face: string, team: TeamName): ReadonlyMap<string, number>;
}
