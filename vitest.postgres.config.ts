import { defineConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/**
 * `npm run test:postgres`: the tests of `npm test` on the PostgreSQL that DATABASE_URL names, then the
 * stories of a primary and its standby.
 */
export default defineConfig({
  ...usual,
  test: {
    projects: [
      ...(usual.test?.projects ?? []),
      {
        extends: true,
        test: {
          name: "standby",
          include: ["tests/processes/postgres/*.story.ts"],
          globalSetup: ["tests/factories/setup.server.ts"],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
