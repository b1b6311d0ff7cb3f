import { defineConfig } from "vitest/config";

/** `npm run test:mail`: real mail servers, a real house, a real browser. Minutes, not seconds. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/mail/**/*.story.ts"],
    globalSetup: ["tests/factories/setup.server.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
