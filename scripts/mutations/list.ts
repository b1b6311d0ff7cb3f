import { locate } from "./by-hand.ts";
import { inBrowser } from "./in-browser.ts";
import { inBlocks } from "./in-blocks.ts";
import { inConversation } from "./in-conversation.ts";
import { inDesk } from "./in-desk.ts";
import { inEndings } from "./in-endings.ts";
import { inLetters } from "./in-letters.ts";
import { inMessages } from "./in-messages.ts";
import { inRecords } from "./in-records.ts";
import { inRoster } from "./in-roster.ts";
import { inState } from "./in-state.ts";
import { inTrust } from "./in-trust.ts";
import { type Mutation, numbered, protocolFiles, scan, sourceOf } from "./scan.ts";

export const chapters = [
  inBlocks,
  inTrust,
  inConversation,
  inRoster,
  inMessages,
  inEndings,
  inState,
  inLetters,
  inRecords,
  inBrowser,
  inDesk,
] as const;

/** Every verification: those that the source itself names, then those that only a reader sees. */
export function allMutations(house: string): Mutation[] {
  const named = protocolFiles(house).flatMap((file) => scan(file, sourceOf(house, file)));
  const both = numbered([...named, ...locate(house, chapters)]);
  for (const id of Object.keys(otherwise))
    if (!both.some((one) => one.id === id)) throw new Error(`no longer in the source: ${id}`);
  const put = ({ id, put: plain }: Mutation): string => otherwise[id] ?? plain;
  return both
    .map((one) => ({ ...one, put: put(one) }))
    .toSorted((a, b) => compare(a.file, b.file) || a.start - b.start);
}

/** Pages that hear the protocol's verdict and out of which nothing of their own has been taken yet. */
export const notYet: readonly string[] = [
  "src/care/notes.browser.ts",
  "src/counselling/supporters/briefs.browser.ts",
  "src/letters/contact/files.browser.ts",
  "src/letters/contact/post.browser.ts",
  "src/letters/desk/inbox-app.browser.ts",
  "src/people/custody/custody.browser.ts",
  "src/people/staff.browser.ts",
  "src/records/copies-app.browser.ts",
  "src/records/records-app.browser.ts",
  "src/shifts/duty-key.browser.ts",
];

/** Where the plain way of taking it out would leave it in: what follows would refuse all the same. */
const otherwise: Readonly<Record<string, string>> = {
  'src/protocol/codec.ts text take: refuse("malformed")': "new TextDecoder().decode(bytes)",
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
