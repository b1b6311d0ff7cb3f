import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Sending } from "../contract.ts";
import { SendingNotice } from "./mail.browser.tsx";

const waits: Sending = { fault: null, dead: false, sent: false, unsure: false };
const says = (sending: Sending | null): string =>
  renderToString(<SendingNotice sending={sending} language="sv" />);

describe("how it stands with an answer by ordinary mail", () => {
  it("is told: under way, in trouble, refused; nothing when it has gone", () => {
    expect(says(waits)).toContain("Svaret skickas nu");
    expect(says({ ...waits, fault: "busy" })).toContain("Vi försöker igen av oss själva");
    expect(says({ ...waits, fault: "refused", dead: true })).toContain("tog inte emot det");
    expect(says(null)).toBe("");
  });

  it("and that it may go, or may have gone, twice", () => {
    const unsure = { ...waits, unsure: true };
    expect(says({ ...unsure, fault: "unanswered" })).toContain("så det kan gå två gånger");
    expect(says({ ...unsure, sent: true })).toContain("Det kan ha gått två gånger");
  });
});
