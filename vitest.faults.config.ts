import { defineConfig } from "vitest/config";

/** The long part of `npm run faults`, told as stories; its random runs have a runner of their own. */
export default defineConfig({
  test: {
    include: ["tests/faults/**/*.story.ts"],
    globalSetup: ["tests/factories/setup.server.ts"],
    // Each story strikes a house of its own: side by side they would strike each other's time.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
