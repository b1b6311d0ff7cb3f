import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/conversation/${name}.ts`;

export const inMessages: Chapter = {
  [at("messages")]: [
    {
      what: "who has no key writes",
      find: "const epoch = active(state);",
      put: "const epoch = { hash: new Uint8Array(32), secret: new Uint8Array(32), ...state.epoch } as Active;",
    },
    {
      what: "what is written after a goodbye can be read by who said it",
      find: "const held = isStale(state);",
      put: "const held = false;",
    },
    {
      what: "what waits is sealed under an epoch that still holds who has left",
      find: "  if (isStale(state)) {\n    state.pending",
      put: "  if (state.over) {\n    state.pending",
    },
    {
      what: "who is not in the room, or has left, is heard",
      find: "const sender = present(state, tab);",
      put: "const sender = state.candidates.get(name(tab))?.member ?? present(state, tab);",
    },
    {
      what: "a counter may come again",
      find: "  state.last.set(name(tab), counter);\n",
      put: "",
    },
    {
      what: "a word that was refused in a member's name is nobody's, and cannot be missing",
      find: "  if (epoch?.secret) state.holes = true;\n",
      put: "",
    },
    {
      what: "what was passed over, and is not told as missing, is not missing",
      find: "state.holes = holes || counter > last + 1;",
      put: "state.holes = holes;",
    },
    {
      what: "a newcomer believes a number that nobody has signed",
      find: "state.watched.set(name(tab) + counter, seq);",
      put: "state.last.set(name(tab), counter);",
    },
    {
      what: "holes in a counter are not told",
      find: "from < counter ? [missing(state, tab, from, counter - 1)] : []",
      put: "from < 0 ? [missing(state, tab, from, counter - 1)] : []",
    },
    {
      what: "a message needs no transcript before it",
      find: "    checkTranscript(state, sender),\n",
      put: "",
    },
    {
      what: "nobody counts what others have seen",
      find: "    checkCounters(state, content.counters),\n",
      put: "",
    },
    {
      what: "nobody compares logs at a message",
      find: "    checkReached(state, content.reached, seq),\n",
      put: "",
    },
    {
      what: "nobody compares directories at a message",
      find: "    checkDirectory(state, content.directory, seq),\n",
      put: "",
    },
    {
      what: "marks of another log are believed",
      find: "sameLog(state, content.reached) ?",
      put: "content.reached ?",
    },
    {
      what: "who wrote a message is whoever it says",
      find: "await openInside(suite, LABEL.message, sender.key, aad, inside)",
      put: '(await import("../pad.ts")).unpad(inside).slice(0, -64)',
    },
    {
      what: "the associated data leaves out the counter",
      find: "messageContext.encode({ epoch: hash, tab, counter })",
      put: "messageContext.encode({ epoch: hash, tab, counter: 0 })",
    },
    {
      what: "all tabs share one key",
      find: "labelled(LABEL.messageKey, tab)",
      put: "labelled(LABEL.messageKey)",
    },
    {
      what: "one counter is used again and again",
      find: "  state.counter = pending.counter;\n",
      put: "",
    },
    {
      what: "what another epoch overtook is lost",
      find: "    again.map(({ frame }) => frame),\n",
      put: "    again.slice(0, 0).map(({ frame }) => frame),\n",
    },
    {
      what: "others are told of words that have not gone out",
      find: "ownCounters(state, counter - 1)",
      put: "ownCounters(state, state.counter)",
    },
  ],
  [at("inside")]: [
    {
      what: "the signature inside is not looked at",
      find: "  await verify(suite, label, key, concat(context, content), inner.slice(-SIGNATURE));\n",
      put: "",
    },
    {
      what: "any padding is taken",
      find: "const inner = unpad(padded);",
      put: "const inner = padded.subarray(4, 4 + new DataView(padded.buffer, padded.byteOffset).getUint32(0));",
    },
  ],
};
