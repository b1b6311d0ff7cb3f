import type { Chapter } from "./by-hand.ts";

const SESSION = "src/protocol/conversation/session.ts";

export const inState: Chapter = {
  "src/protocol/conversation/state.ts": [
    {
      what: "who has left is still there",
      find: 'member && !state.left.has(name(tab)) ? member : refuse("not-a-member")',
      put: 'member ? member : refuse("not-a-member")',
    },
    {
      what: "nobody notices that somebody in the roster has left",
      find: "state.epoch?.roster.some(({ tab }) => state.left.has(name(tab))) ?? false;",
      put: "state.over !== undefined;",
    },
    {
      what: "who has left is still shown",
      find: "    .filter(({ tab }) => !state.left.has(name(tab)))\n",
      put: "",
    },
    {
      what: "a directory is believed after its last day",
      find: "known && same && now <= known.value.expires",
      put: "known && same",
    },
    {
      what: "a newer directory is not looked at",
      find: "known?.bundle.log.length === bundle.log.length &&\n    equal(known.bundle.directory, bundle.directory)",
      put: "known !== undefined",
    },
    {
      what: "a directory may go back to an older one",
      find: "  knownVersion: version,\n  knownDirectory: directoryHash,\n",
      put: "",
    },
    {
      what: "a directory may be exchanged for another of the same number",
      find: "  knownDirectory: directoryHash,\n",
      put: "",
    },
    {
      what: "the chain may lose its newest entries",
      find: "  knownHead: heads.at(-1) ?? fingerprint,\n",
      put: "",
    },
    {
      what: "the root may change within a conversation",
      find: "  knownHead: heads.at(-1) ?? fingerprint,\n  fingerprint,\n",
      put: "",
    },
    {
      what: "the root that the app knows is not asked for",
      find: "    ...(!known && options.fingerprint && { fingerprint: options.fingerprint }),\n",
      put: "",
    },
    {
      what: "whoever comes is judged by the first word of the jour that was heard",
      find: "await currentTrust(state), { jour, face",
      put: "state.trust?.value ?? (await currentTrust(state)), { jour, face",
    },
    {
      what: "a duty that has ended counts for everybody",
      find: "const grace = watching ? 12 * 3_600_000 : 0;",
      put: "const grace = 12 * 3_600_000;",
    },
    {
      what: "nobody in the room may have gone off duty when a colleague joins",
      find: "const grace = watching ? 12 * 3_600_000 : 0;",
      put: "const grace = watching ? 0 : 0;",
    },
    {
      what: "another directory of the same number is not told",
      find: "return fork ? step(",
      put: "return fork && seq < 0 ? step(",
    },
    {
      what: "other versions of the directory are taken for a fork",
      find: "own.version > 0 && own.version === theirs.version && !equal",
      put: "own.version > 0 && !equal",
    },
    {
      what: "what others have seen and this tab has not is not told",
      find: "    events.push(missing(state, tab, have + 1, counter));\n",
      put: "",
    },
    {
      what: "what others have seen, and is not told as missing, is not missing",
      find: "    state.holes = true;\n",
      put: "",
    },
    {
      what: "a hole is told again and again",
      find: "    state.reported.set(key, counter);\n",
      put: "",
    },
    {
      what: "who is not in the room makes others miss something",
      find: "isSelf(state, tab) || !inRoster(known, tab) || counter <= last",
      put: "isSelf(state, tab) || counter <= last",
    },
    {
      what: "holes are not kept in mind",
      find: "  state.holes = true;\n  return",
      put: "  return",
    },
    {
      what: "others are told of words that still wait for an epoch",
      find: "(pending.find(({ frame }) => frame.length === 0)?.counter ?? counter + 1) - 1;",
      put: "(pending.find(({ frame }) => frame.length < 0)?.counter ?? counter + 1) - 1;",
    },
    {
      what: "the epoch's secret outlives the conversation",
      find: "  state.epoch?.secret?.fill(0);\n",
      put: "",
    },
    {
      what: "a proposal's secret outlives the conversation",
      find: "  state.proposal?.secret.fill(0);\n",
      put: "",
    },
    { what: "the signing key outlives it", find: "  state.signSeed.fill(0);\n", put: "" },
    { what: "the sealing key outlives it", find: "  state.sealSeed.fill(0);\n", put: "" },
  ],
  [SESSION]: [
    {
      what: "erasing one conversation takes the duty key from the others",
      find: "self.dutySeed.slice()",
      put: "self.dutySeed",
    },
  ],
};
