import type { Chapter } from "./by-hand.ts";

/** What the pages make of the protocol: the composition that its promises need. */
export const inBrowser: Chapter = {
  "src/conversations/talk.browser.ts": [
    {
      what: "what the server says is taken for what a side says",
      find: "if (frame.kind === 1) return this.#session.receive(frame);",
      put: "if (frame.kind !== 2) return this.#session.receive(frame);",
    },
    {
      what: "frames do not wait for the newer trust",
      find: "    await this.#options.onServerEvent?.(event);\n",
      put: "    void this.#options.onServerEvent?.(event);\n",
    },
    {
      what: "calls on a session do not wait for each other",
      find: "const turn = this.#tail.then(() => this.#run(work));",
      put: "const turn = Promise.resolve().then(() => this.#run(work));",
    },
    {
      what: "a fault is told to nobody",
      find: '      this.problem.value = "fault";\n',
      put: "",
    },
    {
      what: "erasing leaves the session's keys",
      find: "    this.#session.erase();\n",
      put: "",
    },
    {
      what: "erasing leaves the words",
      find: "    batch(() => this.forget());\n",
      put: "",
    },
    {
      what: "an end is over before the server has it",
      find: "if (untilLogged) await Promise.allSettled(outcome.value);",
      put: "",
    },
  ],
  "src/conversations/talk-state.browser.ts": [
    {
      what: "what was refused is told to nobody",
      find: 'if (event.code !== "late-epoch") this.problem.value = event.code;',
      put: "",
    },
    {
      what: "what mends itself is told as a fault",
      find: 'if (event.code !== "late-epoch") this.problem.value = event.code;',
      put: "this.problem.value = event.code;",
    },
    {
      what: "what is missing is told to nobody",
      find: "this.missing.value = [...this.missing.value, event];",
      put: "",
    },
    {
      what: "the server's word that it is over is enough",
      find: "return !this.isSaid || this.ended.value?.confirmed === true;",
      put: "return !this.isSaid || this.ended.value?.confirmed !== false;",
    },
    {
      what: "a line is shown twice",
      find: "    if (isKnown(this.lines.value, id)) return;\n",
      put: "",
    },
    {
      what: "one's own side's receipts mark one's lines",
      find: "    if (event.role === this.#role) return;\n",
      put: "",
    },
  ],
  "src/conversations/talk-lines.ts": [
    {
      what: "who has another's name comes unseen",
      find: "      if (at >= 0) left.splice(at, 1);\n".replace("      ", "    "),
      put: "",
    },
    {
      what: "lines stand as they came, not as the log has them",
      find: "while (at > 0 && place(others[at - 1]) > place(line)) at--;",
      put: "",
    },
  ],
  "src/conversations/desk/desk-talk.browser.ts": [
    {
      what: "the desk says on the server's word that nothing is missing",
      find: 'return { how: "ended", by: null, confirmed: false };',
      put: 'return { how: "ended", by: null, confirmed: true };',
    },
    {
      what: "the desk does not wait for its own end to come back",
      find: "    if (!said.ok || this.over.value) return;\n",
      put: "    return;\n",
    },
    {
      what: "the desk does not fetch newer trust when somebody comes",
      find: 'if (event.e === "taken" || event.e === "joined") await this.#refreshTrust();',
      put: "",
    },
    {
      what: "a desk that was put out goes on",
      find: "members.length === 0 && this.#wasTogether && !this.talk.ended.peek()",
      put: "members.length < 0 && this.#wasTogether && !this.talk.ended.peek()",
    },
    {
      what: "a desk that is done keeps keys and words",
      find: "    this.over.value = over;\n    this.forget();",
      put: "    this.over.value = over;",
    },
  ],
  "src/conversations/desk/acts.browser.ts": [
    {
      what: "the desk says of its own end that nothing is missing",
      find: "const confirmed = !talk.together.value;",
      put: "const confirmed = true;",
    },
    {
      what: "the desk takes its end for done on the server's closing",
      find: "  talk.intent = over;\n  return close",
      put: "  return close",
    },
  ],
  "src/conversations/desk/desk-room.browser.ts": [
    {
      what: "the desk's conversations believe any root",
      find: "      ...(fingerprint && { fingerprint }),\n",
      put: "",
    },
    {
      what: "the desk takes a conversation with the trust of yesterday",
      find: "      await this.#options.trust.refresh();\n",
      put: "",
    },
  ],
  "src/conversations/contact/contact-app.browser.ts": [
    {
      what: "the seeker's page does not fetch newer trust when somebody comes",
      find: 'if (event.e === "taken" || event.e === "joined") await this.#trust.renew();',
      put: "",
    },
    {
      what: "the seeker's page tells an end as whole on the server's word",
      find: "sure: talk.isWhole",
      put: "sure: true",
    },
    {
      what: "the seeker's page keeps keys and words after the end",
      find: "    this.talk.value?.erase();\n    this.#link?.close();\n",
      put: "    this.#link?.close();\n",
    },
  ],
  "src/people/trust.browser.ts": [
    {
      what: "the desk takes another register of the number that it has seen",
      find: "const checks = { jour: staff.jour, now, ...known };",
      put: "const checks = { jour: staff.jour, now };",
    },
    {
      what: "the desk holds the server to nothing that it has seen",
      find: "pins ? await heldTo(pins, trust) : ok(true)",
      put: "ok(true)",
    },
    {
      what: "a coordinator signs upon an older register than she has seen",
      find: "{ ...wish, signer, known }",
      put: "{ ...wish, signer }",
    },
    {
      what: "the desk does not keep the root that it has seen",
      find: "  staff.fingerprint ??= trust.fingerprint;\n",
      put: "",
    },
    {
      what: "the desk keeps no chain in mind",
      find: "  staff.pins = pinsOf(trust);\n",
      put: "",
    },
    {
      what: "the desk keeps no register in mind",
      find: "  seen.set(staff, trust.directoryHash);\n",
      put: "",
    },
  ],
  "src/people/pins.browser.ts": [
    {
      what: "who signs in sits down to another jour than hers",
      find: "GRAVE.includes(checked.code) ? checked : ok(null)",
      put: "ok(null)",
    },
    {
      what: "what lay in the wrap is forgotten where the page has seen something itself",
      find: "  if (!held.ok) return held;\n",
      put: "",
    },
  ],
};
