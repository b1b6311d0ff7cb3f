import { describe, expect, test } from "vitest";
import { createChallenges } from "./challenge.server.ts";

const now = (): number => 1_800_000_000_000;
const secret = "a secret of at least thirty-two characters";

describe("a challenge", () => {
  const ours = createChallenges(secret, now);
  const made = ours.make("jour", "identity", "anna");

  test("is known by every process that shares the secret, and by no other", () => {
    expect(ours.isOurs(made, "jour", "identity", "anna")).toBe(true);
    expect(createChallenges(secret, now).isOurs(made, "jour", "identity", "anna")).toBe(true);
    expect(createChallenges(undefined, now).isOurs(made, "jour", "identity", "anna")).toBe(false);
  });

  test.each([
    ["jour", "other", "identity", "anna"],
    ["purpose", "jour", "register-passkey", "anna"],
    ["subject", "jour", "identity", "berit"],
  ] as const)("serves no other %s", (_, jour, purpose, subject) => {
    expect(ours.isOurs(made, jour, purpose, subject)).toBe(false);
  });

  test("cannot be given a longer life", () => {
    const longer = made.slice();
    longer[12] = 255;
    expect(ours.isOurs(longer, "jour", "identity", "anna")).toBe(false);
    const later = createChallenges(secret, () => now() + 301_000);
    expect(later.isOurs(made, "jour", "identity", "anna")).toBe(false);
    expect(ours.isOurs(made.slice(1), "jour", "identity", "anna")).toBe(false);
  });
});
