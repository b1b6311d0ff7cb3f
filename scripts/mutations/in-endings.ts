import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/conversation/${name}.ts`;

export const inEndings: Chapter = {
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
      find: "state.epoch?.secret !== undefined && isWhole(state)",
      put: "isWhole(state)",
    },
    {
      what: "the end is confirmed to who was not told what was before",
      find: "  !transcript.due && !holes",
      put: "  !holes",
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
      what: "every end is confirmed",
      find: "isWhole(state) && complete(state, counters)",
      put: "true",
    },
    {
      what: "any frame is taken for the own goodbye",
      find: "if (!farewell || !equal(bytes, farewell)) {",
      put: "if (!farewell) {",
    },
    {
      what: "who ends takes it for logged what never came into the log",
      find: "const confirmed = !pending[0] && isWhole(state);",
      put: "const confirmed = isWhole(state);",
    },
    {
      what: "who ends is told that nothing is missing in spite of holes",
      find: "const confirmed = !pending[0] && isWhole(state);",
      put: "const confirmed = !pending[0];",
    },
    {
      what: "who ends forgets what was on its way",
      find: "  state.pending = pending;\n",
      put: "",
    },
    {
      what: "who ends does not notice an epoch that voids her last words",
      find: "    if (bytes[1] === TYPE.epoch && pending[0]) state.holes = true;\n",
      put: "",
    },
    {
      what: "the end leaves keys and words",
      find: '  state.over = "ended";\n  eraseKeys(state);\n  return join',
      put: '  state.over = "ended";\n  return join',
    },
  ],
};
