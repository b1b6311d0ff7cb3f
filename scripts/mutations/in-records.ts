import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/records/${name}.ts`;

export const inRecords: Chapter = {
  [at("pledge")]: [
    {
      what: "a pledge's signature is not looked at",
      find: "await pledge.open(suite, checks.identity, bytes)",
      put: "pledge.peek(bytes)",
    },
  ],
  [at("review")]: [
    {
      what: "a review's signature is not looked at",
      find: "await review.open(suite, checks.identity, bytes)",
      put: "review.peek(bytes)",
    },
    {
      what: "the order in which the server gives the lines matters",
      find: "lines.toSorted()",
      put: "lines",
    },
    {
      what: "how often somebody looked is not signed",
      find: "[day, who, whose, what, times]",
      put: "[day, who, whose, what]",
    },
  ],
  [at("extract")]: [
    {
      what: "a copy's key is sealed to nobody in particular",
      find: "concat(about(of), reader)",
      put: "about(of)",
    },
    {
      what: "a copy opens with the key of whoever stands first",
      find: "equal(reader, self.member)",
      put: "reader.length > 0",
    },
  ],
  [at("handed-in")]: [
    {
      what: "the signature of her who handed the extracts in is not looked at",
      find: "await handedIn.open(suite, checks.identity, bytes)",
      put: "handedIn.peek(bytes)",
    },
  ],
  [at("note")]: [
    {
      what: "any padding of a note of supervision is taken",
      find: "const content = unpad(await suite.aesOpen(secret, ZERO_NONCE, info, value.sealed));",
      put: "const padded = await suite.aesOpen(secret, ZERO_NONCE, info, value.sealed);\n    const content = padded.subarray(4, 4 + new DataView(padded.buffer, padded.byteOffset).getUint32(0));\n    void unpad;",
    },
    {
      what: "a note's signature is not looked at",
      find: "await noteWords.open(suite, of.identity, content)",
      put: "noteWords.peek(content)",
    },
  ],
  "src/protocol/supporters/brief.ts": [
    {
      what: "whoever the register knows may ask a supporter",
      find: "authorOf(given, header.author).identity",
      put: '(given.trust.members.find(({ id }) => equal(id, header.author)) ?? refuse("member-not-in-directory")).identity',
    },
    {
      what: "a brief's signature is not looked at",
      find: "return brief.open(suite, authorOf(given, header.author).identity, bytes);",
      put: "authorOf(given, header.author);\n  return brief.peek(bytes);",
    },
  ],
};
