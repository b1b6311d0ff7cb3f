import { defineConfig } from "vitest/config";

/** `npm run remains`: every path that a word can take, and then the search for it. Minutes, not seconds. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    globalSetup: ["tests/factories/setup.server.ts"],
    include: ["tests/remains/**/*.{test,story}.ts", "tests/journeys/{remains,profile}.test.ts"],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
