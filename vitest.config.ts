import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { scratchInMemory } from "./tests/scratch.ts";

scratchInMemory();

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // By itself Vitest leaves one of two cores idle; three at once are no faster, and disturb each other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Vitest's own patience is one second: what a loaded machine does not hold.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["tests/journeys/**"],
          globalSetup: ["tests/factories/setup.server.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/journeys/setup.server.ts"],
          // Each journey has a browser and a whole house of its own, and waits more than it works.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
