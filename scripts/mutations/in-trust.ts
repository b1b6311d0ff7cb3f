import type { Chapter } from "./by-hand.ts";

export const inTrust: Chapter = {
  "src/protocol/trust/proposal.ts": [
    {
      what: "a proposal's signatures are not looked at",
      find: "    await verify(suite, LABEL[kind], key, draft, signature);\n",
      put: "",
    },
    {
      what: "anybody's word counts under a proposal",
      find: "await checkSigners(suite, proposal, [...root.keys, ...newcomers])",
      put: "proposal.signatures.map(({ key }) => key)",
    },
    { what: "keys of a proposed root stand in any order", find: "  ascending(keys);\n", put: "" },
    {
      what: "a custodian counts twice",
      find: "keys.filter((key, at) => keys.findIndex((one) => equal(one, key)) === at)",
      put: "keys",
    },
    {
      what: "a custodian is made without her own word",
      find: "newcomers.filter((key) => !has(keys, key))",
      put: "[]",
    },
    {
      what: "a root is proposed that too few of its own have signed",
      find: ", lackingOfNew(act, keys)",
      put: "",
    },
  ],
  "src/protocol/trust/verify.ts": [
    {
      what: "a directory's signature is not looked at",
      find: "await directory.open(suite, delegate, bundle.directory)",
      put: "directory.peek(bundle.directory)",
    },
    {
      what: "anybody may sign the directory",
      find: "  checkDelegate(log, delegate, now);\n",
      put: "",
    },
    { what: "a directory lives for ever", find: "  checkTimes(value, now);\n", put: "" },
    { what: "members stand as they like", find: "  checkMembers(value.members);\n", put: "" },
    {
      what: "a directory may go back",
      find: "  checkVersion(value.version, directoryHash, checks);\n",
      put: "",
    },
    {
      what: "delegates are told that serve no longer",
      find: "serves(one, now) && !has(log.revoked, one.key)",
      put: "!has(log.revoked, one.key)",
    },
    {
      what: "delegates are told that were revoked",
      find: "serves(one, now) && !has(log.revoked, one.key)",
      put: "serves(one, now)",
    },
    {
      what: "a key serves that was never named",
      find: "log.delegates.filter((one) => equal(one.key, key))",
      put: "log.delegates",
    },
    {
      what: "a delegate serves before her time if another statement of hers has begun",
      find: "at <= now + LIMIT.skew && now <= until;",
      put: "now <= until;",
    },
    {
      what: "a newer directory is taken for a fork",
      find: "knownDirectory !== undefined && version === knownVersion",
      put: "knownDirectory !== undefined",
    },
    {
      what: "a member stands twice",
      find: "  once(members.map(({ id }) => id.join()));\n",
      put: "",
    },
    {
      what: "two members have one identity",
      find: "  once(members.map(({ identity }) => identity.join()));\n",
      put: "",
    },
    {
      what: "members stand in any order",
      find: "  ascending(members.map(({ id }) => id));\n",
      put: "",
    },
    {
      what: "teams stand in any order",
      find: "  for (const { teams } of members) ascending(teams.map(utf8));\n",
      put: "",
    },
    {
      what: "a duty's signature is not looked at",
      find: "await duty.open(suite, member.identity, bytes)",
      put: "duty.peek(bytes)",
    },
  ],
  "src/protocol/trust/log.ts": [
    {
      what: "the root's signatures are not looked at",
      find: "  await checkSignatures(suite, kind, covered, signatures);\n",
      put: "",
    },
    {
      what: "delegates and revocations need no root",
      find: '  signedByRoot(state.root ?? refuse("log-broken"), signatures);\n',
      put: "",
    },
    { what: "a revocation is forgotten", find: "    state.revoked.push(value.key);\n", put: "" },
    {
      what: "a signature counts twice",
      find: "  ascending(signatures.map(({ key }) => key));\n",
      put: "",
    },
    {
      what: "each signature of the root is believed",
      find: "    await verify(suite, LABEL[kind], key, covered, signature);\n",
      put: "    void [suite, LABEL, key, covered, signature, verify];\n",
    },
    { what: "a custodian stands twice", find: "  ascending(value.keys);\n", put: "" },
    {
      what: "the old custodians are not asked",
      find: "  if (state.root) signedByRoot(state.root, signatures);\n",
      put: "",
    },
    {
      what: "the new custodians do not show their keys",
      find: "  signedByRoot(value, signatures);\n",
      put: "",
    },
    {
      what: "strangers' signatures count",
      find: "root.keys.some((key) => equal(key, one.key))",
      put: "root.keys.some((key) => key.length === one.key.length)",
    },
    {
      what: "the same key counts twice in a row",
      find: "compare(keys[at - 1] ?? key, key) < 0",
      put: "compare(keys[at - 1] ?? key, key) <= 0",
    },
  ],
};
