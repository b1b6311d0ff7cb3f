import { createChallenge, solveChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, it } from "vitest";
import { solveTask } from "./solve.ts";

const keys = { hmacSignatureSecret: "one", hmacKeySignatureSecret: "another" };
const always = (): boolean => true;

const taskWith = (counter: number, algorithm: "PBKDF2/SHA-256" | "PBKDF2/SHA-512") =>
  createChallenge({ ...keys, algorithm, cost: 5, counter, deriveKey });

describe("the small task", () => {
  it.each([0, 1, 7, 8, 9, 123, 300])(
    "is solved as the gate's library does it: %i",
    async (counter) => {
      const challenge = await taskWith(counter, "PBKDF2/SHA-256");
      const parameters = { ...challenge.parameters };
      const solution = await solveTask(parameters, always);
      expect(solution?.counter).toBe(counter);
      const theirs = await solveChallenge({ challenge, deriveKey });
      expect(solution).toEqual({ counter: theirs?.counter, derivedKey: theirs?.derivedKey });
      const given = { challenge, solution: { counter, derivedKey: solution?.derivedKey ?? "" } };
      expect(await verifySolution({ ...given, ...keys, deriveKey })).toMatchObject({
        verified: true,
      });
    },
  );

  it("ends when it is told to, and tells how far it has come", async () => {
    const { parameters } = await taskWith(1000, "PBKDF2/SHA-256");
    const tried: number[] = [];
    const goesOn = (so: number): boolean => tried.push(so) < 4;
    expect(await solveTask({ ...parameters }, goesOn)).toBeUndefined();
    expect(tried).toEqual([0, 8, 16, 24]);
  });

  it("of another kind is not taken for ours", async () => {
    const { parameters } = await taskWith(1, "PBKDF2/SHA-512");
    await expect(solveTask({ ...parameters }, always)).rejects.toThrow("another kind");
  });
});
