import { concat } from "../bytes.ts";
import { letter, mailboxFrame, mark, share, sheet, teamKey } from "../letters/objects.ts";
import type { RefusalCode } from "../refusal.ts";
import type { Signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import { flip, refusedBy } from "./blocks.ts";

/** An object with the lowest bit of a byte changed, without its last bytes, or with zeros behind it. */
export type Change = { byte: number } | { cut: number } | { more: number };

export const changed = (given: Uint8Array, change: Change): Uint8Array => {
  if ("byte" in change) return flip(given, change.byte);
  if ("cut" in change) return given.slice(0, -change.cut);
  return concat(given, bytes(0, change.more));
};

type Read = (suite: Suite, given: Uint8Array, signer: Uint8Array) => Promise<unknown>;
const one =
  <T>(kind: Signed<T>): Read =>
  (suite, given, signer) =>
    kind.open(suite, signer, given);
const bare =
  <T>(kind: { decode(given: Uint8Array): T }): Read =>
  async (_suite, given) =>
    kind.decode(given);

const readers = {
  "team key": one(teamKey),
  share: bare(share),
  mailbox: bare(mailboxFrame),
  letter: one(letter),
  sheet: one(sheet),
  mark: one(mark),
};

export interface Described {
  kind: keyof typeof readers;
  given: Uint8Array;
  signer?: Uint8Array;
}

/** Bytes in which the lowest bit makes a value that there is not. */
const impossible: Record<keyof typeof readers, [string, number][]> = {
  "team key": [
    ["a text above its limit", 18],
    ["a time above 2^53", 33],
  ],
  share: [],
  mailbox: [],
  letter: [
    ["an author that there is not", 34],
    ["a list above its limit", 103],
  ],
  sheet: [["a kind that there is not", 18]],
  mark: [["an author that there is not", 18]],
};

/** One of each kind with its fields, and changes after which it must be refused. */
export const objects = (suite: Suite, all: Described[]) =>
  Promise.all(
    all.map(async ({ kind, given, signer }) => {
      const read = (bytesOf: Uint8Array) => readers[kind](suite, bytesOf, signer ?? bytes(0));
      const rows: [string, RefusalCode, Change][] = [
        ["another version", "unknown-version", { byte: 0 }],
        ["another type", "wrong-type", { byte: 1 }],
        ["a byte too many", "trailing-bytes", { more: 1 }],
        ["a byte too few", "malformed", { cut: 1 }],
        ...impossible[kind].map(([why, byte]): [string, RefusalCode, Change] => [
          why,
          "malformed",
          { byte },
        ]),
      ];
      if (signer)
        rows.push(["a bit of the signature", "bad-signature", { byte: given.length - 1 }]);
      const spoilt = rows.map(async ([why, code, change]) => {
        const refused = await refusedBy(() => read(changed(given, change)), code);
        return { why, change, refused };
      });
      const fields = await read(given);
      return {
        kind,
        bytes: given,
        ...(signer && { signer }),
        fields,
        spoilt: await Promise.all(spoilt),
      };
    }),
  );
