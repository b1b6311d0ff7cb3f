import { u32 } from "../../bytes.ts";
import type { SessionEvent } from "../../conversation/types.ts";
import { LABEL } from "../../labels.ts";
import { Refusal } from "../../refusal.ts";
import type { Suite } from "../../suite/types.ts";
import type { Sign } from "./tab.ts";
import { startsWith } from "./watched-suite.ts";

/** What is wrong in all tabs of a history, to see that it is found. */
export interface Fault {
  readonly suite?: (suite: Suite) => Suite;
  /** What a tab is told and does not show. */
  readonly loses?: (tab: { readonly signs: readonly Sign[] }, event: SessionEvent) => boolean;
}

const SAME = new Uint8Array(32).fill(7);

/** By way of the building blocks. */
export const planted = {
  /** Nobody looks at signatures any more. */
  signatures: (suite) => ({ ...suite, ed25519: { ...suite.ed25519, verify: async () => true } }),
  /** All tabs of all epochs seal under one key. */
  keys: (suite) => ({
    ...suite,
    hkdf: (ikm, salt, info, length) =>
      startsWith(info, LABEL.messageKey)
        ? suite.hkdf(SAME, SAME, SAME, length)
        : suite.hkdf(ikm, salt, info, length),
  }),
  /** Whatever is hashed with that label comes out the same: nobody notices another log. */
  log: (suite) => ({
    ...suite,
    sha256: (data) => (startsWith(data, LABEL.log) ? suite.sha256(u32(1)) : suite.sha256(data)),
  }),
  /** Whatever was sealed to anybody opens to everybody. */
  seals: (suite) => ({
    ...suite,
    xwing: {
      ...suite.xwing,
      encapsulate: async (key) => ({ ...(await suite.xwing.encapsulate(key)), shared: SAME }),
      decapsulate: async () => SAME,
    },
  }),
  /** A fault of ours rather than a refusal. */
  throws: (suite) => ({
    ...suite,
    aesOpen: (...given) =>
      suite.aesOpen(...given).catch((error: unknown) => {
        throw error instanceof Refusal ? new TypeError("planted") : error;
      }),
  }),
} as const satisfies Record<string, Fault["suite"]>;

/** Who was told of something once is not shown what is said after it. */
export const wordsAfterASign: NonNullable<Fault["loses"]> = ({ signs }, { type }) =>
  type === "message" && signs.length > 0;
