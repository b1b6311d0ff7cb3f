import type { JourId } from "../../platform/database/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import type { Failing } from "../contact/failures.ts";

export interface Place {
  readonly jour: JourId;
  readonly face: string;
}

/** What went wrong, as the page tells it: a sentence of the letters, or one of these pages' own. */
export type Fault =
  | { readonly is: Failing | "sealedCode" | "notSure" | "away" | "closedMailbox" }
  | { readonly is: "wrongNumber"; readonly given: number }
  | { readonly is: "wrongWord"; readonly number: number }
  | {
      readonly is: "unknownWord";
      readonly word: string;
      readonly number: number;
      readonly meant: string;
    };

/** Where she is, and what stands around the page. */
export interface Found {
  readonly sign: FaceSign;
  readonly place: Place;
}

/** What the page after a form shows, once. */
export type Shown =
  | {
      readonly is: "write";
      readonly words: readonly string[];
      readonly text: string;
      readonly fault: Fault;
    }
  | { readonly is: "sent"; readonly kept: boolean; readonly expiresOn: string }
  | { readonly is: "read"; readonly typed: string; readonly fault: Fault }
  /** The mailbox was closed before what she wrote there had been sent. */
  | { readonly is: "again"; readonly text: string; readonly typed: string; readonly fault: Fault }
  | {
      readonly is: "mailbox";
      readonly session: string;
      readonly isSent: boolean;
      readonly text: string;
      readonly fault?: Fault;
      /** What came of another module's form. */
      readonly told?: string;
    }
  | { readonly is: "deleted" }
  /** Another module's. */
  | { readonly is: "page"; readonly page: (found: Found) => Page };
