import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/conversation/${name}.ts`;

export const inConversation: Chapter = {
  [at("session")]: [
    {
      what: "nobody keeps what log she was given",
      find: "      await follow(state, seq, payload);\n",
      put: "",
    },
    {
      what: "what others sent may throw",
      find: "await attempt(() => hear(state, payload, seq))",
      put: "{ ok: true as const, value: await hear(state, payload, seq) }",
    },
    {
      what: "frames after the own goodbye are heard",
      find: "if (state.farewell) return hearAfterEnd(state, bytes);",
      put: "",
    },
  ],
  [at("reached")]: [
    {
      what: "the same number is enough, whatever lies before it",
      find: "own !== undefined && equal(own, head)",
      put: "own !== undefined",
    },
    {
      what: "a number that this tab never had is believed",
      find: "own !== undefined && equal(own, head)",
      put: "own === undefined || equal(own, head)",
    },
    {
      what: "the hash of the log leaves out the frames",
      find: "state.reached.head, u32(seq), payload)",
      put: "state.reached.head, u32(seq))",
    },
    {
      what: "the hash of the log leaves out what came before",
      find: "labelled(LABEL.log, state.reached.head, u32(seq), payload)",
      put: "labelled(LABEL.log, u32(seq), payload)",
    },
    {
      what: "nobody compares logs at all",
      find: "if (state.forked || sameLog(state, theirs)) return step();",
      put: "return step();",
    },
    {
      what: "a fork is told again and again",
      find: "state.forked || sameLog(state, theirs)",
      put: "sameLog(state, theirs)",
    },
    {
      what: "a fork is not kept in mind",
      find: "  state.forked = true;\n",
      put: "",
    },
  ],
  [at("epochs")]: [
    {
      what: "an epoch's signature is not looked at",
      find: "await epoch.open(state.options.suite, author.key, bytes)",
      put: "epoch.peek(bytes)",
    },
    {
      what: "anybody may be the author of an epoch",
      find: "const author = authorOf(state, core);",
      put: "const author = inRoster(core.roster, core.author) ?? state.self;",
    },
    {
      what: "any roster is taken",
      find: "  checkRoster(state, author, core.roster);\n",
      put: "",
    },
    {
      what: "nobody needs a colleague's word",
      find: "  checkVouched(state);\n",
      put: "",
    },
    {
      what: "who says that she returns needs no word, whatever the log shows",
      find: 'reason === "join" || (reason === "return" && shown === "join")',
      put: 'reason === "join"',
    },
    {
      what: "her own word is as good as a colleague's",
      find: "if (!equal(key, state.self.key)) state.vouched = true;",
      put: "state.vouched = true;",
    },
    {
      what: "a confirm's signature is not looked at",
      find: "await confirm.open(state.options.suite, key, bytes)",
      put: "confirm.peek(bytes)",
    },
    {
      what: "who is not in the room may confirm",
      find: "const { key } = present(state, tab);",
      put: "const { key } = state.candidates.get(name(tab))?.member ?? present(state, tab);",
    },
    {
      what: "an own epoch is taken that this tab did not make",
      find: "own && equal(own.hash, hash) ? own.secret",
      put: "own ? own.secret",
    },
    {
      what: "a void epoch of another is taken for the own one",
      find: "proposal && equal(proposal.hash, hash) ? proposal : undefined",
      put: "proposal",
    },
    {
      what: "an own epoch that was altered on its way is given up",
      find: 'if (!own || heard.code !== "late-epoch") return refuse(heard.code);',
      put: "if (!own) return refuse(heard.code);",
    },
    {
      what: "an own epoch that is void stands in the way of the next",
      find: "  own.secret.fill(0);\n  state.proposal = undefined;\n  return proposeWhatIsLeft(state);",
      put: "  return refuse(heard.code);",
    },
    {
      what: "who was left out of an epoch still reads",
      find: "if (before?.secret && !secret) return putOut(state);",
      put: "if (before?.secret && !secret) return step();",
    },
    {
      what: "a tab that was replaced is not remembered",
      find: "  for (const { tab } of gone) state.out.add(name(tab));\n",
      put: "",
    },
    {
      what: "the secret of the last epoch is kept",
      find: "  before?.secret?.fill(0);\n",
      put: "",
    },
    {
      what: "the secret of a proposal that lost is kept",
      find: "if (state.proposal?.secret !== secret) state.proposal?.secret.fill(0);",
      put: "",
    },
    {
      what: "an epoch that holds no transcript's words needs none before it",
      find: "const told = isNew ? step() : checkTranscript(state, author);",
      put: "const told = step();",
    },
    {
      what: "a newcomer expects no transcript",
      find: "state.transcript.due = number > 0;",
      put: "state.transcript.due = false;",
    },
    {
      what: "nobody compares directories at an epoch",
      find: "    checkDirectory(state, core.directory, seq),\n",
      put: "",
    },
    {
      what: "nobody compares logs at an epoch",
      find: "    checkReached(state, core.reached, seq),\n",
      put: "",
    },
    {
      what: "nobody counts at an epoch",
      find: "    checkCounters(state, core.counters, gone),\n",
      put: "",
    },
    {
      what: "who has just gone is not counted",
      find: "checkCounters(state, core.counters, gone)",
      put: "checkCounters(state, core.counters)",
    },
    {
      what: "a newcomer starts to count from nothing",
      find: "  if (!before?.secret) countFrom(state, core);\n",
      put: "",
    },
    {
      what: "what was put into the log long before excuses a newcomer's holes",
      find: " > reached.seq) shown += 1;",
      put: " > 0) shown += 1;",
    },
    {
      what: "a colleague's word on the newcomer's way in is told as missing",
      find: "    state.reported.set(key, shown);\n",
      put: "",
    },
  ],
};
