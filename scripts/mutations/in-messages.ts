import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/conversation/${name}.ts`;

export const inMessages: Chapter = {
  [at("messages")]: [
    {
      what: "who has no key writes",
      find: "  active(state);\n  const id",
      put: "  const id",
    },
    {
      what: "words are sealed with a key that somebody has whom nobody is there with",
      find: "const epoch = active(state);",
      put: 'const { active: whatever } = await import("./state.ts");\n  const epoch = whatever({ ...state, over: undefined });',
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
      find: "  state.last.set(name(tab), counter);\n  const from",
      put: "  const from",
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
      what: "who was put out, or has ended, still opens",
      find: "await box(state, active(state), sender.tab, counter)",
      put: "await box(state, active({ ...state, over: undefined }), sender.tab, counter)",
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
  [at("direct")]: [
    {
      what: "who has no key writes notes",
      find: "  active(state);\n  const to",
      put: "  const to",
    },
    {
      what: "a note goes to who is not in the room",
      find: "const to = present(state, tab);",
      put: "const to = state.candidates.get(name(tab))?.member ?? present(state, tab);",
    },
    {
      what: "another's letter is opened",
      find: "  if (!isSelf(state, to)) return step();\n",
      put: "",
    },
    {
      what: "who is not in the room yet is told things",
      find: "  active(state);\n  const sender",
      put: "  const sender",
    },
    {
      what: "who is not in the room, or has left, writes letters",
      find: "const sender = present(state, from);",
      put: "const sender = state.candidates.get(name(from))?.member ?? present(state, from);",
    },
    {
      what: "a letter counts as often as it comes",
      find: "  state.directSeen.add(name(id));\n",
      put: "",
    },
    {
      what: "a letter's signature is not looked at",
      find: "    await openInside(suite, LABEL.direct, sender.key, context, inside),\n",
      put: '    (await import("../pad.ts")).unpad(inside).slice(0, -64),\n',
    },
    {
      what: "a missing transcript is missed by nobody",
      find: 'if (role !== "seeker" || !due) return step();',
      put: "return step();",
    },
    {
      what: "anybody's word shows that the transcript is missing",
      find: 'if (role !== "seeker" || !due) return step();',
      put: "if (!due) return step();",
    },
    {
      what: "a hole in the transcript is not told",
      find: "part > expected ? [missing(state, tab, expected, part - 1)] : []",
      put: "part > 9999 ? [missing(state, tab, expected, part - 1)] : []",
    },
    {
      what: "the transcript is whole after its first part",
      find: "due: part < parts,",
      put: "due: false,",
    },
    {
      what: "a volunteer tells the transcript",
      find: 'if (state.self.role !== "seeker" || state.epoch?.number === 0) return step();',
      put: "if (state.epoch?.number === 0) return step();",
    },
  ],
  [at("endings")]: [
    {
      what: "a goodbye's signature is not looked at",
      find: "await leave.open(state.options.suite, member.key, bytes)",
      put: "leave.peek(bytes)",
    },
    {
      what: "a goodbye counts again and again",
      find: "waiting && !state.left.has(name(tab)) ? waiting.member",
      put: "waiting ? waiting.member",
    },
    {
      what: "who left is still there",
      find: "  state.left.add(name(tab));\n  state.wanted",
      put: "  state.wanted",
    },
    {
      what: "who left is still wanted",
      find: "  state.wanted.delete(name(tab));\n",
      put: "",
    },
    {
      what: "nobody counts at a goodbye",
      find: "    checkCounters(state, [{ tab, counter }]),\n",
      put: "",
    },
    {
      what: "nobody compares logs at a goodbye",
      find: "    checkReached(state, reached, seq),\n    step",
      put: "    step",
    },
    {
      what: "who has no key ends",
      find: "  active(state);\n  const { tab }",
      put: "  const { tab }",
    },
    {
      what: "who is not in the room ends",
      find: "const author: Member = present(state, tab);",
      put: "const author: Member = state.candidates.get(name(tab))?.member ?? present(state, tab);",
    },
    {
      what: "an end's signature is not looked at",
      find: "await end.open(state.options.suite, author.key, bytes)",
      put: "end.peek(bytes)",
    },
    {
      what: "an end needs no transcript before it",
      find: "join(checkTranscript(state, author), checkReached(state, reached, seq))",
      put: "join(checkReached(state, reached, seq))",
    },
    {
      what: "nobody compares logs at the end",
      find: "join(checkTranscript(state, author), checkReached(state, reached, seq))",
      put: "join(checkTranscript(state, author))",
    },
    {
      what: "the end is confirmed to who has only watched",
      find: "epoch?.secret !== undefined && !transcript.due",
      put: "epoch !== null && !transcript.due",
    },
    {
      what: "the end is confirmed to who was not told what was before",
      find: " && !transcript.due && !holes",
      put: " && !holes",
    },
    {
      what: "the end is confirmed in spite of holes",
      find: " && !holes && !forked;",
      put: " && !forked;",
    },
    {
      what: "the end is confirmed in spite of another log",
      find: " && !holes && !forked;",
      put: " && !holes;",
    },
    {
      what: "the end is confirmed in spite of a tail that was cut off",
      find: "return came && seen === state.counter;",
      put: "return seen === state.counter;",
    },
    {
      what: "the end is confirmed although she who ended had not had all",
      find: "return came && seen === state.counter;",
      put: "return came;",
    },
    {
      what: "the end leaves keys and words",
      find: '  state.over = "ended";\n  eraseKeys(state);\n  return join',
      put: '  state.over = "ended";\n  return join',
    },
  ],
};
