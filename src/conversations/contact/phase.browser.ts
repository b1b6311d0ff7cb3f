import type { LetterRoom } from "../../letters/index.browser.ts";
import type { Line } from "../talk-lines.ts";
import type { Ending, Sentence } from "./failures.ts";

/** Where she is in the page. */
export type Phase =
  | { readonly at: "before" }
  | { readonly at: "elsewhere"; readonly why: "not-received" | "closed" }
  | { readonly at: "knocking" }
  | { readonly at: "failed"; readonly sentence: Sentence }
  | { readonly at: "room" }
  | { readonly at: "ending" }
  | { readonly at: "letters"; readonly room: LetterRoom }
  | Over;

export interface Over {
  readonly at: "over";
  readonly how: Ending;
  /** Of her own end: the server said that all is destroyed. Of another's: nothing is missing here. */
  readonly sure: boolean;
  /** What is left on her screen until she empties it. */
  readonly lines: readonly Line[];
}
