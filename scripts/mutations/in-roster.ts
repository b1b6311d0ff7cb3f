import type { Chapter } from "./by-hand.ts";

const at = (name: string): string => `src/protocol/conversation/${name}.ts`;

export const inRoster: Chapter = {
  [at("roster")]: [
    {
      what: "who has left still makes epochs",
      find: "member && !state.left.has(name(author)) ? member",
      put: "member ? member",
    },
    { what: "a roster may hold anything twice", find: "  checkUnique(next);\n", put: "" },
    { what: "a tab may stand twice", find: "  once(roster.map(({ tab }) => tab));\n", put: "" },
    { what: "a key may stand twice", find: "  once(roster.map(({ key }) => key));\n", put: "" },
    {
      what: "two may be sealed to with one key",
      find: "  once(roster.map(({ seal }) => seal));\n",
      put: "",
    },
    {
      what: "anybody may be removed",
      find: "    else checkRemoval(state, author, old, next);\n",
      put: "",
    },
    {
      what: "a seeker removes whom she likes",
      find: 'gone || returned || author.role === "volunteer"',
      put: "true || gone || returned || author",
    },
    {
      what: "who left stays in the roster",
      find: "!state.left.has(name(old.tab)) && !newest.some",
      put: "!newest.some",
    },
    {
      what: "two tabs of one duty sit in the roster",
      find: "(old) => !state.left.has(name(old.tab)) && !newest.some((one) => equal(one.key, old.key))",
      put: "(old) => !state.left.has(name(old.tab))",
    },
  ],
  [at("hellos")]: [
    {
      what: "who greets has not looked at the jour's word",
      find: "  await currentTrust(state);\n",
      put: "",
    },
    {
      what: "any duty statement is believed",
      find: "const duty = await currentDuty(state, claimed.duty);",
      put: 'const duty = (await import("../trust/objects.ts")).duty.peek(claimed.duty);',
    },
    {
      what: "a hello's signature is not looked at",
      find: "await hello.open(state.options.suite, duty.key, bytes)",
      put: "hello.peek(bytes)",
    },
    {
      what: "a key that nobody can seal to is taken",
      find: "  await state.options.suite.xwing.encapsulate(value.seal);\n",
      put: "",
    },
    {
      what: "an older tab that waits may put out a newer one",
      find: "  supersede(state, duty.key);\n",
      put: "",
    },
    {
      what: "a newer tab puts out whoever is in the room",
      find: " || inRoster(roster, member.tab)) continue;",
      put: ") continue;",
    },
    {
      what: "nobody compares directories at a hello",
      find: "    checkDirectory(state, value.directory, seq),\n",
      put: "",
    },
    {
      what: "a duty that has ended since she was shown is let in",
      find: "  await currentDuty(state, candidate.member.duty);\n",
      put: "",
    },
    {
      what: "a roster is proposed that nobody will take",
      find: "    checkRoster(state, state.self, nextRoster(state));\n",
      put: "",
    },
    {
      what: "whom nobody can be let in beside is wanted for ever",
      find: "    state.wanted.delete(name(tab));\n    throw error;",
      put: "    throw error;",
    },
    {
      what: "who asks to come in decides what it is called",
      find: 'if (known) return "return";',
      put: "",
    },
  ],
};
