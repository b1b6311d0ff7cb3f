import { defineConfig } from "vitest/config";

/** `npm run attacks`: too long, and too greedy, for every run of the tests. */
export default defineConfig({
  test: { include: ["tests/attacks/*.attack.ts"], fileParallelism: false },
});
