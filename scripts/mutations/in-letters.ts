import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/letters/${name}.ts`;

export const inLetters: Chapter = {
  [at("box")]: [
    {
      what: "any padding of a letter is taken",
      find: "return unpad(await suite.aesOpen(key, ZERO_NONCE, info, box.sealed));",
      put: "const padded = await suite.aesOpen(key, ZERO_NONCE, info, box.sealed);\n  return padded.subarray(4, 4 + new DataView(padded.buffer, padded.byteOffset).getUint32(0)) || unpad(padded);",
    },
  ],
  [at("read")]: [
    {
      what: "a letter's signature is not looked at",
      find: "await letter.open(suite, signer, bytes)",
      put: "letter.peek(bytes)",
    },
    {
      what: "a note's signature is not looked at",
      find: "await sheet.open(suite, key.sign, bytes)",
      put: "sheet.peek(bytes)",
    },
    {
      what: "a mark's signature is not looked at",
      find: 'await mark.open(suite, signer ?? refuse("team-key-unknown"), bytes)',
      put: 'mark.peek(signer ? bytes : refuse("team-key-unknown"))',
    },
    {
      what: "attachments are shown that the letter does not list",
      find: "  checkAttachments(header, content);\n",
      put: "",
    },
  ],
  [at("write")]: [
    {
      what: "a letter may be empty, or too long",
      find: "  checkText(content.text, content.attachments.length === 0);\n",
      put: "",
    },
    {
      what: "a note may be empty, or too long",
      find: '  checkText(content.text, header.kind === "note");\n',
      put: "",
    },
  ],
  [at("team-key")]: [
    {
      what: "the word of a delegate for a team key is not looked at",
      find: "await teamKey.open(suite, delegate, bytes)",
      put: "teamKey.peek(bytes)",
    },
  ],
};
