import type { Chapter } from "./by-hand.ts";

/** What the pages decide by the protocol's answers: whom a key is sealed to, what is signed, which frame is the next. */
export const inDesk: Chapter = {
  "src/letters/desk/ring.browser.ts": [
    {
      what: "a key that no delegate has signed is one of the team's",
      find: "if (!known.ok) continue;\n    keys",
      put: "if (!known.ok) keys.push({} as VerifiedTeamKey);\n    if (!known.ok) continue;\n    keys",
    },
    {
      what: "letters are sealed to a key whose delegate has gone",
      find: "if (newest.ok) current = newest.value;",
      put: "current = newest.ok ? newest.value : known.value;",
    },
    {
      what: "whoever stands in the directory gets the team's key, in the team or not",
      find: "if (!line || !isInTeam(line, team)) continue;",
      put: "if (!line) continue;",
    },
    {
      what: "the server's key goes for hers",
      find: "    if (nameOf(await suite.sha256(seal)) !== nameOf(line.sealKeyHash)) continue;\n    const to = { member: id, seal, sealKeyHash: line.sealKeyHash };",
      put: "    const to = { member: id, seal, sealKeyHash: await suite.sha256(seal) };",
    },
    {
      what: "every member gets every team's key",
      find: "return teams.includes(team) && validFrom",
      put: "return validFrom",
    },
    {
      what: "who is a member no more gets the team's key",
      find: " && validFrom <= now && now <= validUntil;",
      put: " && validFrom <= now;",
    },
    {
      what: "who is no member yet gets the team's key",
      find: " && validFrom <= now && now <= validUntil;",
      put: " && now <= validUntil;",
    },
    {
      what: "a withdrawn key to which somebody could still seal is vouched for",
      find: "if (!withdrawn || Date.now() <= statement.until + CLEARLY_OVER_MS) continue;",
      put: "if (!withdrawn) continue;",
    },
  ],
  "src/people/custody/sign.browser.ts": [
    {
      what: "a custodian signs what the server shows now, not what she was shown",
      find: "const { kind, draft } = shown.proposal;",
      put: "const { kind, draft } = proposalOf(seen.value.view.proposals.find(({ id }) => id === shown.id)!);",
    },
    {
      what: "a custodian signs what no other has signed",
      find: "  if (!laid.ok) return laid;\n",
      put: "",
    },
    {
      what: "what the chain would not bear is laid before the others",
      find: "  if (!read.ok) return read;\n  if (read.value.complete) {",
      put: "  if (read.ok && read.value.complete) {",
    },
  ],
  "src/people/enrol.browser.ts": [
    {
      what: "a link of another jour is used here",
      find: '  if (!sameBytes(invitation.jour, staff.jour)) return fail("foreign-invitation");\n',
      put: "",
    },
    {
      what: "who signs for herself believes any root",
      find: '  if (!fits) throw new Refusal("root-fingerprint-mismatch");\n',
      put: "",
    },
  ],
  "src/people/members.browser.ts": [
    {
      what: "whom the server calls by a number is let in under it",
      find: '  if (!sameBytes(member, uuidBytes(pending.id))) return fail("enrolment-refused");\n',
      put: "",
    },
    {
      what: "who was not given the link is let in by it",
      find: "  if (!proven.ok) return proven;\n",
      put: "",
    },
    {
      what: "an enrolment at another jour is countersigned",
      find: "verifyEnrolment(staff.suite, bytes, { jour: staff.jour });",
      put: "verifyEnrolment(staff.suite, bytes, { jour: bytes.slice(2, 18) });",
    },
  ],
  "src/platform/live/link-channel.browser.ts": [
    {
      what: "a frame behind a hole is taken, and the hole never filled",
      find: "frame.seq !== this.#last + 1",
      put: "frame.seq <= this.#last",
    },
    {
      what: "a frame that came already comes again",
      find: "frame.seq !== this.#last + 1",
      put: "frame.seq > this.#last + 1",
    },
    {
      what: "another's frame acknowledges one's own",
      find: "kind === 1 && isSame(tab, this.#options.tab)",
      put: "kind === 1",
    },
  ],
};
