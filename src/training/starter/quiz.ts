import type { QuizQuestion } from "../contract.ts";

/** Options with whether they are right, what they say, and why. */
export const question = (
  ask: string,
  ...options: readonly (readonly ["right" | "wrong", string, string])[]
): QuizQuestion => ({
  ask,
  options: options.map(([is, text, why]) => ({ text, right: is === "right", why })),
});
