import { defineConfig } from "vitest/config";

/** `npm run test:processes`: two processes behind HAProxy, restarts under load, NATS. Minutes, not seconds. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: [
      "tests/processes/**/*.story.ts",
      "src/platform/live/{bus,log-processes,log-hints}.test.ts",
    ],
    exclude: ["tests/processes/postgres/**"],
    globalSetup: ["tests/factories/setup.server.ts"],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
